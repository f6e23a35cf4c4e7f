/** Evidence by number: every name of something that may be seen about a piece is put together once, and from then on is an integer. */

/** The values that one part of a name may have; a value's number is its place. */
export type Values = readonly string[]

export const NO_YES: Values = ['false', 'true']

type Template = { readonly base: number; readonly parts: readonly string[]; readonly classes: readonly Values[] }
const templates: Template[] = []
let count = 0

/**
 * Declares evidence whose name has a value of each class in it: evidence`prev=${KINDS}&ended=${NO_YES}`. The function that it gives
 * takes the values' numbers and gives the evidence's number. At most four classes.
 */
export function evidence<const C extends readonly Values[]>(
  parts: TemplateStringsArray,
  ...classes: C
): (...values: { readonly [K in keyof C]: number }) => number {
  const base = count
  templates.push({ base, parts: [...parts], classes })
  count += classes.reduce((n, values) => n * values.length, 1)
  const [, b = 1, c = 1, d = 1] = classes.map((values) => values.length)
  const numberFor = (w = 0, x = 0, y = 0, z = 0): number => base + ((w * b + x) * c + y) * d + z
  // one shape of function for all, so that it is compiled once; the type holds callers to the number of classes
  return numberFor as (...values: readonly number[]) => number
}

/** How many pieces of evidence there are: all numbers are smaller. */
export const evidenceCount = (): number => count

/** The name of evidence `n`: what weights and learning are booked under. */
export function nameOf(n: number): string {
  let last = templates.length - 1
  while (templates[last]!.base > n) last--
  const { base, parts, classes } = templates[last]!
  let name = ''
  let rest = n - base
  for (let i = classes.length - 1; i >= 0; i--) {
    const values = classes[i]!
    name = values[rest % values.length]! + parts[i + 1]! + name
    rest = Math.floor(rest / values.length)
  }
  return parts[0]! + name
}

/** The number of evidence `name`; undefined where nothing is declared by that name. */
export const numberOf = (name: string): number | undefined => all().numbers.get(name)

type All = { readonly names: readonly string[]; readonly numbers: ReadonlyMap<string, number> }
let known: All = { names: [], numbers: new Map() }

/** All names, put together when the first is asked for: by then every module has declared its own. */
function all(): All {
  if (known.names.length === count) return known
  const names = templates.flatMap(namesOf)
  return (known = { names, numbers: new Map(names.map((name, n) => [name, n])) })
}

function namesOf({ parts, classes }: Template): readonly string[] {
  return classes.reduce<readonly string[]>(
    (names, values, i) => names.flatMap((name) => values.map((value) => name + value + parts[i + 1]!)),
    [parts[0]!],
  )
}
