/** Every command of the window, once: its names, its key, when it can run, what it does. Menus, palette and shortcuts read this table. */
import { ROLE_NAMES } from '../../shared/page/roles.ts'
import { ACTS, markAs } from '../features/acts/commands.ts'
import { TIDY } from '../features/acts/tidy.ts'
import { DOUBT_COMMANDS } from '../features/doubts/commands.ts'
import { STATE_COMMANDS } from '../features/states/commands.ts'
import { stepHit } from '../features/search/open-hit.ts'
import { TEXT_COMMANDS } from '../features/editor/text-commands.ts'
import { TAB_COMMANDS } from '../features/tabs/commands.ts'
import { isOpen } from './command.ts'
import { COMFORT_COMMANDS, ROOM_COMMANDS, VIEW_COMMANDS } from './view-commands.ts'
import type { Role } from '../../shared/page/page.ts'
import type { Command } from './command.ts'
import type { Workstation } from './workstation.ts'

/** One key a role: digits for what a story is made of, Alt and a digit for what stands beside it. */
const ROLE_KEYS: Readonly<Record<Role, string>> = {
  headline: 'Mod+1',
  kicker: 'Mod+2',
  deck: 'Mod+3',
  standfirst: 'Mod+4',
  byline: 'Mod+5',
  crosshead: 'Mod+6',
  keyword: 'Mod+7',
  caption: 'Mod+8',
  credit: 'Mod+9',
  paragraph: 'Mod+0',
  label: 'Alt+1',
  note: 'Alt+2',
  jump: 'Alt+3',
  folio: 'Alt+4',
}

const hasFocus = (w: Workstation) => isOpen(w) && w.desk.get().focus !== undefined

/** Commands that work on the page. */
const atDesk = (commands: readonly Command[]): readonly Command[] => commands.map((c) => ({ ...c, desk: 'needs' }))

const roles: readonly Command[] = (Object.keys(ROLE_KEYS) as Role[]).map((role) => ({
  id: `role.${role}`,
  name: { zh: `标为${ROLE_NAMES[role].zh}`, en: `Mark as ${ROLE_NAMES[role].en.toLowerCase()}` },
  key: ROLE_KEYS[role],
  can: hasFocus,
  run: markAs(role),
}))

/** A hand is on the frames of the preview: undo is then of the layout. */
const isArranging = () => document.activeElement?.closest('[data-arranging=true], .frame-bar') != null

const hasHits = (w: Workstation) => w.search.get().hits.length > 0

export const COMMANDS: readonly Command[] = [
  { id: 'file.open', name: { zh: '打开文件…', en: 'Open files…' }, key: 'Mod+O', run: (w) => w.openFiles() },
  {
    id: 'file.folder',
    name: { zh: '导入文件夹…', en: 'Import a folder…' },
    key: 'Mod+Alt+O',
    run: (w) => w.openFolder(),
  },
  {
    id: 'page.paste',
    name: { zh: '粘贴为新版面…', en: 'Paste as a new page…' },
    key: 'Mod+Shift+V',
    run: (w) => w.shell.set({ dialog: { name: 'paste' } }),
  },
  {
    id: 'page.save',
    name: { zh: '立即保存', en: 'Save now' },
    key: 'Mod+S',
    can: isOpen,
    run: (w) => w.autosave.flush(),
  },
  {
    id: 'export.open',
    name: { zh: '导出…', en: 'Export…' },
    key: 'Mod+E',
    can: isOpen,
    run: (w) => w.shell.set({ exportMenu: true }),
  },
  {
    id: 'export.dialog',
    name: { zh: '导出选项与批量导出…', en: 'Export with options…' },
    key: 'Mod+Shift+E',
    run: (w) => w.shell.set({ dialog: { name: 'export' } }),
  },
  {
    id: 'print.proof',
    name: { zh: '打印大样…', en: 'Print a proof…' },
    key: 'Mod+P',
    can: isOpen,
    run: (w) => w.printProof(),
  },
  { id: 'export.html', name: { zh: '导出 HTML', en: 'Export HTML' }, can: isOpen, run: (w) => w.exportAs('html') },
  { id: 'export.pdf', name: { zh: '导出 PDF', en: 'Export PDF' }, can: isOpen, run: (w) => w.exportAs('pdf') },
  ...atDesk([
    {
      id: 'edit.undo',
      name: { zh: '撤销', en: 'Undo' },
      key: 'Mod+Z',
      can: (w) => (isArranging() ? w.layout : w.desk).get().past.length > 0,
      run: (w) => (isArranging() ? w.layout : w.desk).undo(),
    },
    {
      id: 'edit.redo',
      name: { zh: '重做', en: 'Redo' },
      key: 'Mod+Shift+Z',
      also: ['Mod+Y'],
      can: (w) => (isArranging() ? w.layout : w.desk).get().future.length > 0,
      run: (w) => (isArranging() ? w.layout : w.desk).redo(),
    },
    {
      id: 'role.menu',
      name: { zh: '更改角色…', en: 'Change role…' },
      key: 'Mod+Period',
      can: hasFocus,
      run: (w) => w.shell.set({ roleMenu: w.desk.get().focus?.from.block }),
    },
    ...roles,
    ...TEXT_COMMANDS,
    ...ACTS,
    TIDY,
    ...DOUBT_COMMANDS,
    ...TAB_COMMANDS,
  ]),
  ...STATE_COMMANDS,
  ...VIEW_COMMANDS,
  {
    id: 'layout.propose',
    name: { zh: '重新自动拼版', en: 'Propose a layout anew' },
    can: (w) => w.layout.get().composed !== undefined,
    run: (w) => w.layout.propose(),
  },
  {
    id: 'search.open',
    name: { zh: '检索档案', en: 'Search the archive' },
    key: 'Mod+Shift+F',
    run: (w) => w.openSearch(),
  },
  {
    id: 'search.next',
    name: { zh: '下一条检索结果', en: 'Next search result' },
    key: 'F4',
    desk: 'shows',
    can: hasHits,
    run: (w) => stepHit(w, 1),
  },
  {
    id: 'search.previous',
    name: { zh: '上一条检索结果', en: 'Previous search result' },
    key: 'Shift+F4',
    desk: 'shows',
    can: hasHits,
    run: (w) => stepHit(w, -1),
  },
  {
    id: 'page.reread',
    name: { zh: '换编码重读…', en: 'Read in another encoding…' },
    can: isOpen,
    run: (w) => w.rooms.set({ dialog: 'reread' }),
  },
  ...ROOM_COMMANDS,
  ...COMFORT_COMMANDS,
]

export const commandOf = (id: string): Command | undefined => COMMANDS.find((c) => c.id === id)

export const canRun = (w: Workstation, command: Command): boolean =>
  !(command.desk === 'needs' && w.rooms.get().room !== undefined) && (command.can?.(w) ?? true)

/** Runs the command if it can run now; true when it did. */
export function runCommand(w: Workstation, command: Command): boolean {
  if (!canRun(w, command)) return false
  if (command.desk === 'shows') w.rooms.set({ room: undefined })
  void command.run(w)
  return true
}
