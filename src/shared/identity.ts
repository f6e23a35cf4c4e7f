/** What page a file is: publication, date, page number and section, guessed from its path and from the folio line. */
import { daysInMonth } from './dates.ts'
import { bareFolioPage, LONE_NUMBER } from './folio-page.ts'
import { inFigures, pathInFigures } from './han-dates.ts'
import { hanNumber } from './han-numbers.ts'
import { isSectionName } from './section-name.ts'
import type { PageMeta } from './page/page.ts'

/**
 * What the path says (`/` between folders, below what was chosen). The house's own `patterns` are tried first. `paper`: the newspaper's
 * name where it is known otherwise.
 */
export function identityOfPath(path: string, patterns: readonly string[] = [], paper?: string): PageMeta {
  for (const pattern of patterns) {
    const found = matchPattern(pattern, path)
    if (found) return found
  }
  const named = path.replace(/(?:\.page)?\.[A-Za-z]{2,8}$/, '').normalize('NFKC')
  const bare = pathInFigures(named.replace(DAY_AND_PAGE, '$1_$2'))
  const parts = bare.split('/').filter((p) => p !== '.' && p !== '..')
  const meta: { -readonly [K in keyof PageMeta]: PageMeta[K] } = {}
  const folders = FOLDERS.exec(bare)
  const folderDate = folders && dateOf(folders[1], folders[2] ?? folders[4], folders[3] ?? folders[5])
  const dated = dateIn(bare) !== undefined || folders !== null
  // The nearer to the file, the more it says: the name first, then its folders upwards.
  for (const part of parts.toReversed()) {
    const date = dateIn(part)
    if (date && meta.date === undefined) meta.date = date.date
    // The day of 2022/10/21_04.txt, whose year and month are folders, is no page.
    const day =
      folderDate && part === parts.at(-1) ? folders.index + folders[0].length - (bare.length - part.length) : 0
    const rest = date ? `${part.slice(0, date.start)} ${part.slice(date.end)}` : part.slice(Math.max(0, day))
    const names =
      rest.match(NAMES)?.filter((n) => !/^(?:第|[一二三四五六七八九十]{0,3}版|[张張]|年|月|日|星期.|周.)+$/u.test(n)) ??
      []
    const publication = names.find((n) => PAPER.test(n))
    if (publication !== undefined && meta.publication === undefined) meta.publication = publication
    const number = numberIn(rest.replace(publication ?? '', ' '), part === parts.at(-1), dated)
    if (number && meta.number === undefined) meta.number = number
    if (part !== parts.at(-1)) continue
    const section = names.map((n) => n.replace(/^版/, '')).find((n) => isSection(n, rest, date?.start, number))
    if (section !== undefined && section !== publication) meta.section = section.replace(/(?<=..)版$/, '')
  }
  // 青溪 of 青溪日报 is the paper's name, cut short.
  const own = meta.publication ?? paper
  if (meta.section !== undefined && own?.startsWith(meta.section)) delete meta.section
  // A year and month as folders over a day: 2022/10/21/04.txt, 2022-10/21/04.txt
  if (meta.date === undefined && folderDate) meta.date = folderDate
  return meta
}

/**
 * Whether `name` in a file's name is a section's: it is called as sections are, or it stands where they do, behind the day or the page
 * of a page that is numbered (20221021-A04-桑梓). What stands before them is the paper's name or anything else.
 */
function isSection(name: string, rest: string, date: number | undefined, number: string | undefined): boolean {
  if (!SECTION.test(name) || PAPER.test(name)) return false
  if (isSectionName(name)) return true
  const at = rest.indexOf(name)
  return number !== undefined && (/\d/.test(rest.slice(0, at)) || (date !== undefined && date < at))
}

/** What a folio line (报眉) says: 人民日报 2022年10月21日 星期五 第04版 要闻. */
export function identityOfFolio(texts: readonly string[]): PageMeta {
  const meta: { -readonly [K in keyof PageMeta]: PageMeta[K] } = {}
  for (const raw of texts) {
    const text = inFigures(raw.normalize('NFKC').replace(/\s+/g, ' ').trim())
    if (!OF_FOLIO.test(text)) continue
    const date = dateIn(text)
    if (date) meta.date ??= date.date
    const said = spreadIn(text, false) ?? pageSaid(text)
    const number = said ?? (date && bareFolioPage(`${text.slice(0, date.start)} ${text.slice(date.end)}`))
    if (number) meta.number ??= /^\d$/.test(number) ? `0${number}` : HAN.test(number) ? twoDigits(number) : number
    const paper = PAPER_SAID.exec(text)?.[1] ?? (date && paperBeside(text, date.start, number !== undefined))
    if (paper !== undefined) meta.publication ??= paper
    const section = date && number ? sectionIn(text, meta.publication) : undefined
    if (section !== undefined) meta.section ??= section
  }
  return meta.number === undefined ? { ...shortFolio(texts), ...meta } : meta
}

