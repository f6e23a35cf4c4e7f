/** Changes of the newsroom's own words, each an operation that can be taken back; the segmenter learns them. */
import type { Word } from '../../shared/api/keep.ts'
import type { Context } from './context.ts'
import { write } from './store/db.ts'
import { putWords, removeWords } from './store/dictionary.ts'
import type { WordChange } from './store/dictionary.ts'
import { addOperation, NO_UNDO } from './store/operation.ts'

type Learning = Pick<Context, 'db' | 'who' | 'relearn'>

/** `operation` null: nothing changed. */
export type Changed = { readonly operation: number | null; readonly added: number }

export const addOwnWords = (context: Learning, list: readonly Word[]): Changed =>
  noted(context, () => putWords(context.db, list))

export const removeOwnWords = (context: Learning, list: readonly string[]): Changed =>
  noted(context, () => removeWords(context.db, list))

function noted({ db, who, relearn }: Learning, work: () => readonly WordChange[]): Changed {
  const done = write(db, () => {
    const words = work()
    const [first] = words
    if (!first) return { operation: null, words }
    const params = { word: (first[1] ?? first[0])?.word ?? '', words: words.length }
    return { operation: addOperation(db, kindOf(first, words.length), who(), params, { ...NO_UNDO, words }), words }
  })
  const changed = done.words.flatMap(([before, after]) => (after ?? before)?.word ?? [])
  if (changed.length > 0) relearn(changed)
  return { operation: done.operation, added: done.words.filter(([before]) => before === null).length }
}

function kindOf([before, after]: WordChange, n: number): string {
  if (after === null) return n === 1 ? 'word-remove' : 'words-remove'
  if (n > 1) return 'words-add'
  return before === null ? 'word-add' : 'word-change'
}
