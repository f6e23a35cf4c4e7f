/** Patterns by which a newsroom names its files: {报名}_{日期}_{版次}. */
import { BanxinError } from '../errors.ts'
import { pathInFigures } from '../han-dates.ts'
import type { PageMeta } from '../page/page.ts'
import { dateIn, dateOf, spreadOf } from './said.ts'

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
  const source = partsOf(pattern).map((part) => {
    if (part === '*') return '[^/]*?'
    if (!part.startsWith('{')) return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const known = fieldOf(part)
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

/**
 * Throws what is wrong with a pattern. Errors: `pattern/none`, `pattern/unknown`, `pattern/twice`; `pattern/beside` for two parts that may
 * each be of any length with nothing between them: which is which nobody can tell, and several such take years over a long name.
 */
export function checkPattern(pattern: string): void {
  const parts = partsOf(pattern).filter((part) => part !== '')
  const named = parts.filter((part) => part.startsWith('{'))
  if (named.length === 0) throw new BanxinError('pattern/none', { pattern })
  const unknown = named.find((part) => !fieldOf(part))
  if (unknown !== undefined) throw new BanxinError('pattern/unknown', { pattern, part: unknown })
  const names = named.map((part) => fieldOf(part)?.name)
  const twice = named.find((_, i) => names.indexOf(names[i]) < i)
  if (twice !== undefined) throw new BanxinError('pattern/twice', { pattern, part: twice })
  const beside = parts.findIndex((part, i) => isOfAnyLength(part) && isOfAnyLength(parts[i + 1]))
  if (beside >= 0)
    throw new BanxinError('pattern/beside', { pattern, parts: `${parts[beside] ?? ''}${parts[beside + 1] ?? ''}` })
}

/** Texts, fields and `*` in order; texts may be empty. */
const partsOf = (pattern: string): readonly string[] => pattern.split(/(\{[^}]*\}|\*)/)

const isOfAnyLength = (part: string | undefined): boolean => part === '*' || fieldOf(part ?? '')?.source === ANY

type Field = { readonly name: keyof Fields; readonly source: string }

/** Undefined for a text, and for a field that is not known. */
const fieldOf = (part: string): Field | undefined => FIELDS.get(/^\{(.*)\}$/.exec(part)?.[1]?.trim() ?? '')

const ANY = '[^/]+?'

const FIELDS: ReadonlyMap<string, Field> = new Map(
  (
    [
      ['publication', ANY, '报名', 'publication'],
      ['date', '\\d{4}[-_.年]?\\d{1,2}[-_.月]?\\d{1,2}日?', '日期', 'date'],
      ['year', '\\d{4}', '年', 'year'],
      ['month', '\\d{1,2}', '月', 'month'],
      ['day', '\\d{1,2}', '日', 'day'],
      ['number', '', '版次', 'page'], // what `fieldsIn` is given
      ['section', ANY, '版名', 'section'],
    ] as const
  ).flatMap(([name, source, zh, en]) => [
    [zh, { name, source }],
    [en, { name, source }],
  ]),
)

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
