/**
 * The source as the engine reads it: marks that OCR wrote narrow, or took for others, stand as print has them, marks of vertical lines and
 * corner brackets as horizontal Simplified text has them, wide figures and letters are narrow, Traditional characters Simplified. As long as the source.
 */
import { codesOf, isHan } from './classes.ts'
import { simplifiedText } from './script.ts'

/** What is looked at; most pages have little of it. */
const DOUBTFUL = /''|[,.:;?!()"．丶０-９Ａ-Ｚａ-ｚ「」『』\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe5a｡､]/g
/** A quotation mark that was read as two; they count as one within another. */
const TWICE = "''"
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  '.': '。',
  '．': '。',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  丶: '、',
}
/** Marks as vertical lines, small print and Traditional texts have them, whatever stands beside them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  ...pairs('「」『』﹁﹂﹃﹄', '“”‘’“”‘’'),
  ...pairs('\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19', '，、。：；！？〖〗…'),
  ...pairs(
    '\ufe30\ufe31\ufe32\ufe35\ufe36\ufe39\ufe3a\ufe3b\ufe3c\ufe3d\ufe3e\ufe3f\ufe40',
    '：—–（）〔〕【】《》〈〉',
  ),
  ...pairs('\ufe50\ufe51\ufe52\ufe54\ufe55\ufe56\ufe57\ufe58\ufe59\ufe5a｡､', '，、。；：？！—（）。、'),
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (mark, i) => [mark, to[i]!]))
}

/** `source` as the engine reads it: every character stands where it stood. */
export function asPrinted(original: string): string {
  const source = simplifiedText(original)
  let open = false
  let lineEnd = -1
  return source.replace(DOUBTFUL, (mark: string, at: number) => {
    if (isWide(mark)) return String.fromCharCode(mark.charCodeAt(0) - WIDER)
    const elsewhere = mark > '~' ? ELSEWHERE[mark] : undefined
    if (elsewhere !== undefined) return elsewhere
    if (mark !== '"' && mark !== TWICE) return stands(mark, source, at) ? WIDE[mark]! : mark
    // which side a straight quotation mark is of, its neighbours say, or else the one before it on the line
    if (at > lineEnd) {
      open = false
      lineEnd = source.indexOf('\n', at)
      if (lineEnd < 0) lineEnd = source.length
    }
    open = sideOf(source, at, at + mark.length) ?? !open
    return mark === TWICE ? (open ? '‘“' : '”’') : open ? '“' : '”'
  })
}

/** By so much the number of a wide figure or letter is higher than that of the usual one. */
const WIDER = 0xfee0
const isWide = (mark: string): boolean => mark >= '０' && mark <= 'ｚ'

/** Whether the narrow mark at a place stands for a wide one: behind a Chinese character or what ends a phrase, brackets also before one. */
function stands(mark: string, source: string, at: number): boolean {
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(at + 1)
  if (mark === '丶') return isHan(before) && isHan(after)
  const text = isHan(before) || CLOSERS.has(before)
  if (mark === '(' || mark === ')') return text || isHan(after)
  if (!text) return false
  return (mark !== '.' && mark !== '．') || !(NARROW.has(after) || isNumbering(source, at))
}

const CLOSERS = codesOf('”’」』）)》】"%％')
/** Behind a point: an ellipsis, a figure, a Latin word. */
const NARROW = codesOf('.．0123456789０１２３４５６７８９abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')

/** 一．, 十二. at a line's head. */
const isNumbering = (source: string, at: number): boolean =>
  NUMERALS.has(source.charCodeAt(at - 1)) &&
  /(?:^|[\s（(第])[一二三四五六七八九十]{1,3}$/.test(source.slice(Math.max(0, at - 4), at))
const NUMERALS = codesOf('一二三四五六七八九十')

/** True for an opening mark, false for a closing one, undefined where the neighbours do not say. */
function sideOf(source: string, at: number, end: number): boolean | undefined {
  const before = source.charCodeAt(at - 1)
  const after = source.charCodeAt(end)
  const opens = at === 0 || LEADS.has(before)
  const closes = end === source.length || ENDS.has(after)
  return opens === closes ? undefined : opens
}

const LEADS = codesOf('\n\r\u3000 ：:，,。、；（(《—')
const ENDS = codesOf('\n\r\u3000 ，,。.、；;：:？?！!）)》—')
