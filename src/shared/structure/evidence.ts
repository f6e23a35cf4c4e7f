/** Evidence by number: everything that may be seen about a piece has a name, which is put together when it is asked for, and is an integer otherwise. */

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
  // the type holds callers to the number of classes
  return numberingOf(base, ...classes.map((values) => values.length)) as (...values: readonly number[]) => number
}

/** The function from values' numbers to evidence's number; one for each number of classes, each as short as it can be: they are asked most of all. */
function numberingOf(base: number, a?: number, b?: number, c?: number, d?: number) {
  if (a === undefined) return () => base
  if (b === undefined) return (w: number) => base + w
  if (c === undefined) return (w: number, x: number) => base + w * b + x
  if (d === undefined) return (w: number, x: number, y: number) => base + (w * b + x) * c + y
  return (w: number, x: number, y: number, z: number) => base + ((w * b + x) * c + y) * d + z
}

/** How many pieces of evidence there are: all numbers are smaller. */
export const evidenceCount = (): number => count

/** The name of evidence `n`: what weights and learning are booked under. */
export function nameOf(n: number): string {
  const { base, parts, classes } = templates.findLast((template) => template.base <= n)!
  let rest = n - base
  let name = ''
  for (let i = classes.length - 1; i >= 0; i--) {
    const values = classes[i]!
    name = values[rest % values.length]! + parts[i + 1]! + name
    rest = Math.floor(rest / values.length)
  }
  return parts[0]! + name
}

/** The number of evidence `name`; undefined where nothing is declared by that name. */
export function numberOf(name: string): number | undefined {
  // all are put together when the first is asked for: by then every module has declared its own
  if (numbers.size !== count) numbers = new Map(Array.from({ length: count }, (_, n) => [nameOf(n), n]))
  return numbers.get(name)
}

let numbers: ReadonlyMap<string, number> = new Map()
