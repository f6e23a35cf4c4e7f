/** Entry of an intake worker: loads the segmenter once, then prepares one file after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { prepareFile } from './intake-file.ts'
import type { FileTask } from './intake-file.ts'
import { loadWords } from './words.ts'

const ready = loadWords().then((words) => {
  for (const { word, tag } of (workerData as { learned: { word: string; tag: string }[] }).learned)
    words.learn(word, tag) // given by the pool
  return words
})

parentPort?.on('message', (tasks: readonly FileTask[]) => {
  void ready
    .then((words) => Promise.all(tasks.map((task) => prepareFile(task, words))))
    .then((results) => parentPort?.postMessage(results))
})