/** A paper's name by its 报 alone: in a line that has a page too, or right before the day, with which the line begins. */
function paperBeside(text: string, day: number, hasPage: boolean): string | undefined {
  const found = PAPER_BESIDE.exec(text)
  return found && (hasPage || (found.index === 0 && day - found[0].length <= 1)) ? found[1] : undefined
}

/** Pages and sections without 版, as folio lines have them: A03 体育, 财经·B02, 江城晚报 2022年10月21日 A03. Two of them are an index, which says nothing. */
function shortFolio(texts: readonly string[]): PageMeta {
  const found = texts.flatMap((raw): readonly PageMeta[] => {
    const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim()
    const [, ahead, behind, before, after] = SHORT_FOLIO.exec(text) ?? []
    const page = ahead ?? after
    const section = behind ?? before
    if (page !== undefined && section !== undefined && isSectionName(section)) return [{ number: page, section }]
    const number = PAPER_SAID.test(text) || dateIn(inFigures(text)) ? PAGE_BESIDE.exec(text)?.[1] : undefined
    return number === undefined ? [] : [{ number }]
  })
  const [first, ...others] = found
  if (!first || others.some(({ number }) => number !== first.number)) return {}
  return found.find(({ section }) => section !== undefined) ?? first
}

const SHORT_PAGE = '[A-HT]\\d{2}'
const SHORT_FOLIO = new RegExp(
  `^(?:(${SHORT_PAGE})[ |·]?(\\p{Script=Han}{2,6})|(\\p{Script=Han}{2,6})[ |·]?(${SHORT_PAGE}))$`,
  'u',
)
/** G20 meets, and is no page; 下转 A05 is another page. */
const PAGE_BESIDE = new RegExp(`(?<=^|[ |·日])(?<![转轉接见見至到共] ?)(?!G20)(${SHORT_PAGE})(?=$|[ |·])`, 'u')

/** The number that a folio line says. 下转4版 is another page, 今日8版 are all of them, and the 一版 of 这一版 is none. */
const pageSaid = (text: string): string | undefined =>
  PAGE_SAID.map((said) => said.exec(text)?.[1]).find((number) => number !== undefined)

const PAGE_SAID = [
  /(?<![转轉接见見至到共] ?)第 ?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}) ?版/u,
  /(?<!(?:[转轉接见見至到共第\dA-Z]|\d[-—–~]|[今每]日|[本每]期) ?)([A-Z]?\d{1,3}) ?版/u,
  /(?<=^|[\s|·(])([一二三四五六七八九十]{1,3}) ?版(?=$|[\s|·)])/u,
] as const

/** Without one of these a line says nothing of all that; most lines that are asked have none. */
const OF_FOLIO = /[版报報]|消息|\d{4}/u

/** What is left of a folio line without all that it says besides. */
function sectionIn(text: string, publication: string | undefined): string | undefined {
  const bare = text
    .replace(DATE, ' ')
    .replace(
      /星期[一二三四五六日天]|周[一二三四五六日]|农历\S*|第? ?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}) ?版|第\d+期|总\S*期/gu,
      ' ',
    )
    .replace(LONE_NUMBER, ' ')
    .replace(LATIN, ' ')
    .replace(/[|/■□●◆]/g, ' ')
    .replaceAll(publication ?? '\0', ' ')
  return /^\s*([\p{Script=Han}·]{2,6})\s*$/u.exec(bare)?.[1]
}

