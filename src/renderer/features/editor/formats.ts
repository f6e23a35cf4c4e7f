/** Bold, italics, emphasis dots, superscript and links: over a selection an act on the page, at a bare caret for what is typed next. */
import { COMMAND_PRIORITY_HIGH, FORMAT_TEXT_COMMAND, getNearestEditorFromDOMNode } from 'lexical'
import { safeHref, setLink, toggleMark } from '../../../shared/page/format.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { FORMATS } from './blocks/inline.ts'
import { $readFocus } from './caret.ts'
import type { LexicalEditor } from 'lexical'
import type { Mark } from '../../../shared/page/page.ts'
import type { Binding } from './binding.ts'
import type { Desk, Focus } from './desk.ts'

export type MarkKind = keyof typeof FORMATS

/** Formats that Lexical asks for (keys of the system, menus of the input method) go to the page as ours do. */
export const registerFormats = (editor: LexicalEditor, binding: Binding, desk: Desk): (() => void) =>
  editor.registerCommand(
    FORMAT_TEXT_COMMAND,
    (format) => {
      const kind = (Object.keys(FORMATS) as MarkKind[]).find((k) => FORMATS[k] === format) // keys of that very table
      const { page } = desk.get()
      const focus = $readFocus()
      // What newspapers do not use is not let in: underlining, strike-through, code.
      if (!kind) return true
      if (!page || !focus || isBare(focus)) return false
      return binding.act(() => toggleMark(page, focus, kind), undefined, focus)
    },
    COMMAND_PRIORITY_HIGH,
  )

/** Marks what is selected, or says how the next characters are typed. */
export function formatText(desk: Desk, kind: MarkKind): void {
  const { page, focus } = desk.get()
  if (!page || !focus) return
  if (!isBare(focus)) desk.act(toggleMark(page, focus, kind), undefined, focus)
  else if (document.activeElement)
    getNearestEditorFromDOMNode(document.activeElement)?.dispatchCommand(FORMAT_TEXT_COMMAND, FORMATS[kind])
}

/** Links what is selected (at a bare caret: the link that it stands in) to `address`; an empty one takes the link away. False: not an address. */
export function linkText(desk: Desk, address: string): boolean {
  const { page, focus } = desk.get()
  const href = address.trim() === '' ? '' : safeHref(address)
  const at = page && focus && linked(desk)
  if (href === undefined || !at) return false
  desk.act(setLink(page, at.stretch, href), undefined, focus)
  return true
}

/** What a link would stand on, and the address that is there already. */
export function linked(desk: Desk): { readonly stretch: Focus; readonly href: string } | undefined {
  const { page, focus } = desk.get()
  const block = page && focus && findBlock(page, focus.from.block)?.block
  if (!block) return undefined
  const mark = block.marks.find((m) => isLinkAt(m, focus.from.offset))
  if (!isBare(focus)) return { stretch: focus, href: mark?.href ?? '' }
  if (!mark) return undefined
  const at = (offset: number) => ({ block: block.id, offset })
  return { stretch: { from: at(mark.start), to: at(mark.end), blocks: [block.id] }, href: mark.href ?? '' }
}

const isBare = ({ from, to }: Focus): boolean => from.block === to.block && from.offset === to.offset

const isLinkAt = (m: Mark, at: number): boolean => m.kind === 'link' && m.start <= at && at <= m.end
