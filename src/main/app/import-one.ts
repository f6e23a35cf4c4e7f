/** Reads one chosen file in; whatever is wrong with it is its outcome. */
import path from 'node:path'
import type { Banxin } from '../../shared/api.ts'
import { BanxinError } from '../../shared/errors.ts'

/** One bad file never stops the rest: its failure is its outcome. */
export async function importOne(archive: Banxin, file: string) {
  const name = path.basename(file)
  try {
    return await archive('import.path', { path: file })
  } catch (error) {
    const { code, params } = error instanceof BanxinError ? error : new BanxinError('internal')
    return { name, id: null, outcome: 'failed' as const, code, params: { ...params }, notices: [] }
  }
}
