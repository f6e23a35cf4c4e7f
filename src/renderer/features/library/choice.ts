/** Which pages are chosen in a list: ids, and the place from which a choice is stretched. Pure. */
export type Choice = { readonly ids: ReadonlySet<number>; readonly anchor: number | undefined }

export const NO_CHOICE: Choice = { ids: new Set(), anchor: undefined }

/** One more or one less. `index` is where it stands. */
export function toggle({ ids }: Choice, id: number, index: number): Choice {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: index }
}

/** All from the anchor to `index`, both ends in; `order` are the ids of the whole list. What was chosen before stays. */
export function stretch({ ids, anchor }: Choice, order: readonly number[], index: number): Choice {
  const [from, to] = [Math.min(anchor ?? index, index), Math.max(anchor ?? index, index)]
  return { ids: new Set([...ids, ...order.slice(from, to + 1)]), anchor: anchor ?? index }
}
