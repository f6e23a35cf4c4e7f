/** A workshop without threads: it works where it is asked. For a program that does one thing and ends, and where threads cannot start. */
import { loadWords, resetWords, wordsIfLoaded } from '../words.ts'
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'
import type { OwnWord } from './post.ts'
import type { RunOptions, Workshop } from './workshop.ts'

/** Without `segment` files are prepared without the segmenter, which takes seconds to load; texts are cut all the same. */
export function openBench(words: () => readonly OwnWord[], segment: boolean): Workshop {
  const wait = async () => {
    const segmenter = await loadWords()
    for (const { word, tag } of words()) segmenter.learn(word, tag)
    return segmenter
  }
  const withSegmenter = { ifLoaded: wordsIfLoaded, wait, waitForKeywords: wait }
  const none = () => Promise.resolve(undefined)
  const without = { ifLoaded: () => undefined, wait: none, waitForKeywords: none }
  return {
    run: async <N extends TaskName>(name: N, input: TaskInput<N>, { signal }: RunOptions = {}) => {
      signal?.throwIfAborted()
      const { perform } = await import('./tasks.ts')
      const plain = !segment && (name === 'prepare' || name === 'page' || name === 'find' || name === 'derive')
      return (await perform(name, input, plain ? without : withSegmenter)) as TaskOutput<N> // the same table of tasks
    },
    warm: () => {},
    staff: () => {},
    hands: () => 1,
    learn: () => {},
    relearn: resetWords,
    close: () => Promise.resolve(),
  }
}
