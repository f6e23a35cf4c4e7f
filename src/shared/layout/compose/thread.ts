/** Threads a story's body through a room: columns balanced, lines left alone at a column's head won back where they can be. */
import { cellsOf, fill } from './fill.ts'
import type { Filled, Room } from './fill.ts'
import type { FlowLine } from './flow.ts'
import type { VerticalHead } from './head.ts'
import type { Columns, Desk } from './room.ts'
import { linesOfStory } from './story.ts'
import type { Story } from './story.ts'

/** `room` is what was used: its limit is the least depth in which the text stands. */
export type Threaded = { readonly lines: readonly FlowLine[]; readonly filled: Filled; readonly room: Room }

/** Threads the body; a line left alone at a column's head is won back or given company by setting its paragraph tighter or looser. */
export function thread(
  story: Story,
  columns: Columns,
  desk: Desk,
  vertical: VerticalHead | undefined,
  room: Room,
): Threaded {
  const tracks = new Map<string, number>()
  let lines = linesOfStory(story, columns, desk, vertical)
  let used = balanced(lines, room)
  let filled = fill(lines, 0, used)
  const [tight, loose] = desk.t.limits.track
  for (let attempt = 0; attempt < 8; attempt++) {
    const id = filled.lonely.find((b) => !tracks.has(b))
    if (id === undefined) break
    const before = { lines, filled, used }
    for (const track of [tight / 2, tight, loose / 2, loose]) {
      tracks.set(id, track)
      lines = linesOfStory(story, columns, desk, vertical, tracks)
      used = balanced(lines, room)
      filled = fill(lines, 0, used)
      if (!filled.lonely.includes(id) && filled.next - lines.length >= before.filled.next - before.lines.length) break
      tracks.set(id, 0)
      lines = before.lines
      filled = before.filled
      used = before.used
    }
  }
  return accompanied({ lines, filled, room: used }, room)
}

/** Where the room holds all lines and has some to spare, a line still alone at a column's head takes the one before it along. */
function accompanied(given: Threaded, room: Room): Threaded {
  const alone = new Set<string>()
  let [best, last] = [given, given]
  for (let attempt = 0; attempt < MOST_ATTEMPTS && best.filled.lonely.length > 0 && isWhole(last); attempt++) {
    // what moves may leave another one alone
    for (const id of last.filled.lonely) alone.add(id)
    const lines = given.lines.map((line, i, all) => {
      const next = all[i + 1]
      const takes = next?.last && !line.last && alone.has(line.set.block.id) && next.set === line.set
      return takes ? { ...line, keepNext: true } : line
    })
    const used = balanced(lines, room)
    last = { lines, filled: fill(lines, 0, used), room: used }
    if (isWhole(last) && last.filled.lonely.length < best.filled.lonely.length) best = last
  }
  return best
}
const MOST_ATTEMPTS = 4

const isWhole = ({ lines, filled }: Threaded): boolean => filled.next >= lines.length

/** The room with the least depth in which the text still stands, so that columns end together. */
function balanced(lines: readonly FlowLine[], room: Room): Room {
  const total = lines.reduce((sum, l) => sum + l.rows, 0)
  for (let limit = Math.max(1, Math.ceil(total / room.columns)); limit < room.rows; limit++) {
    const tried = { ...room, limit }
    if (cellsOf(tried) >= total && fill(lines, 0, tried).next >= lines.length) return tried
  }
  return room
}
