/** Which of many suggestions there is room for. */
import type { Suggestion } from '../../../shared/api/search.ts'

/** At most `most` of them in their order: of each kind in turn the first that is left, so that many people hide no keyword. */
export function fewOf(suggestions: readonly Suggestion[], most: number): readonly Suggestion[] {
  const seen = new Map<Suggestion['kind'], number>()
  const placed = suggestions.map((suggestion, place) => {
    const turn = seen.get(suggestion.kind) ?? 0
    seen.set(suggestion.kind, turn + 1)
    return { suggestion, place, turn }
  })
  return placed
    .toSorted((a, b) => a.turn - b.turn || a.place - b.place)
    .slice(0, most)
    .toSorted((a, b) => a.place - b.place)
    .map((p) => p.suggestion)
}
