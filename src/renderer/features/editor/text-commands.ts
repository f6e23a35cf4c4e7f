/** The commands of the text: marks, links, finding. Rows of the one table of commands. */
import { findOf } from '../find/find.ts'
import { formatText, linked } from './formats.ts'
import { linkAsked } from './link-asked.ts'
import type { Command } from '../../app/command.ts'
import type { Workstation } from '../../app/workstation.ts'
import type { MarkKind } from './formats.ts'

const isOpen = (w: Workstation) => w.desk.get().page !== undefined
const hasFocus = (w: Workstation) => isOpen(w) && w.desk.get().focus !== undefined

const mark = (kind: MarkKind, zh: string, en: string, key: string): Command => ({
  id: `text.${kind}`,
  name: { zh, en },
  key,
  can: hasFocus,
  run: (w) => formatText(w.desk, kind),
})

/** Whether one is finding already. */
const isInBar = (): boolean => document.activeElement?.closest('.find') != null

const stepping = (by: -1 | 1) => (w: Workstation) => {
  const find = findOf(w.desk)
  if (!find.get().open) find.start(false, false)
  else find.step(by)
}

export const TEXT_COMMANDS: readonly Command[] = [
  mark('bold', '加粗', 'Bold', 'Mod+B'),
  mark('italic', '斜体', 'Italic', 'Mod+I'),
  mark('emphasis', '着重号', 'Emphasis dots', 'Mod+U'),
  mark('superscript', '上标', 'Superscript', 'Mod+Shift+Period'),
  mark('subscript', '下标', 'Subscript', 'Mod+Shift+Comma'),
  mark('dateline', '标为电头', 'Mark as dateline', 'Mod+Shift+D'),
  {
    id: 'text.link',
    name: { zh: '链接…', en: 'Link…' },
    key: 'Mod+Shift+K',
    can: hasFocus,
    run: (w) => (linked(w.desk) ? linkAsked.set({ open: true }) : w.note('link.nothing')),
  },
  {
    id: 'find.open',
    name: { zh: '在版面中查找…', en: 'Find in the page…' },
    key: 'Mod+F',
    can: isOpen,
    run: (w) => findOf(w.desk).start(false, isInBar()),
  },
  {
    id: 'find.replace',
    name: { zh: '在版面中替换…', en: 'Replace in the page…' },
    key: 'Mod+H',
    can: isOpen,
    run: (w) => findOf(w.desk).start(true, isInBar()),
  },
  { id: 'find.next', name: { zh: '查找下一处', en: 'Find next' }, key: 'F3', can: isOpen, run: stepping(1) },
  {
    id: 'find.previous',
    name: { zh: '查找上一处', en: 'Find previous' },
    key: 'Shift+F3',
    can: isOpen,
    run: stepping(-1),
  },
]
