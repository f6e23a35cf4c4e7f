/** What the window tells a person in passing, put into words only where it is shown: it is always in the window's language. */
import { t } from 'i18next'
import { BanxinError, errorText } from '../../shared/errors.ts'
import { langNow } from './languages.ts'
import type { ErrorCode } from '../../shared/errors.ts'

export type Params = Readonly<Record<string, string | number>>

/** A text of the window by its key, or an error by its code, with what goes into its sentence. */
export type Message = ({ readonly key: string } | { readonly code: ErrorCode }) & { readonly params: Params }

/** Of what is no error of ours only that it happened. */
export const messageOf = (error: unknown): Message =>
  error instanceof BanxinError ? { code: error.code, params: error.params } : { code: 'internal', params: {} }

export const wordsOf = (m: Message): string =>
  'code' in m ? errorText(m.code, m.params, langNow()) : t(m.key, m.params)
