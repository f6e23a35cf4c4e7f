/** Figures, signs and notes that vision models write as LaTeX, `$30\%$`, `$^{①}$`, `$\mathrm{CO}_{2}$`: the engine reads what they stand for. */
import { UNSEEN } from './markup.ts'

/** What a command stands for; one that is not listed makes its formula text. */
const COMMANDS: Readonly<Record<string, string>> = {
  circ: '°',
  times: '×',
  div: '÷',
  pm: '±',
  cdot: '·',
  sim: '～',
  approx: '≈',
  leq: '≤',
  geq: '≥',
  le: '≤',
  ge: '≥',
  prime: '′',
  to: '→',
  rightarrow: '→',
  textcircled: '',
  mathrm: '',
  mathbf: '',
  mathsf: '',
  text: '',
  textbf: '',
  textsuperscript: '',
  rm: '',
  bf: '',
}
const MAYBE = /\$[^$\n]{1,60}\$/u
const PART = /\\(?:[a-z]+(?![a-z])|[%,;!~ ])|[\w[\].,:%‰°′()+\-−=×÷~<>/①-⒇ ]|[{}^]/giu
/** Sums of money stand beside `$` too: no figure follows the second one, and no letter stands before the first but where it is raised or set lower. */
const FORMULA = new RegExp(
  `(?<![\\\\$\\d])(?:(?<![a-z])|(?=\\$ ?[_^]))\\$((?:${PART.source}|(?<=\\{)\\p{Script=Han}{1,10}(?=\\})){1,60}?)\\$(?![\\d$])`,
  'giu',
)
const COMMAND = /\\([a-z]+)/giu
const SEEN = /\\([a-z]+)|\\?[{}^_$]|\\(?=[%,;!~ ])|(?<=\$) +| +(?=\$)/giu

/** `source` with its short formulas as what they stand for, as long as it was. */
export function withoutLatex(source: string): string {
  if (!MAYBE.test(source)) return source
  return source.replace(FORMULA, (formula: string) => {
    for (const [, name = ''] of formula.matchAll(COMMAND)) if (!Object.hasOwn(COMMANDS, name)) return formula
    return formula.replace(SEEN, (part, name: string | undefined) =>
      (name === undefined ? '' : COMMANDS[name]!).padEnd(part.length, UNSEEN),
    )
  })
}
