/** Which pages are chosen in a list: ids, the place from which a choice is stretched, and what was chosen before it was. Pure. */
export type Choice = {
  readonly ids: ReadonlySet<number>
  readonly anchor: number | undefined
  readonly before: ReadonlySet<number>
}

export const NO_CHOICE: Choice = chosen([])

/** Those, with no place to stretch from. */
export function chosen(list: readonly number[]): Choice {
  const ids = new Set(list)
  return { ids, anchor: undefined, before: ids }
}

/** One more or one less. `index` is where it stands. */
export function toggle({ ids }: Choice, id: number, index: number): Choice {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: index, before: next }
}

/**
 * All from the anchor to `index`, both ends in, beside what was chosen before; what an earlier stretch from there reached beyond is let
 * go. Where there is no anchor it is `from`. `order` are the ids of the whole list.
 */
export function stretch(choice: Choice, order: readonly number[], index: number, from = index): Choice {
  const anchor = choice.anchor ?? from
  const before = choice.anchor === undefined ? choice.ids : choice.before
  const [start, end] = [Math.min(anchor, index), Math.max(anchor, index)]
  return { ids: new Set([...before, ...order.slice(start, end + 1)]), anchor, before }
}

/** What of the choice is still in the list, whose ids are `order`; where some went, the places are others. */
export function remaining(choice: Choice, order: readonly number[]): Choice {
  const there = new Set(order)
  const ids = new Set([...choice.ids].filter((id) => there.has(id)))
  return ids.size === choice.ids.size ? choice : { ids, anchor: undefined, before: ids }
}
