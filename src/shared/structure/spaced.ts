/** Headings that print sets with blanks between their characters, 老 铣 床 过 生 日: they are read as if closed up. */
import { codesOf } from './classes.ts'
import { BLANKS, isBlank } from './lines.ts'
import type { Line } from './lines.ts'
import { lookAt } from './look.ts'
import type { Look } from './look.ts'

/** Longer lines are no headings; fewer characters may be a name. */
const LONGEST = 26
const FEWEST = 5
/** So much with its blanks. */
const ROOM = 100

const MARKS = codesOf('“”‘’《》（）、，：；。！？—…·')
const SPACES = new RegExp(`[${BLANKS}]+`, 'gu')

/** The look of a line, closed up where its characters stand apart and are no names. */
export function closedUp(line: Line, look: Look): Look {
  const { groups, size, names } = look
  if (groups < FEWEST || size > LONGEST || names > 0 || line.text.length > ROOM || !standApart(line)) return look
  const whole = lookAt(line.text.replace(SPACES, ''))
  return whole.names > 0 ? look : whole
}

/** Whether a line was closed up: its text is longer than what is looked at. */
export const isClosedUp = (line: Line, look: Look): boolean =>
  line.text.length <= ROOM && look.text.length < line.text.length

/** Between blanks stands one character, marks aside; all blanks are as wide: wider ones part names. */
function standApart({ units, start, end }: Line): boolean {
  let own = 0
  let blanks = 0
  let width = 0
  for (let i = start; i < end; i++) {
    const code = units[i]!
    if (isBlank(code)) {
      own = 0
      blanks++
      continue
    }
    if (blanks > 0 && width > 0 && blanks !== width) return false
    if (blanks > 0) width = blanks
    blanks = 0
    if (!MARKS.has(code) && ++own > 1) return false
  }
  return true
}
