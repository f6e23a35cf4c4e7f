/** What takes the place of a match of an expression, in one page as in the whole archive: `$1`, `$<name>`, `$&` and `$$` as the language has them. */

/** What `replacement` stands for at a match of `pattern`; what stands around it is seen by the expression as it was when it was found. */
export function expanded(match: RegExpExecArray, pattern: RegExp, replacement: string): string {
  const { input, index } = match
  const here = new RegExp(pattern.source, pattern.flags.replace('g', 'y'))
  here.lastIndex = index
  const whole = input.replace(here, replacement)
  return whole.slice(index, whole.length - (input.length - index - match[0].length))
}

/** The first sign of `replacement` that means a group which `pattern` lacks, and so would stand in the text as it is, or as nothing. */
export function groupLacking(pattern: RegExp, replacement: string): string | undefined {
  // With nothing to choose first it fits at once, however long the expression itself would try, and tells its groups.
  const fits = new RegExp(`|${pattern.source}`, pattern.flags).exec('')
  const count = (fits?.length ?? 1) - 1
  const has = (number: number) => number > 0 && number <= count
  return [...replacement.matchAll(/\$(?:\$|(?<digits>\d\d?)|<(?<name>[^>]*)>)/gu)].find(({ groups }) => {
    const { digits, name } = groups ?? {}
    if (name !== undefined) return !Object.hasOwn(fits?.groups ?? {}, name)
    return digits !== undefined && !has(Number(digits)) && !has(Number(digits[0]))
  })?.[0]
}
