/** Paragraphs that are not set as running text: lines of verse, who signs a notice and when, lists of names. Derived from the blocks, like tables; never stored. */
import { isNameList, withEvenNames } from './name-list.ts'
import type { Block } from './page.ts'
import { tablesOf } from './tables.ts'

/** `verse` keeps its line ends and has no indent; `signed` stands at the right; `names` stand under each other. */
export type SetApart = 'verse' | 'signed' | 'names'

/** Fewer short lines than these are not yet verse. */
const LEAST_LINES = 4
/** A longer line, in characters, is no verse and no name. */
const LINE_MOST = 22
/** So many lines of names over the date are a signature; more are a list. */
const NAMES_MOST = 3

/** `block` as a program sets it that takes text and looks only: a list of names with blanks that make them equally wide. */
export const asSet = (block: Block, apart: SetApart | undefined): Block =>
  apart === 'names' ? withEvenNames(block) : block

const known = new WeakMap<readonly Block[], ReadonlyMap<Block, SetApart>>()

/** Which of `blocks` are set apart; remembered, for a page that is composed looks at its blocks many times. */
export function setApartOf(blocks: readonly Block[]): ReadonlyMap<Block, SetApart> {
  const found = known.get(blocks) ?? findApart(blocks)
  known.set(blocks, found)
  return found
}

/** The runs of verse among `blocks`: what stands together has one left edge. */
export function versesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const apart = setApartOf(blocks)
  return runsOf(blocks, (b) => apart.get(b) === 'verse')
}

/** The stanzas of the verse among `blocks`, run by run; white stands between those of one run. */
export function stanzasOf(blocks: readonly Block[]): readonly (readonly (readonly Block[])[])[] {
  return versesOf(blocks).map((verse) => {
    const ends = sourceEnds(verse)
    const stanzas: Block[][] = [[]]
    for (const [i, b] of verse.entries()) {
      stanzas.at(-1)?.push(b)
      if (i < verse.length - 1 && (ends.has(b) || b.text.includes('\n'))) stanzas.push([])
    }
    return stanzas
  })
}

/** The blocks with which a stanza ends that is not the last of its run. */
export const stanzaEndsOf = (blocks: readonly Block[]): ReadonlySet<Block> =>
  new Set(stanzasOf(blocks).flatMap((run) => run.slice(0, -1).flatMap((stanza) => stanza.slice(-1))))

/**
 * Where the lines of verse stood further apart in the source than most: by the one or two characters of an empty line. Other distances
 * are indents, or what stood between the lines.
 */
function sourceEnds(verse: readonly Block[]): ReadonlySet<Block> {
  const gaps = verse.slice(0, -1).flatMap((b, i) => {
    const [end, start] = [b.spans.at(-1)?.[1], verse[i + 1]?.spans[0]?.[0]]
    return end === undefined || start === undefined || start <= end ? [] : [{ b, gap: start - end }]
  })
  const least = Math.min(...gaps.map((g) => g.gap))
  const wide = gaps.filter((g) => g.gap === least + 1 || (least > 1 && g.gap === least + 2))
  return new Set(wide.length * 2 < gaps.length ? wide.map((g) => g.b) : [])
}

function findApart(blocks: readonly Block[]): ReadonlyMap<Block, SetApart> {
  const cells = new Set(tablesOf(blocks).flatMap((t) => blocks.slice(t.from, t.to)))
  const isText = (b: Block) => b.role === 'paragraph' && !b.picture && !cells.has(b) && b.text.trim() !== ''
  const apart = new Map<Block, SetApart>()
  for (const b of blocks) if (isText(b) && isNameList(b)) apart.set(b, 'names')
  for (const b of [...signaturesIn(blocks, isText), ...speakersIn(blocks, isText)]) apart.set(b, 'signed')
  const runs = runsOf(blocks, (b) => isText(b) && !apart.has(b) && linesOf(b).every(mayBeVerse))
  const short = new Set(runs.flat())
  const hasProse = blocks.some((b) => isText(b) && !apart.has(b) && !short.has(b) && !isBracketed(b))
  for (const poem of sectionsOf(runs, blocks)) {
    const isWhole =
      !hasProse && poem.every((run) => run.flatMap(linesOf).length > 1) && isVerse(poem.flat().flatMap(linesOf))
    for (const run of poem) if (isWhole || isVerse(run.flatMap(linesOf))) for (const b of run) apart.set(b, 'verse')
  }
  return apart
}

