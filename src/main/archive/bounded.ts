/** Runs an expression for so long and no longer: one that tries every way to match may take years, and nothing is saved meanwhile. */
import vm from 'node:vm'
import { BanxinError } from '../../shared/errors.ts'

/** Milliseconds. A good expression reads a page in a few. */
const LIMIT = 500

const context = vm.createContext({ work: undefined as (() => void) | undefined })
const script = new vm.Script('work()')

/** What `work` gives: own code only, that can be left at any point. Error: `expression/slow`. */
export function bounded<T>(find: string, work: () => T): T {
  const given: T[] = []
  context.work = () => void given.push(work())
  try {
    script.runInContext(context, { timeout: LIMIT })
  } catch (error) {
    throw isOver(error) ? new BanxinError('expression/slow', { find }, { cause: error }) : error
  } finally {
    context.work = undefined
  }
  return given[0]!
}

/** It is made in the context, so it is no `Error` of this one. */
const isOver = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
