/** How single characters of a text are set: their face, raised or lowered, with emphasis dots; what a block's marks ask for. */
import type { Block, Mark } from '../../page/page.ts'
import type { Face } from '../advances.ts'

export type Script = 'super' | 'sub'

export type Dress = {
  readonly face: Face
  readonly script?: Script
  /** A dot stands under each Han character: 着重号, GB/T 15834. */
  readonly dotted?: true
}

/** From `start` on the text stands in this dress. */
export type DressChange = Dress & { readonly start: number }

/** A raised or lowered character's size and how far its baseline stands over the line's, in em of the line. */
export const SCRIPTS: Readonly<Record<Script, { readonly size: number; readonly rise: number }>> = {
  super: { size: 0.62, rise: 0.36 },
  sub: { size: 0.62, rise: -0.14 },
}

/** A dot under a Han character: its middle under the baseline and its radius, in em. */
export const DOT = { below: 0.25, radius: 0.06 } as const

export const sizeOf = ({ script }: { readonly script?: Script }): number => (script ? SCRIPTS[script].size : 1)
export const riseOf = ({ script }: { readonly script?: Script }): number => (script ? SCRIPTS[script].rise : 0)

/** The dresses of `block` from its first mark on: bold and dateline in the face `second`, italics in 楷体, as newspapers have them. */
export function dressesOf(block: Block, face: Face, second: Face): readonly DressChange[] {
  const marks = block.marks.filter((m) => m.kind !== 'link')
  const edges = [...new Set(marks.flatMap((m) => [m.start, m.end]))].toSorted((a, b) => a - b)
  return edges.map((start) => {
    const here = new Set(marks.filter((m) => m.start <= start && start < m.end).map((m) => m.kind))
    return { start, ...dressOf(here, face, second) }
  })
}

function dressOf(kinds: ReadonlySet<Mark['kind']>, face: Face, second: Face): Dress {
  const script = kinds.has('superscript') ? 'super' : kinds.has('subscript') ? 'sub' : undefined
  return {
    face: kinds.has('bold') || kinds.has('dateline') ? second : kinds.has('italic') ? 'kai' : face,
    ...(script && { script }),
    ...(kinds.has('emphasis') && { dotted: true }),
  }
}
