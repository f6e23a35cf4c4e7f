/** How many names a piece consists of, when what newspapers dress them in is taken away: 记者, 通讯员, 摄, brackets. */
import { codesOf } from './classes.ts'
import { isBlank } from './lines.ts'
import { isName, nameRun, namesOf } from './names.ts'

/**
 * Twice the number of names that the piece holds when what is around them is taken away; 1 where most of its words could be names, 0 if
 * other words are left. `dressed`: something of that may stand there; `groups`: how many runs of characters there are between blanks.
 * The text's code units stand in `units` from `at` on.
 */
export function namesIn(text: string, units: Uint16Array, at: number, dressed: boolean, groups: number): number {
  const school = groups > 1 && /[班级]/u.test(text) ? CLASS.exec(text)?.[0].length : undefined
  if (school) return namesIn(text.slice(school), units, at + school, dressed, groups - 1)
  // one word is a run of names, or none
  if (!dressed && groups === 1) return 2 * (nameRun(text)?.length ?? 0)
  const words = wordsOf(text, units, at, dressed)
  const run = namesOf(words)
  if (run) return 2 * run.length
  const signed = (groups > 1 ? signedBy(text) : 0) || withRole(text)
  if (signed > 0) return 2 * signed
  return words.length > 1 && words.length <= MOST && words.filter(isName).length * 2 > words.length ? 1 : 0
}

/** A pupil’s name stands behind the class: 城西小学五（2）班 佘小曼. */
const CLASS = /^\S{0,16}(?:[（(]?[一二三四五六七八九\d]{1,2}[）)]?班|[一二三四五六七八九]年级)\s+/u

/** How many names stand behind what they are, or where: 县农业局 陈 农, 退休工人 邢德福, □柳沟大队社员 范 有 田. */
function signedBy(text: string): number {
  let start = 0
  while (start < text.length && (MARKS.has(text.charCodeAt(start)) || isBlank(text.charCodeAt(start)))) start++
  // most show by their first word's end that they are none
  let end = start + 1
  while (end < text.length && !isBlank(text.charCodeAt(end))) end++
  if (!OFFICE_ENDS.has(text.charCodeAt(end - 1)) || !OFFICE.test(text.slice(start, end))) return 0
  const names = namesOf([text.slice(end)])?.length ?? 0
  return names <= SIGNERS ? names : 0
}
const OFFICE =
  /^\p{Script=Han}{1,13}(?:[工人员师长队厂社局所院校区县村镇乡街市司组科处部连站店户民者馆园台办宫室]|(?:学|实习|医|研究)生|大学|[中小]学)$/u
const MARKS = codesOf('■□▲●◎◆★☆※')
const OFFICE_ENDS = codesOf('工人员师长队厂社局所院校区县村镇乡街市司组科处部连站店户民者馆园台办宫室生学')
/** More names are a list. */
const SIGNERS = 4

/** One, where a person's name has what he is behind it: □季如松（教师）. */
function withRole(text: string): number {
  const end = text.charCodeAt(text.length - 1)
  if (end !== ROUND_END && end !== NARROW_END) return 0
  const name = ROLE.exec(text)?.[1]
  return name !== undefined && nameRun(name)?.length === 1 ? 1 : 0
}
const ROLE = /^[■□▲●◎◆★☆※\s]*(\p{Script=Han}[\p{Script=Han}\s]{1,5})[（(]\p{Script=Han}{2,12}[）)]$/u
const [ROUND_END, NARROW_END] = ['）', ')'].map((mark) => mark.charCodeAt(0))

/** More words than these are no names. */
const MOST = 8

/** The runs of characters between blanks, and between dress where something may be that. By hand: a pattern takes several times as long. */
function wordsOf(text: string, units: Uint16Array, at: number, dressed: boolean): readonly string[] {
  const words: string[] = []
  let from = 0
  while (dressed && from < text.length && (BULLETS.has(units[at + from]!) || isBlank(units[at + from]!))) from++
  for (let i = from; i <= text.length;) {
    const code = i === text.length ? BLANK : units[at + i]!
    const gap = isBlank(code) ? 1 : dressed ? dressAt(text, i, code) : 0
    if (gap > 0 && i > from) words.push(text.slice(from, i))
    i += gap || 1
    if (gap > 0) from = i
  }
  return words
}

const BLANK = 32

/** What stands around names wherever it stands; of those that begin alike the longer ones first. */
const DRESS: readonly string[] =
  '本报 木报 新华社 特约 实习 见习 记者 通讯员 通汛员 通迅员 评论员 作者 作词 作曲 指导老师 指导教师 辅导老师 辅导教师 摄影报道 摄影 供图 文/图 文／图 文并/图 文并／图 （ ( ) ） : ： / ／ | ｜'.split(
    ' ',
  )
const DRESS_BY_BEGIN = new Map(
  DRESS.map(([begin]) => [begin!.charCodeAt(0), DRESS.filter((dress) => dress[0] === begin)]),
)
const DRESS_BEGINS = codesOf(DRESS.map((dress) => dress[0]).join(''))
/** What stands behind the last name; and before the first one, with blanks or without. */
const DRESS_END = codesOf('摄撮文图作')
const BULLETS = codesOf('■□▲●◎◆★☆※')

/** The length of the dress that begins with `code` at a place, 0 where there is none. */
function dressAt(text: string, at: number, code: number): number {
  if (DRESS_BEGINS.has(code))
    for (const dress of DRESS_BY_BEGIN.get(code)!) if (text.startsWith(dress, at)) return dress.length
  return +(at === text.length - 1 && DRESS_END.has(code))
}
