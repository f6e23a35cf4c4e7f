/**
 * HTML from Word, web pages and WeChat as pieces: roles guessed from headings and captions, marks, numbers of lists and rows of tables kept,
 * all else left behind: what was struck out by a tracked change and what was only remarked on the text, too. The HTML is parsed into a
 * document that is never shown, so that nothing in it runs or loads.
 */
import { normalMarks, shiftMarks } from '../../../shared/page/marks.ts'
import { safeHref } from '../../../shared/page/format.ts'
import { barsWithin } from '../../../shared/page/tables.ts'
import { gridOf } from './paste-table.ts'
import { clean } from './paste-text.ts'
import type { Mark, Role } from '../../../shared/page/page.ts'
import type { Piece } from '../../../shared/page/paste.ts'

const LEFT_OUT = new Set(
  'HEAD STYLE SCRIPT TEMPLATE NOSCRIPT META TITLE LINK IFRAME OBJECT EMBED SVG MATH AUDIO VIDEO CANVAS SELECT INPUT BUTTON TEXTAREA IMG DEL RP'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  (
    'P DIV SECTION ARTICLE ASIDE MAIN HEADER FOOTER NAV FIGURE FIGCAPTION BLOCKQUOTE PRE ADDRESS UL OL LI DL DT DD TABLE CAPTION TBODY ' +
    'THEAD TFOOT TR TD TH HR H1 H2 H3 H4 H5 H6 FORM FIELDSET DETAILS SUMMARY CENTER'
  ).split(' '),
)

type Format = {
  readonly kinds: ReadonlySet<Mark['kind']>
  readonly href: string | undefined
  readonly role: Role | undefined
  readonly pre: boolean
}

/** What Word and WPS write; their files have lines of a fixed width. */
const FROM_WORD = /\bmso-|\bMsoNormal\b|urn:schemas-microsoft-com:office/i
const HEADINGS: ReadonlySet<Role | undefined> = new Set<Role>(['headline', 'crosshead'])

/** The pieces of `html`, empty where it has no text. A single piece of text within a line has no role. */
export function htmlToPieces(html: string): readonly Piece[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const pieces: Piece[] = []
  let text = ''
  let marks: Mark[] = []
  let role: Role | undefined
  let headed = false
  let blocks = false
  let inCell = false
  /** The number of the list's item that is begun. */
  let number = ''
  /** A blank at the text's end stands for the end of a line in Word's file. */
  let wrapped = false
  const fromWord = FROM_WORD.test(html)

  const end = () => {
    if (inCell) {
      // what one paragraph of a cell ends with is not the beginning of the next
      if (!/\s$/.test(text)) text += ' '
      wrapped = false
      return
    }
    const piece = trimmed(text, marks)
    if (piece.text !== '') {
      // The first heading is the story's, whatever its rank; a second one of the highest rank begins another story.
      const guessed = role === 'crosshead' && !headed && pieces.length === 0 ? 'headline' : role
      headed ||= guessed === 'headline'
      pieces.push({ ...(guessed ? withoutBold(piece, guessed) : piece), ...(guessed && { role: guessed }) })
    }
    text = ''
    marks = []
    role = undefined
    wrapped = false
  }

  const cutTo = (length: number) => {
    text = text.slice(0, length)
    marks = marks.map((m) => ({ ...m, start: Math.min(m.start, length), end: Math.min(m.end, length) }))
  }

  /** A line of its own in a heading, a paragraph of its own in running text. */
  const newLine = (format: Format) => {
    if (inCell) text += ' '
    else if (HEADINGS.has(format.role)) text += '\n'
    else {
      blocks = true
      end()
    }
  }

  const visitText = (value: string, format: Format) => {
    let piece = clean(format.pre ? value : collapsed(value, text))
    if (piece === '') return
    const isWrapped = fromWord && !format.pre
    if (isWrapped && /^[ \t]*[\r\n]/.test(value) && isHan(text.at(-1)) && isHan(piece.trimStart()[0]))
      piece = piece.trimStart()
    if (wrapped && isHan(text.at(-2)) && isHan(piece[0])) cutTo(text.length - 1)
    wrapped = isWrapped && /[\r\n][ \t]*$/.test(value)
    if (number !== '' && piece.trim() !== '') {
      text += number
      number = ''
    }
    const shown = inCell ? barsWithin(piece) : piece
    for (const kind of format.kinds) marks.push({ kind, start: text.length, end: text.length + shown.length })
    if (format.href !== undefined)
      marks.push({ kind: 'link', start: text.length, end: text.length + shown.length, href: format.href })
    if (shown.trim() !== '') role ??= format.role
    text += shown
  }

  /** A row of a table is a line of cells between bars, as in OCR and Markdown. */
  const visitRow = (cells: readonly (HTMLTableCellElement | undefined)[], format: Format) => {
    if (cells.every((cell) => !cell || cell.textContent.trim() === '')) return
    end()
    text = '|'
    inCell = true
    for (const cell of cells) {
      text += ' '
      if (cell && !isHidden(cell)) for (const child of cell.childNodes) visit(child, within(cell, format))
      cutTo(text.trimEnd().length)
      text += ' |'
    }
    inCell = false
    role = undefined
    end()
  }

  const visit = (node: Node, format: Format) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const value = node.nodeValue ?? ''
      if (!format.pre) return visitText(value, format)
      for (const [i, line] of value.split(/\r\n|\r|\n/).entries()) {
        if (i > 0) newLine(format)
        visitText(line, format)
      }
      return
    }
    if (!(node instanceof HTMLElement) || LEFT_OUT.has(node.tagName) || isHidden(node)) return
    if (node.tagName === 'BR') return newLine(format)
    if (node.tagName === 'RT' && node.textContent.trim() !== '') {
      // How a character is read stands behind it, as in print.
      visitText('（', format)
      for (const child of node.childNodes) visit(child, format)
      return visitText('）', format)
    }
    const cells = node instanceof HTMLTableRowElement && gridOf(node.closest('table'))?.get(node)
    if (cells) {
      blocks = true
      return visitRow(cells, format)
    }
    if (node.tagName === 'LI') number = numberOf(node)
    const isBlock = BLOCKS.has(node.tagName)
    blocks ||= isBlock
    if (isBlock) end()
    const inner = within(node, format)
    for (const child of node.childNodes) visit(child, inner)
    if (node.tagName === 'LI') number = ''
    if (isBlock) end()
  }

  visit(page.body, { kinds: new Set(), href: undefined, role: undefined, pre: false })
  end()
  const [only] = pieces
  if (only && pieces.length === 1 && (!blocks || only.role === undefined))
    return [{ text: only.text, marks: only.marks }]
  return pieces.map((p) => ({ role: 'paragraph', ...p }))
}

