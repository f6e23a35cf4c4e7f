/** Copy as clean HTML, plain text and our own pieces; paste from Word, the web and WeChat as blocks with roles and marks, and nothing else. */
import { COMMAND_PRIORITY_HIGH as HIGH, COPY_COMMAND, CUT_COMMAND, mergeRegister, PASTE_COMMAND } from 'lexical'
import { sliceMarks } from '../../../shared/page/marks.ts'
import { pastePieces } from '../../../shared/page/paste.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { $readFocus } from './caret.ts'
import { piecesToHtml } from './copy-html.ts'
import { $replaceAcross } from './edit-keys.ts'
import { htmlToPieces } from './paste-html.ts'
import { linesOf, rowsOf } from './paste-text.ts'
import { soon } from '../../ui/later.tsx'
import type { LexicalEditor } from 'lexical'
import type { Page } from '../../../shared/page/page.ts'
import type { Piece } from '../../../shared/page/paste.ts'
import type { Binding } from './binding.ts'
import type { Desk, Focus } from './desk.ts'

/** What was copied here comes back exactly. */
const OURS = 'application/x-banxin-pieces'
/** There from a moment after the start; until then what was copied comes back as HTML. */
const ownPieces = soon(async () => (await import('./own-pieces.ts')).readOwnPieces)

export function registerClipboard(editor: LexicalEditor, binding: Binding, desk: Desk): () => void {
  const onCopy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const focus = $readFocus()
    const { page } = desk.get()
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !focus || !page) return false
    event.preventDefault()
    return writePieces(event.clipboardData, piecesOf(page, focus))
  }

  const onPaste = (event: unknown): boolean => {
    const data = event instanceof ClipboardEvent ? event.clipboardData : null
    const pieces = data && readPieces(data)
    if (!pieces || !(event instanceof ClipboardEvent)) return false
    event.preventDefault()
    return binding.act(() => {
      const focus = $readFocus()
      const { page, open } = desk.get()
      return page && focus && pastePieces(page, focus.from, focus.to, pieces, open?.source ?? '')
    })
  }

  return mergeRegister(
    editor.registerCommand(COPY_COMMAND, onCopy, HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (onCopy(event)) $replaceAcross(binding, desk, [''], true)
        return true
      },
      HIGH,
    ),
    editor.registerCommand(PASTE_COMMAND, onPaste, HIGH),
  )
}

/** What is selected as pieces; a part of one block has no role, so that it goes anywhere as text. */
export function piecesOf(page: Page, { from, to, blocks }: Focus): readonly Piece[] {
  const wholeStory = isWholeStory(page, { from, to, blocks })
  return blocks.flatMap((id, i) => {
    const place = findBlock(page, id)
    if (!place) return []
    const { block } = place
    const start = id === from.block ? from.offset : 0
    const end = id === to.block ? to.offset : block.text.length
    const piece = { text: block.text.slice(start, end), marks: sliceMarks(block.marks, start, end) }
    const whole = blocks.length > 1 || (start === 0 && end === block.text.length)
    const { picture } = block
    const carries = picture && start === 0 && end === block.text.length
    const opens = place.blockIndex === 0 && (i > 0 || wholeStory)
    if (!whole) return [piece]
    return [{ ...piece, role: block.role, ...(carries && { picture }), ...(opens && { opens }) }]
  })
}

/** All of the first story is selected. */
function isWholeStory(page: Page, { from, to, blocks }: Pick<Focus, 'from' | 'to' | 'blocks'>): boolean {
  const story = findBlock(page, from.block)?.article
  const last = story?.blocks.at(-1)
  if (!story || !last || story.blocks.length < 2 || story.blocks[0]?.id !== from.block || from.offset > 0) return false
  return to.block === last.id ? to.offset === last.text.length : blocks.includes(last.id)
}

/** Puts pieces on the clipboard; false where there is nothing in them. */
export function writePieces(data: DataTransfer, pieces: readonly Piece[]): boolean {
  if (pieces.every((p) => p.text === '' && !p.picture)) return false
  data.setData('text/plain', pieces.map((p) => p.text).join('\n'))
  data.setData('text/html', piecesToHtml(pieces))
  data.setData(OURS, JSON.stringify(pieces))
  return true
}

export function readPieces(data: DataTransfer): readonly Piece[] | undefined {
  const ours = data.getData(OURS)
  const read = ours === '' ? undefined : ownPieces()?.(ours)
  if (read) return read
  const html = data.getData('text/html')
  const fromHtml = html === '' ? [] : htmlToPieces(html)
  if (fromHtml.length > 0) return fromHtml
  const lines = linesOf(data.getData('text/plain'))
  const rows = rowsOf(lines)
  if (rows) return rows.map((text) => ({ role: 'paragraph', text, marks: [] }))
  const pieces = lines
    .filter((line) => line.trim() !== '' || lines.length === 1)
    .map((text) => ({ text: lines.length === 1 ? text : text.trim(), marks: [] }))
  return pieces.some((p) => p.text !== '') ? pieces : undefined
}
