/** Conversations: who speaks stands before a colon, and is set in bold. Derived from the blocks; never stored as a mark. */
import { normalMarks } from './marks.ts'
import type { Block } from './page.ts'

/** Fewer paragraphs than these with who speaks are no conversation. */
const SPOKEN_LEAST = 4
/** Who asks: one of these is in every conversation of a newspaper. */
const ASKS = /^(?:问|本?报?记者|主持人|提问)$/

const known = new WeakMap<readonly Block[], ReadonlyMap<Block, number>>()

/** The paragraphs of a conversation among `blocks`, each with the length of who speaks, colon included. */
export function speakersOf(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const found = known.get(blocks) ?? findSpeakers(blocks)
  known.set(blocks, found)
  return found
}

/** `block` with a bold mark over its first `length` characters; as it is where none speaks. */
export const withSpeaker = (block: Block, length: number | undefined): Block =>
  length === undefined
    ? block
    : { ...block, marks: normalMarks([...block.marks, { kind: 'bold', start: 0, end: length }], block.text.length) }

function findSpeakers(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const lines = blocks.flatMap((block) => {
    const name = block.role === 'paragraph' ? /^([\p{sc=Han}·]{1,8})[：:]./u.exec(block.text)?.[1] : undefined
    return name === undefined ? [] : [{ block, name }]
  })
  const times = new Map<string, number>()
  for (const { name } of lines) times.set(name, (times.get(name) ?? 0) + 1)
  const often = lines.filter(({ name }) => ASKS.test(name) || name === '答' || (times.get(name) ?? 0) > 1)
  const isTalk =
    often.length >= SPOKEN_LEAST &&
    often.some(({ name }) => ASKS.test(name)) &&
    often.some(({ name }) => !ASKS.test(name))
  return new Map(isTalk ? often.map(({ block, name }) => [block, name.length + 1]) : [])
}
