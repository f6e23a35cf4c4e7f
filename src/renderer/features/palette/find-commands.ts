/** Finds commands by what a person types: Chinese, English, pinyin, its initials, or the key. */
import { laterValue } from '../../ui/later.tsx'
import { showKey } from '../../app/keys.ts'
import { keyOf } from '../keys/bindings.ts'
import type { Command } from '../../app/command.ts'

/** Full pinyin and initials of Chinese names. */
export type SoundOf = (text: string) => { readonly pinyin: string; readonly initials: string }

/** The table of sounds is large: it comes after the first page, and names are found by what they say until then. */
export const useSound = laterValue<SoundOf>(async () => (await import('../../../shared/pinyin.ts')).soundOf)

/** How well `command` answers `query`, 0 for not at all; every word of the query must be found. */
export function matchCommand(
  command: Pick<Command, 'id' | 'name' | 'key' | 'also'>,
  query: string,
  soundOf: SoundOf | undefined,
): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const sound = soundOf?.(command.name.zh) ?? { pinyin: '', initials: '' }
  const fields: readonly (readonly [string, number])[] = [
    [command.name.zh.toLowerCase(), 8],
    [command.name.en.toLowerCase(), 6],
    [sound.pinyin, 4],
    [sound.initials, 4],
    [showKey(keyOf(command) ?? '').toLowerCase(), 3],
  ]
  let score = 0
  for (const word of words) {
    const best = Math.max(...fields.map(([field, weight]) => weight * place(field, word)))
    if (best === 0) return 0
    score += best
  }
  return words.length === 0 ? 1 : score
}

/** 1 at a field's start, 0.8 at a word's start, 0.5 within, 0 where it is not. */
function place(field: string, word: string): number {
  const at = field.indexOf(word)
  if (at < 0) return 0
  if (at === 0) return 1
  return /[\s：:]/.test(field[at - 1] ?? '') ? 0.8 : 0.5
}

/** The commands that answer `query`, best first, the table's order among equals. */
export function findCommands(
  commands: readonly Command[],
  query: string,
  soundOf: SoundOf | undefined,
): readonly Command[] {
  return commands
    .map((command, i) => ({ command, i, score: matchCommand(command, query, soundOf) }))
    .filter((x) => x.score > 0)
    .toSorted((a, b) => b.score - a.score || a.i - b.i)
    .map((x) => x.command)
}
