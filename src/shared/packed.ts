/**
 * What `list.map(make)` gives, always as an array without holes: that of `map` is one in a caller that waits to be compiled and counts
 * as one with holes in a compiled one (V8 13), and whatever reads it is thrown back and compiled again. For lists that are made of every page.
 */
export function mapped<A, B>(list: readonly A[], make: (value: A, index: number) => B): B[] {
  const made: B[] = []
  for (let i = 0; i < list.length; i++) made.push(make(list[i]!, i))
  return made
}
