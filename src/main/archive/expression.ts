/** What is typed to be replaced, as an expression of the language; why one is none is told so that a person can mend it. */
import type { ReplaceInput } from '../../shared/api/search.ts'
import { BanxinError } from '../../shared/errors.ts'
import { groupLacking } from '../../shared/replacement.ts'
import { bounded } from './bounded.ts'

/** Fits every place of `input.find`. Errors: `expression/…` for an expression that is none or fits the empty text, and a replacement with a group that it lacks. */
export function patternOf(input: ReplaceInput): RegExp {
  const flags = `gu${input.matchCase ? '' : 'i'}`
  try {
    const pattern = new RegExp(
      input.expression ? input.find : input.find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
      flags,
    )
    const once = new RegExp(pattern.source, flags.replace('g', ''))
    if (bounded(input.find, () => once.test(''))) throw new BanxinError('expression/empty', { find: input.find })
    const group = input.expression ? groupLacking(pattern, input.replacement) : undefined
    if (group !== undefined) throw new BanxinError('expression/group', { find: input.find, group })
    return pattern
  } catch (cause) {
    if (cause instanceof BanxinError) throw cause
    const said = cause instanceof Error ? cause.message : ''
    const code = WRONG.find(([pattern]) => pattern.test(said))?.[1] ?? 'expression/invalid'
    throw new BanxinError(code, { find: input.find }, { cause })
  }
}

/** What the engine says of an expression after it has repeated it. */
const WRONG = [
  [/Unterminated (group|character class)$|Unmatched '\)'$|Lone quantifier brackets$|Missing \)/i, 'expression/bracket'],
  [/Nothing to repeat$|Incomplete quantifier$|numbers out of order in/i, 'expression/repeat'],
  [/escape|\\ at end of pattern$|Invalid named reference$|Invalid property name/i, 'expression/escape'],
] as const
