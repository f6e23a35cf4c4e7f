/** What page a file is by its path: publication, date, page number and section. */
import { pathInFigures } from '../han-dates.ts'
import { isSectionName } from '../section-name.ts'
import type { PageMeta } from '../page/page.ts'
import { matchPattern } from './pattern.ts'
import { dateIn, dateOf, spreadIn, TITLES, twoDigits } from './said.ts'

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

const PAPER = new RegExp(`(?:[报報](?:海外版)?|[周週]刊|${TITLES})$`, 'u')
/** Names among other words; the number of 21世纪经济报道 is a part of its. */
const NAMES = /(?:21(?=世[纪紀]))?\p{Script=Han}{2,}/gu
const SECTION = /^[\p{Script=Han}]{2,6}$/u

/** A day under its month. Behind a hyphen stands the page of that day (2022/10/21-04), but not where both are pages (04-05版). */
const FOLDERS =
  /(?:^|[^\d])((?:18|19|20)\d{2})(?:(?:年?\/|[-_.年])(\d{1,2})月?\/(\d{1,2})日?|(?=\d{0,2}\/)\/?(\d{2})\/?(\d{2}))(?=\/|$|[^\d月./-]|-(?:[A-Za-z]\d{1,3}|\d{2,3})(?![\dA-Za-z./月日版]|-\d))/u

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
