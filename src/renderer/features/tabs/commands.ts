/** What can be done with tabs. Rows of the one table of commands. */
import { closedWith, tabAfterClosing, tabBeside, withoutTab, withTab } from './tabs.ts'
import { savedFirst } from '../../app/saved-first.ts'
import type { Command } from '../../app/command.ts'
import type { Workstation } from '../../app/workstation.ts'

const tabsOf = (w: Workstation) => w.shell.get().chosen.tabs
const openId = (w: Workstation) => w.desk.get().open?.id

const step = (by: -1 | 1) => (w: Workstation) => {
  const next = tabBeside(tabsOf(w), openId(w), by)
  return next && w.openPage(next.id)
}

/** Closes the tab of page `id`; what was typed is on disk before it goes. */
export async function closeTab(w: Workstation, id: number): Promise<void> {
  const tab = tabsOf(w).find((x) => x.id === id)
  if (!tab) return
  if (openId(w) === id) {
    const next = tabAfterClosing(tabsOf(w), id)
    if (next) await w.openPage(next.id)
    else if (await savedFirst(w)) w.leavePage()
    if (openId(w) === id) return
  }
  w.shell.set({ closed: closedWith(w.shell.get().closed, tab) })
  w.choose('tabs', [...withoutTab(tabsOf(w), id)])
}

async function reopenTab(w: Workstation): Promise<void> {
  const last = w.shell.get().closed.at(-1)
  if (!last) return
  w.shell.set({ closed: w.shell.get().closed.slice(0, -1) })
  w.choose('tabs', [...withTab(tabsOf(w), last)])
  await w.openPage(last.id)
}

export const TAB_COMMANDS: readonly Command[] = [
  {
    id: 'tab.next',
    name: { zh: '下一个标签页', en: 'Next tab' },
    key: 'Mod+PageDown',
    also: ['Mod+Tab'],
    can: (w) => tabsOf(w).length > 1,
    run: step(1),
  },
  {
    id: 'tab.previous',
    name: { zh: '上一个标签页', en: 'Previous tab' },
    key: 'Mod+PageUp',
    also: ['Mod+Shift+Tab'],
    can: (w) => tabsOf(w).length > 1,
    run: step(-1),
  },
  {
    id: 'tab.close',
    name: { zh: '关闭标签页', en: 'Close the tab' },
    key: 'Mod+W',
    can: (w) => openId(w) !== undefined,
    run: (w) => closeTab(w, openId(w) ?? 0),
  },
  {
    id: 'tab.reopen',
    name: { zh: '重新打开关闭的标签页', en: 'Reopen the closed tab' },
    key: 'Mod+Shift+T',
    can: (w) => w.shell.get().closed.length > 0,
    run: reopenTab,
  },
]
