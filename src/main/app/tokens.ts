/** Files that a person chose, by opaque token: the window holds tokens, only the main process knows the paths. */
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { ChosenFile } from '../../shared/api/imports.ts'
import { BanxinError } from '../../shared/errors.ts'

export type Tokens = {
  readonly offer: (file: string) => ChosenFile
  /** Throws `token/expired` for a token that was never given or is used up. */
  readonly pathOf: (token: string) => string
  readonly forget: (token: string) => void
}

/** More files than anyone drops; beyond that the oldest are forgotten. */
const LIMIT = 100_000

export function tokenTable(limit = LIMIT): Tokens {
  const paths = new Map<string, string>()
  return {
    offer: (file) => {
      const token = randomUUID()
      paths.set(token, file)
      const [oldest] = paths.keys()
      if (paths.size > limit && oldest !== undefined) paths.delete(oldest)
      return { token, name: path.basename(file) }
    },
    pathOf: (token) => {
      const file = paths.get(token)
      if (file === undefined) throw new BanxinError('token/expired')
      return file
    },
    forget: (token) => void paths.delete(token),
  }
}
