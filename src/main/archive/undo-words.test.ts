import { expect, test } from 'vitest'
import { addOwnWords, removeOwnWords } from './own-words.ts'
import type { Db } from './store/db.ts'
import { words } from './store/dictionary.ts'
import { operations } from './store/operation.ts'
import { savedSearches, saveSearch } from './store/saved-search.ts'
import { withTestArchive } from './testing.ts'
import { archive } from './testing-undo.ts'
import { undoOperation } from './undo-operation.ts'

test('words: added, changed, removed, each taken back; one that was changed since stays', async () => {
  const { context, db, relearned } = archive(0)
  const shown = () => words(db).map((w) => `${w.word} ${w.tag} ${w.note}`)
  const operation = (made: { readonly operation: number | null }) => made.operation ?? 0
  const added = addOwnWords(context, [{ word: '青浦湾', tag: 'ns', note: '' }])
  const changed = addOwnWords(context, [{ word: '青浦湾', tag: 'nt', note: '港' }])
  const removed = removeOwnWords(context, ['青浦湾', '没有这个词'])
  expect([added.added, changed.added, shown()]).toEqual([1, 0, []])
  expect(removeOwnWords(context, ['青浦湾']).operation).toBeNull()
  expect(operations(db, 3).map((o) => o.kind)).toEqual(['word-remove', 'word-change', 'word-add'])
  expect(await undoOperation(context, operation(removed))).toEqual({
    pages: [],
    conflicts: [],
    changed: [],
    gone: 0,
    kept: [],
    stopped: false,
  })
  expect(shown()).toEqual(['青浦湾 nt 港'])
  expect(await undoOperation(context, operation(added))).toMatchObject({ kept: ['青浦湾'] })
  await undoOperation(context, operation(changed))
  expect(shown()).toEqual(['青浦湾 ns '])
  expect(new Set(relearned)).toEqual(new Set(['青浦湾']))
})

test('a list of words is one operation', async () => {
  const { context, db } = archive(0)
  addOwnWords(context, [{ word: '灯师傅', tag: 'n', note: '修灯' }])
  const { operation, added } = addOwnWords(
    context,
    ['灯师傅', '江厦桥', '林一舟', '江厦桥'].map((word) => ({ word, tag: 'nz', note: '' })),
  )
  expect([added, operations(db, 1)[0]?.kind]).toEqual([2, 'words-add'])
  await undoOperation(context, operation ?? 0)
  expect(words(db)).toEqual([{ word: '灯师傅', tag: 'n', note: '修灯' }])
})

test('a saved search that was deleted comes back, unless another has its name by now', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('search.save', { name: '渡口', search: { query: '渡口 灯' } })
    const before = await call('search.saved', {})
    const { operation } = await call('search.forget', { id })
    expect(await call('search.forget', { id })).toEqual({ operation: null })
    await call('operation.undo', { id: operation ?? 0 })
    expect(await call('search.saved', {})).toEqual(before)
    const again = await call('search.forget', { id })
    await call('search.save', { name: '渡口', search: { query: '轮渡' } })
    expect(await call('operation.undo', { id: again.operation ?? 0 })).toMatchObject({ kept: ['渡口'] })
    expect((await call('search.saved', {})).map((s) => s.search.query)).toEqual(['轮渡'])
  }))

test('a search saved over another of its name gives that one back, unless yet another was saved since', () =>
  withTestArchive(async ({ call }) => {
    const save = async (query: string) => (await call('search.save', { name: '渡口', search: { query } })).operation
    const undo = async (operation: number | null) => call('operation.undo', { id: operation ?? 0 })
    const saved = async () => (await call('search.saved', {})).map((s) => s.search.query)
    expect(await save('渡口 灯')).toBeNull()
    expect(await save('渡口 灯')).toBeNull()
    const first = await save('渡口 船')
    const second = await save('渡口 人')
    expect(await undo(first)).toMatchObject({ kept: ['渡口'] })
    expect(await saved()).toEqual(['渡口 人'])
    await undo(second)
    expect(await saved()).toEqual(['渡口 船'])
    expect((await call('operation.list', {}))[0]).toMatchObject({ kind: 'search-save', params: { name: '渡口' } })
  }))

test('a saved search that was called otherwise has its name back, unless it was called otherwise since, or another has that name', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('search.save', { name: '渡口', search: { query: '渡口 灯' } })
    const rename = async (name: string) => (await call('search.rename', { id, name })).operation
    const undo = async (operation: number | null) => call('operation.undo', { id: operation ?? 0 })
    const names = async () => (await call('search.saved', {})).map((s) => s.name).toSorted()
    expect(await rename('渡口')).toBeNull()
    const first = await rename('码头')
    const second = await rename('轮渡')
    expect(await undo(first)).toMatchObject({ kept: ['渡口'] })
    await undo(second)
    expect(await names()).toEqual(['码头'])
    const third = await rename('海港')
    await call('search.save', { name: '码头', search: { query: '码头' } })
    expect(await undo(third)).toMatchObject({ kept: ['码头'] })
    expect(await names()).toEqual(['海港', '码头'].toSorted())
  }))

test('a saved search whose number is another one’s by now comes back under another', async () => {
  const { context, db } = archive(0)
  const { id } = saveSearch(db, '渡口', { query: '渡口' }).saved
  await withForgotten(db, id, async (operation) => {
    saveSearch(db, '轮渡', { query: '轮渡' })
    await undoOperation(context, operation)
  })
  expect(new Set(savedSearches(db).map((s) => s.name))).toEqual(new Set(['渡口', '轮渡']))
})

async function withForgotten(db: Db, id: number, work: (operation: number) => Promise<void>) {
  const { searchHandlers } = await import('./handlers/search.ts')
  const { operation } = searchHandlers['search.forget']({ id }, { db, who: () => '' } as never) // all that it asks for
  await work(operation ?? 0)
}