function within(node: HTMLElement, { kinds, href, role, pre }: Format): Format {
  const { tagName } = node
  const style = styleOf(node)
  const next = new Set(kinds)
  const set = (kind: Mark['kind'], on: boolean | undefined) => {
    if (on === true) next.add(kind)
    else if (on === false) next.delete(kind)
  }
  const weight = style.fontWeight
  set(
    'bold',
    weight === '' ? tagName === 'B' || tagName === 'STRONG' || undefined : /^(bold|bolder|[6-9]00)$/.test(weight),
  )
  const dotted =
    style.getPropertyValue('text-emphasis') +
    style.getPropertyValue('text-emphasis-style') +
    style.getPropertyValue('-webkit-text-emphasis-style')
  set('emphasis', dotted === '' ? undefined : !dotted.includes('none'))
  set(
    'italic',
    style.fontStyle === '' ? tagName === 'I' || tagName === 'EM' || undefined : style.fontStyle !== 'normal',
  )
  set('superscript', tagName === 'SUP' || style.verticalAlign === 'super' || undefined)
  set('subscript', tagName === 'SUB' || style.verticalAlign === 'sub' || undefined)
  return {
    kinds: next,
    href: tagName === 'A' ? linkOf(node) : href,
    role: roleOf(node) ?? role,
    pre: pre || tagName === 'PRE' || /^(pre|pre-wrap|pre-line|break-spaces)$/.test(style.whiteSpace),
  }
}

/** Only a whole address is one: what is relative to another page leads nowhere from here. */
const linkOf = (node: HTMLElement): string | undefined => {
  const href = node.getAttribute('href') ?? ''
  return /^(https?:|mailto:)/i.test(href) ? safeHref(href) : undefined
}

function roleOf(node: HTMLElement): Role | undefined {
  const word = node.className.match(/\bMso(Title|Subtitle|Caption|Heading)/)?.[1]
  if (node.tagName === 'H1' || word === 'Title') return 'headline'
  if (word === 'Subtitle') return 'deck'
  if (/^H[2-6]$/.test(node.tagName) || word === 'Heading') return 'crosshead'
  if (node.tagName === 'FIGCAPTION' || node.tagName === 'CAPTION' || word === 'Caption') return 'caption'
  return undefined
}

/** What its style attribute says, read apart from any document: the window's policy lets no markup bring styles of its own. */
function styleOf(node: HTMLElement): CSSStyleDeclaration {
  const { style } = document.createElement('span')
  style.cssText = node.getAttribute('style') ?? ''
  return style
}

const isHidden = (node: HTMLElement): boolean =>
  node.hasAttribute('hidden') ||
  styleOf(node).display === 'none' ||
  // What is hidden in Word, what was struck out there, and what somebody remarked.
  /mso-hide:\s*all|mso-element:\s*comment|mso-special-character:\s*comment/i.test(node.getAttribute('style') ?? '') ||
  /\b(msoDel|msocom(anchor|txt|off))\b/.test(node.className)

/** The number of an item of a list that has numbers, as newspapers write it; empty where there is none to see. */
function numberOf(item: HTMLElement): string {
  const list = item.parentElement
  if (!(list instanceof HTMLOListElement) || !/^1?$/.test(list.type)) return ''
  if ([list, item].some((e) => /\bnone\b/.test(styleOf(e).listStyle + styleOf(e).listStyleType))) return ''
  const items = [...list.children].filter((e) => e.tagName === 'LI')
  return `${list.start + items.indexOf(item)}.`
}

const isHan = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Han}\p{P}]/u.test(character)

/** White space as HTML means it; a line end between two Han characters is none. */
function collapsed(value: string, before: string): string {
  const one = value
    .replaceAll('\u00A0', ' ')
    .replace(/(?<=[\p{Script=Han}\p{P}])[ \t]*[\r\n]+[ \t]*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
  return before === '' || /\s$/.test(before) ? one.replace(/^ /, '') : one
}

/** Without blanks at both ends, those of a paragraph's indent too. */
function trimmed(text: string, marks: readonly Mark[]): Piece {
  const lead = text.length - text.trimStart().length
  const solid = text.trim()
  const moved = shiftMarks(marks, -lead).flatMap((m) => (m.end > 0 ? [{ ...m, start: Math.max(0, m.start) }] : []))
  return { text: solid, marks: normalMarks(moved, solid.length) }
}

/** A heading is bold by itself. */
const withoutBold = (piece: Piece, role: Role): Piece =>
  role === 'headline' || role === 'crosshead'
    ? { ...piece, marks: piece.marks.filter((m) => m.kind !== 'bold') }
    : piece
