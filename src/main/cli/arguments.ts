/** Reads a command's words and options; what does not fit is wrong use. */
import { parseArgs } from 'node:util'
import path from 'node:path'
import { siteUrlSchema } from '../../shared/api/exports.ts'
import type { Lang } from '../../shared/page/roles.ts'

/** Wrong use of the command line: exit 2, with the usage line. `missing` names what is not there. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

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
    return { words: positionals, options: values as Values<O> } // strict: each option has its declared kind
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
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
  if (value === undefined || value === '') throw new UsageError(`--${option}`)
  return value
}

/** A whole number of at least 1, or undefined where the option is absent. */
export function wholeNumber(value: string | undefined, option: string): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new UsageError(`--${option} ${value}`)
  return Number(value)
}

/** A whole web address, or undefined where the option is absent. */
export function webAddress(value: string | undefined): string | undefined {
  if (value !== undefined && !siteUrlSchema.safeParse(value).success) throw new UsageError(`--site-url ${value}`)
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
