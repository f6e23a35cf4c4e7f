/** Reads a command's words and options; what does not fit is wrong use. */
import { parseArgs } from 'node:util'
import path from 'node:path'
import { siteUrlSchema } from '../../shared/api/exports.ts'
import { fill } from '../../shared/errors.ts'
import type { Lang } from '../../shared/page/roles.ts'

/** What is wrong with a command line; `{what}` is the word or option that it is about. */
const WRONG = {
  missing: { zh: '缺少 {what}', en: '{what} is missing' },
  value: { zh: '{what} 后面缺少值', en: '{what} needs a value' },
  unknown: { zh: '没有 {what} 这个选项', en: 'There is no option {what}' },
  invalid: { zh: '不认得 {what}', en: '{what} is not understood' },
  long: { zh: '{what} 太长', en: '{what} is too long' },
  extra: { zh: '多出了 {what}', en: '{what} is too much' },
  either: { zh: '{what} 只能用一样', en: 'Only one of {what} can be used' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

/** Wrong use of the command line: exit 2, with the usage line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly kind: keyof typeof WRONG
  readonly what: string
  constructor(kind: keyof typeof WRONG, what: string) {
    super(`${kind} ${what}`)
    this.kind = kind
    this.what = what
  }
}

export const usageText = (e: UsageError, lang: Lang): string => fill(WRONG[e.kind][lang], { what: e.what })

export type Kind = 'string' | 'boolean'

export type Options = Readonly<Record<string, Kind>>

type Values<O extends Options> = { readonly [K in keyof O]: (O[K] extends 'boolean' ? boolean : string) | undefined }

export type Parsed<O extends Options> = { readonly words: readonly string[]; readonly options: Values<O> }

/** Understood by every command. */
export const COMMON = { json: 'boolean', lang: 'string', help: 'boolean' } as const satisfies Options

/** Throws UsageError for an unknown option, or one without its value. */
export function parse<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(Object.entries(options).map(([name, type]) => [name, { type }])),
      allowPositionals: true,
      strict: true,
    })
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
      throw new UsageError('invalid', `--lang ${String(values.lang)}`)
    return { words: positionals, options: values as Values<O> } // strict: each option has its declared kind
  } catch (error) {
    if (error instanceof UsageError) throw error
    const what = /'(-[^\s']+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    throw new UsageError(isUnknown ? 'unknown' : 'value', what)
  }
}

/** `args` with the options that every command has behind the command, where a person may have put them before it. */
export function commandFirst(args: readonly string[]): readonly string[] {
  const at = args.findIndex((a, i) => !a.startsWith('--') && args[i - 1] !== '--lang')
  return at <= 0 ? args : [...args.slice(at), ...args.slice(0, at)]
}

/** The language for people, from `--lang` wherever it stands, even before the command was understood. */
export function langOf(args: readonly string[]): Lang {
  const at = args.indexOf('--lang')
  const value = at >= 0 ? args[at + 1] : args.find((a) => a.startsWith('--lang='))?.slice('--lang='.length)
  return value === 'en' ? 'en' : 'zh'
}

/** A path as the person meant it: relative to the folder they stand in, which npm hides behind INIT_CWD. */
export const resolve = (file: string): string => path.resolve(process.env.INIT_CWD ?? process.cwd(), file)

/** The value of an option that must be there. */
export function need(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw new UsageError('missing', `--${option}`)
  return value
}

/** The one FILE of a command. */
export function oneFile([file, ...more]: readonly string[]): string {
  if (file === undefined) throw new UsageError('missing', 'FILE')
  if (more.length > 0) throw new UsageError('extra', more.join(' '))
  return file
}

/** A whole number of at least 1, or undefined where the option is absent. */
export function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError('invalid', `--${option} ${value}`)
  return Number(value)
}

/** A whole web address, or undefined where the option is absent. */
export function webAddress(value: string | undefined): string | undefined {
  if (value !== undefined && !siteUrlSchema.safeParse(value).success)
    throw new UsageError('invalid', `--site-url ${value}`)
  return value
}

/** `a,b` as its parts. */
export const list = (value: string): readonly string[] => [
  ...new Set(
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]
