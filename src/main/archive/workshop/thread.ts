/** A workshop's thread: answers one task after the other, and loads the segmenter when it is first wanted. */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { failure } from '../../../shared/reply.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { keywordFinder, learnKeyword } from '../keyword-finder.ts'
import type { Keywords } from '../derive.ts'
import { loadWords, wordsIfLoaded } from '../words.ts'
import type { Segmenter } from '../words.ts'
import { perform } from './tasks.ts'
import type { FromWorker, TaskPost, ToWorker, WorkerData } from './post.ts'

const { words: own, doing } = workerData as WorkerData // given by the workshop
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

const send = (message: FromWorker) =>
  parentPort?.postMessage(message, message.ok === true ? buffersIn(message.value) : [])

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

async function answer({ id, name, input }: TaskPost): Promise<void> {
  Atomics.store(doing, 0, id)
  try {
    send({ id, ok: true, value: await perform(name, input, { ifLoaded: wordsIfLoaded, wait, waitForKeywords }) })
  } catch (error) {
    const reply = failure(error)
    // A bug is told with its place: the thread that asked logs it.
    if (!(error instanceof BanxinError) && error instanceof Error)
      send({ id, ok: false, reply, bug: error.stack ?? '' })
    else send({ id, ok: false, reply })
  }
}

let urgent: TaskPost[] = []
let patient: TaskPost[] = []
let working = false

/** What a person waits for goes first, also when it came while another task was done: so it is asked for before each. */
async function work(): Promise<void> {
  if (working) return
  working = true
  for (let task = next(); task; task = next()) await answer(task)
  working = false
}

function next(): TaskPost | undefined {
  for (let post = received(); post; post = received()) take(post)
  return urgent.shift() ?? patient.shift()
}

const received = (): ToWorker | undefined =>
  parentPort ? (receiveMessageOnPort(parentPort)?.message as ToWorker | undefined) : undefined // only the workshop writes to it

function take(message: ToWorker): void {
  if (message.kind === 'task') (message.later ? patient : urgent).push(message)
  else if (message.kind === 'drop') drop(message.id)
  // Of this thread, not of the process.
  else if (message.kind === 'end') process.exit()
  else
    for (const { word, tag } of message.words) {
      learned.set(word, tag)
      wordsIfLoaded()?.learn(word, tag)
    }
}

function drop(id: number): void {
  if (![...urgent, ...patient].some((task) => task.id === id)) return
  urgent = urgent.filter((task) => task.id !== id)
  patient = patient.filter((task) => task.id !== id)
  send({ id, ok: 'dropped' })
}

parentPort?.on('message', (message: ToWorker) => {
  take(message)
  void work()
})
