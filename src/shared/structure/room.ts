/** Room that is used from page to page: fresh arrays of such sizes cost more than the sums in them. */

/** Gives room for so many numbers as it is asked for, or for more. What stood in it is still there. */
export function room<A>(make: (size: number) => A & { readonly length: number }): (size: number) => A {
  let kept = make(0)
  return (size) => {
    if (size > MOST_KEPT) return make(size)
    if (kept.length < size) kept = make(Math.min(MOST_KEPT, size * 2))
    return kept
  }
}

const MOST_KEPT = 1 << 20

export const numbers = (size: number): Float64Array => new Float64Array(size)
export const bytes = (size: number): Uint8Array => new Uint8Array(size)
