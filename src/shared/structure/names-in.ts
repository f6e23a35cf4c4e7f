/** How many names a piece consists of, when what newspapers dress them in is taken away: 记者, 通讯员, 摄, brackets. */
import { codesOf } from './classes.ts'
import { isBlank } from './lines.ts'
import { isName, nameRun } from './names.ts'

/**
 * Twice the number of names that the piece holds when what is around them is taken away; 1 where most of its words could be names, 0 if
 * other words are left. `dressed`: something of that may stand there; `groups`: how many runs of characters there are between blanks.
 */
export function namesIn(text: string, dressed: boolean, groups: number): number {
  const bare = dressed ? undressed(text) : text
  if (bare === '') return 0
  const run = nameRun(bare)
  if (run) return 2 * run.length
  // one word is a run of one name, or none
  if (!dressed && groups === 1) return 0
  const words = wordsOf(bare)
  return words.length <= 8 && words.filter(isName).length * 2 > words.length ? 1 : 0
}

/** The runs of characters between blanks; a pattern for that is asked of every heading, and takes longer. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  let from = 0
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && !isBlank(text.charCodeAt(i))) continue
    if (i > from) words.push(text.slice(from, i))
    from = i + 1
  }
  return words
}

/** What stands around names wherever it stands; of those that begin alike the longer ones first. */
const DRESS: readonly string[] =
  '本报 新华社 特约 实习 见习 记者 通讯员 评论员 作者 摄影报道 摄影 供图 文/图 文／图 文并/图 文并／图 （ ( ) ） : ： / ／ | ｜'.split(
    ' ',
  )
const DRESS_BY_BEGIN = new Map(
  DRESS.map(([begin]) => [begin!.charCodeAt(0), DRESS.filter((dress) => dress[0] === begin)]),
)
const DRESS_BEGINS = codesOf(DRESS.map((dress) => dress[0]).join(''))
/** What stands behind the last name; and before the first one, as blanks may too. */
const DRESS_END = codesOf('摄文图')
const BULLETS = codesOf('■□▲●◎◆★☆※')

/** The text with a blank in the place of all dress. Done by hand: a pattern for it takes several times as long. */
function undressed(text: string): string {
  let from = 0
  while (from < text.length && (BULLETS.has(text.charCodeAt(from)) || isBlank(text.charCodeAt(from)))) from++
  let bare = ''
  for (let i = from; i < text.length;) {
    const length = dressAt(text, i)
    if (length > 0) {
      bare += `${text.slice(from, i)} `
      from = i + length
    }
    i += length || 1
  }
  return (bare + text.slice(from)).trim()
}

/** The length of the dress at a place, 0 where there is none. */
function dressAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (DRESS_BEGINS.has(code))
    for (const dress of DRESS_BY_BEGIN.get(code)!) if (text.startsWith(dress, at)) return dress.length
  return +(at === text.length - 1 && DRESS_END.has(code))
}