/** Runs between which nothing stands but a crosshead: a poem of several parts, alone in its story, is judged by all of them; beside prose they are lists. */
function sectionsOf(
  runs: readonly (readonly Block[])[],
  blocks: readonly Block[],
): readonly (readonly (readonly Block[])[])[] {
  const at = new Map(blocks.map((b, i) => [b, i]))
  const place = (b: Block | undefined) => (b && at.get(b)) ?? NaN
  const poems: (readonly Block[])[][] = []
  for (const run of runs) {
    const start = place(run[0])
    const end = place(poems.at(-1)?.at(-1)?.at(-1))
    if (start - end === 2 && blocks[start - 1]?.role === 'crosshead') poems.at(-1)?.push(run)
    else poems.push([run])
  }
  return poems
}

const linesOf = (b: Block): readonly string[] =>
  b.text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')

/** Who wrote it, or what it is about: （作者系县作家协会会员）. */
const isBracketed = (b: Block): boolean => /^\s*（[^（）]*）\s*$/.test(b.text)

/** What is said, listed, named or counted on a line of its own is no verse. */
const mayBeVerse = (line: string): boolean =>
  line.length <= LINE_MOST &&
  !/^(?:[“‘"（(【[●•■□◆◇▲△★☆○◎·\d①-⑳]|[一二三四五六七八九十]{1,3}、)/.test(line) &&
  !/[：:|｜（(\d%％￥]/.test(line)

/**
 * Prose and points on lines of their own end each with a stop, or are said by who is named behind a dash; verse not more than every other
 * line. A list of names has blanks in most lines,
 * one of bodies says what they are. Couplets may end each with a stop.
 */
function isVerse(lines: readonly string[]): boolean {
  const some = (pattern: RegExp) => lines.filter((l) => pattern.test(l)).length
  if (lines.length >= COUPLETS_LEAST && some(COUPLET) === lines.length && isEven(lines)) return true
  return (
    lines.length >= LEAST_LINES &&
    some(/[。！？!?…”；;]$|^——/) <= lines.length / 2 &&
    some(/\S\s+\S/) <= lines.length / 2 &&
    some(BODY) <= lines.length / 2 &&
    lines.some((l) => l.length > 4)
  )
}

/** 近体诗 with both halves of a couplet on a line: all of five or all of seven characters. */
const COUPLET = /^(?:\p{sc=Han}{5}[，、；？！]\p{sc=Han}{5}|\p{sc=Han}{7}[，、；？！]\p{sc=Han}{7})[。！？；]$/u
const COUPLETS_LEAST = 2
const isEven = (lines: readonly string[]): boolean => lines.every((l) => l.length === lines[0]?.length)

/** Bodies on lines of their own are listed. */
const BODY =
  /(?:[局厅办]|公司|集团|银行|工厂|大学|学院|学校|中学|小学|幼儿园|医院|委员会|政府|中心|协会|学会|联合会|研究[院所]|派出所|街道|社区|支队|大队)$/

const DATE = /^\s*[12〇○零一二]\S{3}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日\s*$/

/** A date alone with the short lines right over it; without one, and with text right under it, it is a day that the text tells of. */
function signaturesIn(blocks: readonly Block[], isText: (b: Block) => boolean): readonly Block[] {
  const isNamed = (b: Block | undefined) => b !== undefined && isText(b) && linesOf(b).every(isName)
  return blocks.flatMap((b, i): readonly Block[] => {
    const lines = linesOf(b)
    if (!isText(b) || !DATE.test(lines.at(-1) ?? '') || !lines.slice(0, -1).every(isName)) return []
    let from = i
    while (i - from < NAMES_MOST && isNamed(blocks[from - 1])) from--
    // a list of names runs on over what a signature has
    if (isNamed(blocks[from - 1])) from = i
    const next = blocks[i + 1]
    return from === i && lines.length === 1 && next && isText(next) ? [] : blocks.slice(from, i + 1)
  })
}

/** Who said it, behind a dash on a line under words in quotation marks. */
const speakersIn = (blocks: readonly Block[], isText: (b: Block) => boolean): readonly Block[] =>
  blocks.filter((b, i) => {
    const before = blocks[i - 1]
    const isBehind = before !== undefined && isText(before) && /”\s*$/.test(before.text)
    return isBehind && isText(b) && b.text.length <= SPEAKER_MOST && /^\s*——[^。！？：，“]+$/.test(b.text)
  })
const SPEAKER_MOST = 30

const isName = (line: string): boolean => line.length <= LINE_MOST && /^[\p{L}\p{N}（）()“”、 \u3000]+$/u.test(line)

function runsOf(blocks: readonly Block[], belongs: (b: Block) => boolean): readonly (readonly Block[])[] {
  const runs: Block[][] = []
  let last: Block | undefined
  for (const b of blocks) {
    if (belongs(b)) {
      if (last && runs.at(-1)?.at(-1) === last) runs.at(-1)?.push(b)
      else runs.push([b])
    }
    last = b
  }
  return runs
}