/** The section or the paper in pinyin or English beside its name: 要闻 YAOWEN. */
const LATIN = /(?<![^\s|])[A-Za-z][A-Za-z'’.]+(?![^\s|])/g

/**
 * What `pattern` makes of `path`, or undefined where it does not fit. `{报名} {日期} {年} {月} {日} {版次} {版名}` (or `{publication}
 * {date} {year} {month} {day} {page} {section}`) stand for what they say, `*` for anything within a name. Without `/` it is
 * for the name alone, with it for the path's end. Extensions do not count. Days in Chinese numbers are read where it does not fit as it stands.
 */
export const matchPattern = (pattern: string, path: string): PageMeta | undefined =>
  matchAsItStands(pattern, path) ?? matchAsItStands(pattern, pathInFigures(path))

function matchAsItStands(pattern: string, path: string): PageMeta | undefined {
  const over = fieldsIn(pattern, path, SPREAD_FIELD)
  const spread = spreadOf(SPREAD_SAID.exec(over?.number ?? ''))
  const said = spread === undefined ? fieldsIn(pattern, path, PAGE_FIELD) : { ...over, number: spread }
  if (!said) return undefined
  const date = said.date === undefined ? dateOf(said.year, said.month, said.day) : dateIn(said.date)?.date
  const number = said.number?.replaceAll(/[第版]/g, '')
  return {
    ...(said.publication && { publication: said.publication }),
    ...(date && { date }),
    ...(number && { number }),
    ...(said.section && { section: said.section }),
  }
}

type Fields = Partial<Record<'publication' | 'date' | 'year' | 'month' | 'day' | 'number' | 'section', string>>

/** What stands in `path` where `pattern` has its fields; a page number is what `page` says. */
function fieldsIn(pattern: string, path: string, page: string): Fields | undefined {
  const names: string[] = []
  const source = pattern.split(/(\{[^}]*\}|\*)/).map((part) => {
    if (part === '*') return '[^/]*?'
    const field = /^\{(.*)\}$/.exec(part)?.[1]
    if (field === undefined) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const known = FIELDS[field.trim()]
    if (!known) return undefined
    names.push(known.name)
    return `(${known.name === 'number' ? page : known.source})`
  })
  if (names.length === 0 || source.includes(undefined)) return undefined
  const bare = path.replace(/(?:\.page)?\.[A-Za-z]{2,8}$/, '')
  const match = new RegExp(`(?:^|/)${source.join('')}$`, 'u').exec(
    pattern.includes('/') ? bare : (bare.split('/').at(-1) ?? ''),
  )
  return match ? Object.fromEntries(names.map((name, i) => [name, (match[i + 1] ?? '').trim()])) : undefined
}

/** Whether the pattern names at least one thing that is known. */
export const isPattern = (pattern: string): boolean =>
  [...pattern.matchAll(/\{([^}]*)\}/g)].length > 0 &&
  [...pattern.matchAll(/\{([^}]*)\}/g)].every((m) => FIELDS[(m[1] ?? '').trim()])

const FIELDS: Readonly<Record<string, { readonly name: string; readonly source: string }>> = Object.fromEntries(
  (
    [
      ['publication', '[^/]+?', '报名', 'publication'],
      ['date', '\\d{4}[-_.年]?\\d{1,2}[-_.月]?\\d{1,2}日?', '日期', 'date'],
      ['year', '\\d{4}', '年', 'year'],
      ['month', '\\d{1,2}', '月', 'month'],
      ['day', '\\d{1,2}', '日', 'day'],
      ['number', '', '版次', 'page'], // what `fieldsIn` is given
      ['section', '[^/]+?', '版名', 'section'],
    ] as const
  ).flatMap(([name, source, zh, en]) => [
    [zh, { name, source }],
    [en, { name, source }],
  ]),
)

/** Papers whose name does not end as those of papers do. */
const TITLES =
  '[参參]考消息|新[华華]每日[电電][讯訊]|南方周末|第一[财財][经經]|每日[经經][济濟]新[闻聞]|世[纪紀][经經][济濟][报報]道'
const PAPER_SAID = new RegExp(
  `(?:^|[《\\s])(\\p{Script=Han}{2,10}(?:日|晚|早|晨|[时時]|都市|商|[周週]|青年|[导導]|快|新|法制|[农農]民|文[汇匯]|文摘|新[闻聞])[报報](?:海外版)?|(?:21)?(?:${TITLES}))(?=$|[》\\s\\d,，])`,
  'u',
)
/** Beside a day every 报 is a paper's, a trade's and a place's too: 中国教育报, 江岸农报; but for those that are columns: 天气预报. */
const PAPER_BESIDE =
  /(?:^|[《\s|·])(\p{Script=Han}{2,9}(?<![预預简簡通战戰捷播情海]|(?<!大)公)[报報](?:海外版)?)(?=$|[》\s\d,，|·])/u
const PAPER = new RegExp(`(?:[报報](?:海外版)?|[周週]刊|${TITLES})$`, 'u')
/** Names among other words; the number of 21世纪经济报道 is a part of its. */
const NAMES = /(?:21(?=世[纪紀]))?\p{Script=Han}{2,}/gu
const SECTION = /^[\p{Script=Han}]{2,6}$/u

const HAN = /^[一二三四五六七八九十]+$/

/** 四 → 04, as the pages of a paper are numbered. */
const twoDigits = (han: string): string => String(hanNumber(han)).padStart(2, '0')

/** A day under its month. Behind a hyphen stands the page of that day (2022/10/21-04), but not where both are pages (04-05版). */
const FOLDERS =
  /(?:^|[^\d])((?:18|19|20)\d{2})(?:(?:年?\/|[-_.年])(\d{1,2})月?\/(\d{1,2})日?|(?=\d{0,2}\/)\/?(\d{2})\/?(\d{2}))(?=\/|$|[^\d月./-]|-(?:[A-Za-z]\d{1,3}|\d{2,3})(?![\dA-Za-z./月日版]|-\d))/u

