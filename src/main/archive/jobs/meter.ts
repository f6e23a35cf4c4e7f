/** How fast a job goes. */

/**
 * Files a second over about the last ten seconds. Reckoned from when the first came, 0 until then: before it dictionaries are loaded,
 * and what that takes says nothing of the rest.
 */
export function makeMeter(): (files: number) => number {
  let seen: { readonly at: number; readonly files: number }[] = []
  return (files) => {
    const at = performance.now()
    seen = [...seen.filter((s, i) => at - s.at < 10_000 || i === seen.length - 1), { at, files }]
    const span = at - (seen[0]?.at ?? at)
    return span <= 0 ? 0 : (seen.slice(1).reduce((n, s) => n + s.files, 0) / span) * 1000
  }
}
