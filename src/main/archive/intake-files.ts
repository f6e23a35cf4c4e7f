/** Files of an import made ready to be stored, all that can be done without the database. Runs in a worker, or here where there is none. */
import { find } from './derive.ts'
import { TAKING } from './intake.ts'
import type { Source, TakeOptions } from './intake.ts'
import { attempt, pagedOf, prepared } from './intake-file.ts'
import type { Failed, FileTask, Paged, Prepared, Seen } from './intake-file.ts'
import { mayBeKnown } from './known-sources.ts'
import type { KnownSources } from './known-sources.ts'
import { readBytes } from './read-bytes.ts'
import { digest } from './store/source.ts'
import type { Segmenter } from './words.ts'
import { mapped } from '../../shared/packed.ts'

/** A file with all that is kept of it. Never throws: what is wrong with the file is in the result. */
export function prepareFile(task: FileTask, words: Segmenter | undefined): Prepared | Failed {
  const file = opened(task)
  const paged = pagesOf(['ok' in file ? file : digested(file)], words)[0]!
  return paged.ok ? attempt(task, () => prepared(paged, find(paged.drawn.articles, words))) : paged
}

/**
 * Files as pages, without what is found in their texts; those that may be among `known` are only read. Never throws. Each step is done
 * for a lot of files before the next: `npm run bench:import -- 4000` gave by processor time a ratio of .39 so, and .33 file by file
 * (`LOT_BYTES` at 1), dictionaries loaded.
 */
export function pageFiles(
  tasks: readonly FileTask[],
  words: Segmenter | undefined,
  known: KnownSources | undefined,
): readonly (Paged | Seen | Failed)[] {
  const files = mapped(mapped(tasks, opened), (file) => ('ok' in file ? file : unlessKnown(digested(file), known)))
  return lotsOf(files).flatMap((lot) => pagesOf(lot, words))
}

type Opened = { readonly task: FileTask; readonly bytes: Uint8Array }
/** A file on its way to be a page: `made` is what the last step made of it. */
type OnTheWay<T> = Opened & { readonly sha256: Buffer; readonly made: T }
/** A file that is not gone on with. */
type Ended = Seen | Failed

const opened = (task: FileTask): Opened | Failed =>
  attempt(task, () => ({ task, bytes: task.bytes ?? readBytes(task.path) }))

const digested = ({ task, bytes }: Opened): OnTheWay<null> => ({ task, bytes, sha256: digest(bytes), made: null })

const unlessKnown = (file: OnTheWay<null>, known: KnownSources | undefined): OnTheWay<null> | Seen =>
  known && mayBeKnown(known, file.sha256)
    ? { n: file.task.n, ok: 'seen', bytes: file.bytes, sha256: file.sha256 }
    : file

/** So many bytes are on the way at once: a score of small pages, or one larger file. With more of them there is more for the garbage collector to keep. */
const LOT_BYTES = 32_000

function lotsOf<T extends OnTheWay<null> | Ended>(files: readonly T[]): readonly (readonly T[])[] {
  const lots: T[][] = []
  let room = 0
  for (const file of files) {
    const size = 'task' in file ? file.bytes.length : 0
    if (size > room || lots.length === 0) {
      lots.push([])
      room = LOT_BYTES
    }
    lots.at(-1)!.push(file)
    room -= size
  }
  return lots
}

function pagesOf<E extends Ended>(
  files: readonly (OnTheWay<null> | E)[],
  words: Segmenter | undefined,
): readonly (Paged | E | Failed)[] {
  const read = step(files, (_, { task, bytes }) => TAKING.read(bytes, task.path, optionsOf(task, words)))
  const taken = step(structured(read), TAKING.identify)
  const written = step(taken, (made) => ({ taken: made, json: JSON.stringify(made.page) }))
  const encoded = step(written, ({ taken, json }) => ({ taken, json: utf8.encode(json) }))
  return mapped(encoded, (file) =>
    'task' in file ? attempt(file.task, () => pagedOf(file.task, file, file.made.taken, file.made.json)) : file,
  )
}

/** A function of its own, so that all that was seen on the pages is gone before their JSON is written. */
const structured = <E extends Ended>(files: readonly (OnTheWay<Source> | E)[]) =>
  step(step(step(step(files, TAKING.survey), TAKING.look), TAKING.decide), TAKING.putTogether)

const utf8 = new TextEncoder()

const optionsOf = (task: FileTask, words: Segmenter | undefined): TakeOptions => ({
  ...(task.meta && { meta: task.meta }),
  ...(task.encoding !== undefined && { encoding: task.encoding }),
  ...(words && { words }),
})

/** Does one more step with all files that have not ended. */
const step = <A, B, E extends Ended>(
  files: readonly (OnTheWay<A> | E)[],
  work: (made: A, file: Opened) => B,
): readonly (OnTheWay<B> | E | Failed)[] =>
  mapped(files, (file) =>
    'task' in file ? attempt(file.task, () => ({ ...file, made: work(file.made, file) })) : file,
  )