const DATE = /((?:18|19|20)\d{2})(?:[-_./年 ]\s?(\d{1,2})[-_./月 ]\s?(\d{1,2})日?|(\d{2})(\d{2}))(?!\d)/gu

function dateIn(text: string): { date: string; start: number; end: number } | undefined {
  // most texts have none, and taking all matches costs a copy of the pattern
  if (text.search(DATE) < 0) return undefined
  for (const m of text.matchAll(DATE)) {
    const date = dateOf(m[1], m[2] ?? m[4], m[3] ?? m[5])
    if (date && !/\d/.test(text[m.index - 1] ?? '')) return { date, start: m.index, end: m.index + m[0].length }
  }
  return undefined
}

function dateOf(year?: string, month?: string, day?: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(y >= 1800 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m))) return undefined
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
}

function numberIn(text: string, inName: boolean, dated: boolean): string | undefined {
  const spread = spreadIn(text, inName)
  if (spread !== undefined) return spread
  const said = /第?([A-Za-z]?\d{1,3})版/.exec(text)?.[1]
  if (said !== undefined) return said.toUpperCase()
  const han = /第([一二三四五六七八九十]{1,3})版/.exec(text)?.[1] ?? (inName ? HAN_PAGE.exec(text)?.[1] : undefined)
  if (han !== undefined) return twoDigits(han)
  // Without 版 only a name's own number tells: A04, or 04 beside a date; a folder's may be anything.
  if (!inName) return undefined
  const lettered = /(?:^|[\s_\-.（(])([A-Za-z]\d{1,3})(?=$|[\s_\-.）)\p{Script=Han}])/u.exec(text)?.[1]
  // x1 and b2 are what anybody calls a file; beside a day they are pages
  if (lettered !== undefined && !dated && ANY_NAME.test(lettered)) return undefined
  const bare = dated ? /(?:^|[\s_\-.（(])(\d{1,3})(?=$|[\s_\-.）)\p{Script=Han}])/u.exec(text)?.[1] : undefined
  return (lettered ?? bare)?.toUpperCase().replace(/^P(?=\d)/, '')
}

/** 二版, 江城晚报_三版_要闻: alone between what parts a name. */
const HAN_PAGE = /(?:^|[\s_\-.])([一二三四五六七八九十]{1,3})版(?=$|[\s_\-.])/
/** rmrb2022102104: a paper's letters, the day and its page in one, as papers call the files of their pages. */
const DAY_AND_PAGE = /(?<=(?:^|\/)[A-Za-z]{2,8})((?:19|20)\d{6})(\d{2})(?![\dA-Za-z])/g

const ANY_NAME = /^[a-oq-z][1-9]?\d$/

/** A spread over two pages (跨版) as its first and last: A04-05 or A04-A05, without a letter only before 版. Its pages follow each other. */
function spreadIn(text: string, alone: boolean): string | undefined {
  const found = SPREAD.exec(text)
  if (found?.[5] === undefined && (!alone || !found?.[1])) return undefined
  return spreadOf(found)
}

/** Of the letter and number of its first page, and of its last; undefined where they do not follow each other. */
function spreadOf(found: RegExpExecArray | null): string | undefined {
  const [, letter = '', first = '', again = '', last = ''] = found ?? []
  if (!found || Number(last) !== Number(first) + 1) return undefined
  if (again !== '' && again.toUpperCase() !== letter.toUpperCase()) return undefined
  return `${letter}${first}-${again}${last}`.toUpperCase()
}

const SPREAD =
  /(?<![A-Za-z\d][-—–~]?|[转轉接见見] ?第?)第?([A-Za-z]?)(\d{1,3})[-—–~]([A-Za-z])?(\d{1,3})(?:(版)|(?![A-Za-z\d]|[-—–~]\d))/u

/**
 * `{版次}`, with or without its 第 and 版: a spread, or one page. Without 版 a spread says its letter twice, or its last page has as
 * many digits as its first or begins with none that is 0: A9-10 is one, A01-2 the second of something of page 1. The 版 is the page's
 * but where the name is one of the few words that begin with it: 版画, 版面, 版权.
 */
const OF_PAGE = '版(?!(?:画|面|权|式|本)(?![\\p{Script=Han}]))'
const TO = '[-—–~]'
const SPREAD_FIELD = `第?(?:[A-Za-z](?:\\d{1,3}${TO}[A-Za-z]\\d{1,3}|(?:[1-9]\\d?${TO}[1-9]\\d?|\\d{2}${TO}\\d{2}|\\d{3}${TO}\\d{3})(?!\\d))版?|[A-Za-z]?\\d{1,3}${TO}\\d{1,3}(?=版)版?)`
const PAGE_FIELD = `第?[A-Za-z]?\\d{1,3}(?:${OF_PAGE})?`
const SPREAD_SAID = /([A-Za-z]?)(\d{1,3})[-—–~]([A-Za-z]?)(\d{1,3})/u
