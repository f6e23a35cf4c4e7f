/** Runs an expression for so long and no longer: one that tries every way to match may take years, and nothing is saved meanwhile. */
import vm from 'node:vm'
import { BanxinError } from '../../shared/errors.ts'

/** Milliseconds of the processor. A good expression reads a page in a few. */
const LIMIT = 500

const context = vm.createContext({ work: undefined as (() => void) | undefined })
const script = new vm.Script('work()')

/** What `work` gives: own code only, that can be left at any point and begun anew. Error: `expression/slow`. */
export function bounded<T>(find: string, work: () => T): T {
  // The clock runs on while a busy machine does other things. Whoever was kept waiting has the time again, and twice as much of it.
  for (let patience = LIMIT; ; patience *= 2) {
    const before = process.threadCpuUsage()
    const given = within(patience, work)
    if (given) return given[0]
    const { user, system } = process.threadCpuUsage(before)
    if ((user + system) / 1000 >= LIMIT * NEARLY) throw new BanxinError('expression/slow', { find })
  }
}

/** The clock that stops the work and the one that its time is read from are two. */
const NEARLY = 0.9

/** What `work` gives in so many milliseconds by the clock; undefined where it was stopped. */
function within<T>(timeout: number, work: () => T): readonly [T] | undefined {
  const given: [T][] = []
  context.work = () => void given.push([work()])
  try {
    script.runInContext(context, { timeout })
  } catch (error) {
    if (!isOver(error)) throw error
  } finally {
    context.work = undefined
  }
  return given[0]
}

/** It is made in the context, so it is no `Error` of this one. */
const isOver = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
