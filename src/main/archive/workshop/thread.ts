/** A workshop's thread: answers one task after the other, and loads the segmenter when it is first wanted. */
import { parentPort, workerData } from 'node:worker_threads'
import { failure } from '../../../shared/reply.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { keywordFinder, learnKeyword } from '../keyword-finder.ts'
import type { Keywords } from '../derive.ts'
import { loadWords, wordsIfLoaded } from '../words.ts'
import type { Segmenter } from '../words.ts'
import { perform } from './tasks.ts'
import type { FromWorker, ToWorker, WorkerData } from './workshop.ts'

const { words: own } = workerData as WorkerData // given by the workshop
const learned = new Map(own.map(({ word, tag }) => [word, tag]))
let loading: Promise<Segmenter> | undefined

const wait = (): Promise<Segmenter> =>
  (loading ??= loadWords().then((words) => {
    for (const [word, tag] of learned) words.learn(word, tag)
    return words
  }))

const waitForKeywords = async (): Promise<Keywords> => {
  for (const [word, tag] of learned) learnKeyword(word, tag)
  const keywords = keywordFinder()
  return keywords ? { keywords } : wait()
}

const send = (message: FromWorker) => parentPort?.postMessage(message, message.ok ? buffersIn(message.value) : [])

/** The memory of byte arrays in a value or in its items: it is handed over, not copied. */
function buffersIn(value: unknown): ArrayBuffer[] {
  if (value === null || typeof value !== 'object') return []
  const found = new Set<ArrayBuffer>()
  for (const item of Array.isArray(value) ? value : [value])
    for (const part of Object.values(item as object))
      if (ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer && part.byteLength === part.buffer.byteLength)
        found.add(part.buffer)
  return [...found]
}

async function answer({ name, input }: Extract<ToWorker, { kind: 'task' }>): Promise<void> {
  try {
    send({ ok: true, value: await perform(name, input, { ifLoaded: wordsIfLoaded, wait, waitForKeywords }) })
  } catch (error) {
    const reply = failure(error)
    // A bug is told with its place: the thread that asked logs it.
    if (!(error instanceof BanxinError) && error instanceof Error) send({ ok: false, reply, bug: error.stack ?? '' })
    else send({ ok: false, reply })
  }
}

let working: Promise<void> = Promise.resolve()
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'task') working = working.then(() => answer(message))
  else
    for (const { word, tag } of message.words) {
      learned.set(word, tag)
      wordsIfLoaded()?.learn(word, tag)
    }
})
