/** The order of newspapers where one is chosen. */

/** As they are, but those whose name is not known stand last: nobody merges a newspaper into them by a slip. */
export const namedFirst = <T extends { readonly name: string }>(papers: readonly T[]): readonly T[] =>
  papers.toSorted((a, b) => Number(a.name === '') - Number(b.name === ''))
