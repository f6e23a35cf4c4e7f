import { expect, test } from 'vitest'
import { keepPasting, recallPasting } from './pasting.ts'

/** A storage that has room for so many characters. */
function storage(room: number, kept: string | null = null) {
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      if (value.length > room) throw new Error('full')
      kept = value
    },
    removeItem: () => {
      kept = null
    },
  }
}

test('what is being pasted is there again until it is a page, and the older text is not taken for one that found no room', () => {
  const journal = storage(100)
  const pasting = { name: '渡口', text: '# 渡口的灯\n\n灯亮了一夜。' }
  keepPasting(journal, pasting)
  expect(recallPasting(journal)).toEqual(pasting)
  keepPasting(journal, { name: '', text: '灯'.repeat(200) })
  expect(recallPasting(journal)).toEqual({ name: '', text: '' })
  keepPasting(journal, { name: '', text: '' })
  expect(journal.getItem()).toBeNull()
})

test.each(['null', '7', '[]', '{"text":7}', '{', ''])('a text that was kept as %j is none', (kept) => {
  expect(recallPasting(storage(0, kept))).toEqual({ name: '', text: '' })
})
