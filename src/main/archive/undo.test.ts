import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import type { Acting } from './act.ts'
import { binPages, changeMeta, mergePages, purge, restorePages, setStates } from './library.ts'
import { migrate } from './migrations/index.ts'
import { addOwnWords, removeOwnWords } from './own-words.ts'
import { openDb, sql, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { words } from './store/dictionary.ts'
import { operations } from './store/operation.ts'
import { getPage, savePage } from './store/page.ts'
import { enter } from './store/running.ts'
import { savedSearches, saveSearch } from './store/saved-search.ts'
import { states } from './store/state.ts'
import { freshDb, putPage } from './store/testing.ts'
import { temporaryFolder, withTestArchive } from './testing.ts'
import { undoOperation } from './undo-operation.ts'

const ONE = page([article([block('headline', '渡口的灯'), block('paragraph', '灯亮了。')])])

function archive(pages = 4, db: Db = freshDb()) {
  const ids = Array.from({ length: pages }, () => putPage(db, ONE))
  const relearned: string[] = []
  const context = {
    db,
    emit: () => undefined,
    changed: () => undefined,
    who: () => '编辑',
    relearn: (list: readonly string[]) => void relearned.push(...list),
  }
  const number = (id: number) => getPage(db, id).page.meta.number ?? ''
  const state = (id: number) => sql<{ state: string }>(db, 'SELECT state FROM page WHERE id = ?').get(id)?.state
  const binned = () => ids.filter((id) => sql(db, 'SELECT 1 FROM page WHERE id = ? AND deleted_at IS NOT NULL').get(id))
  const last = () => operations(db, 1)[0]?.id ?? 0
  return { db, ids, context, relearned, number, state, binned, last }
}

/** Does an action on all pages of `ids` but the last two, as a killed one has: all are noted, and what takes back says all. */
async function cutShort({ db }: ReturnType<typeof archive>, ids: readonly number[], work: () => Promise<unknown>) {
  db.function('wait', () => {
    for (const until = performance.now() + 45; performance.now() < until;);
    return null
  })
  const barred = ids.at(-2) ?? 0
  db.exec(`CREATE TEMP TRIGGER slow AFTER UPDATE ON page BEGIN SELECT wait(); END;
    CREATE TEMP TRIGGER bar BEFORE UPDATE ON page WHEN new.id = ${barred} BEGIN SELECT RAISE(ABORT, 'killed'); END`)
  await expect(work()).rejects.toThrow('killed')
  db.exec('DROP TRIGGER slow; DROP TRIGGER bar')
}

type Action = (context: Acting, ids: readonly number[]) => Promise<{ readonly operation: number | null }>

const move: Action = (context, ids) => changeMeta(context, ids, { number: 'B1' }, 'move')
const stateTo: Action = (context, ids) => setStates(context, ids, undefined, '一校')

test.each<readonly [string, Action, (a: ReturnType<typeof archive>) => readonly (string | undefined)[], string]>([
  ['moved', move, ({ ids, number }) => ids.map(number), 'B1'],
  ['stated', stateTo, ({ ids, state }) => ids.map(state), '一校'],
  ['binned', binPages, ({ ids, binned }) => ids.map((id) => (binned().includes(id) ? 'bin' : '')), 'bin'],
])(
  '%s: an action that was cut short and done again: each undo takes back its own pages',
  async (_, action, show, is) => {
    const all = archive()
    const { context, ids, last } = all
    await cutShort(all, ids, () => action(context, ids))
    expect(show(all)).toEqual([is, is, '', ''])
    const first = last()
    const rest = ids.slice(2)
    const { operation } = await action(context, rest)
    expect(show(all)).toEqual([is, is, is, is])
    expect(await undoOperation(context, first)).toEqual({ pages: ids.slice(0, 2), conflicts: rest, gone: 0, kept: [] })
    expect(show(all)).toEqual(['', '', is, is])
    expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: rest, conflicts: [] })
    expect(show(all)).toEqual(['', '', '', ''])
  },
)

test('an undo that was cut short goes on where it was', async () => {
  const all = archive()
  const { context, ids, number } = all
  const { operation } = await move(context, ids)
  await cutShort(all, ids, () => undoOperation(context, operation ?? 0))
  expect(ids.map(number)).toEqual(['', '', 'B1', 'B1'])
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: ids.slice(2), conflicts: [] })
  expect(ids.map(number)).toEqual(['', '', '', ''])
})

test('pages that came out of the bin and went in again by another action stay there', async () => {
  const { context, ids, binned } = archive()
  const { operation } = await binPages(context, ids)
  await restorePages(context, ids.slice(0, 2))
  await binPages(context, ids.slice(0, 1))
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({
    pages: ids.slice(2),
    conflicts: ids.slice(0, 1),
  })
  expect(binned()).toEqual(ids.slice(0, 1))
})

test('what an older program did has no marks and is taken back all the same', async () => {
  const { context, db, ids, number, binned } = archive()
  const moved = await move(context, ids.slice(0, 2))
  const gone = await binPages(context, ids.slice(2))
  db.exec(`UPDATE revision SET operation_id = NULL; UPDATE page SET binned_by = NULL;
    UPDATE operation SET undo = json_remove(undo, '$.stated', '$.words', '$.searches')`)
  expect(operations(db, 5).map((o) => o.gone)).toEqual([false, false])
  await undoOperation(context, moved.operation ?? 0)
  await undoOperation(context, gone.operation ?? 0)
  expect([ids.map(number), binned()]).toEqual([['', '', '', ''], []])
})

test('a step that is taken back is what it was, with who said it and when', async () => {
  const { context, db, ids, state } = archive()
  const [id = 0, other = 0] = ids
  const key = getPage(db, id).page.articles[0]?.id ?? ''
  await setStates(context, [id], undefined, '一校')
  await setStates(context, [id], key, '初审')
  const before = states(db, id)
  const done = await setStates({ ...context, who: () => '另一人' }, [id, other], undefined, '付印')
  const ofArticle = await setStates(context, [id], key, '')
  expect([state(id), state(other), states(db, id).articles]).toEqual(['付印', '付印', {}])
  expect(operations(db, 2).map((o) => [o.kind, o.params['step'], o.params['pages']])).toEqual([
    ['unstate-article', '', 1],
    ['state', '付印', 2],
  ])
  await undoOperation(context, done.operation ?? 0)
  await undoOperation(context, ofArticle.operation ?? 0)
  expect([states(db, id), state(id), state(other)]).toEqual([before, '一校', ''])
})

test('a page whose text was changed since keeps its step', async () => {
  const { context, db, ids } = archive()
  const [id = 0] = ids
  const { operation } = await setStates(context, ids, undefined, '一校')
  savePage(db, id, 1, page([article([block('headline', '渡口')])]), '编辑')
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: ids.slice(1), conflicts: [id] })
})

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
  expect(await undoOperation(context, operation(removed))).toEqual({ pages: [], conflicts: [], gone: 0, kept: [] })
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

test('where the pages were deleted for good, it says so', async () => {
  const { context, db, ids } = archive()
  const { operation } = await binPages(context, ids)
  await purge(context, ids.slice(0, 1))
  expect(operations(db, 1)[0]?.gone).toBe(false)
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: ids.slice(1), gone: 1 })
  const rest = ids.slice(1)
  const again = await binPages(context, rest)
  await purge(context, rest)
  expect(operations(db, 2).map((o) => o.gone)).toEqual([true, false])
  await expect(undoOperation(context, again.operation ?? 0)).rejects.toMatchObject({ code: 'operation/gone' })
  await expect(undoOperation(context, again.operation ?? 0)).rejects.toMatchObject({ code: 'operation/gone' })
})

test('of an operation whose pages were deleted for good nothing is kept but that it was; of another all', async () => {
  const { context, db, ids } = archive()
  const kept = () =>
    sql<{ undo: string }>(db, 'SELECT undo FROM operation ORDER BY id')
      .all()
      .map((o) => o.undo)
  await move(context, ids)
  await binPages(context, ids.slice(0, 2))
  const before = kept()
  await purge(context, ids.slice(0, 2))
  expect([kept(), operations(db, 2).map((o) => o.gone)]).toEqual([
    [before[0], '{}'],
    [true, false],
  ])
})

test('where a killed program did not note that pages are gone, the undo that fails of it does', async () => {
  const { context, db, ids } = archive()
  const { operation } = await move(context, ids)
  db.exec('DELETE FROM page')
  expect(operations(db, 1)[0]?.gone).toBe(false)
  await expect(undoOperation(context, operation ?? 0)).rejects.toMatchObject({ code: 'operation/gone' })
  expect(operations(db, 1)[0]).toMatchObject({ gone: true, undoneAt: null })
  await expect(undoOperation(context, operation ?? 0)).rejects.toMatchObject({ code: 'operation/gone' })
  expect(sql(db, 'SELECT 1 FROM operation_running').all()).toEqual([])
})

test('what is undone and what merged copies are told is not gone while one page is there', async () => {
  const { context, db, ids } = archive()
  const [keep = 0, drop = 0] = ids
  mergePages(context, keep, drop, [getPage(db, drop).page.articles[0]?.id ?? ''])
  await purge(context, [drop])
  expect(operations(db, 1)[0]?.gone).toBe(false)
  expect(await undoOperation(context, operations(db, 1)[0]?.id ?? 0)).toMatchObject({ pages: [keep], gone: 1 })
})

test('a batch does not grow while it is taken back', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: '老街的灯\n\n灯亮了。' })
    const { page: p } = await call('page.get', { id })
    const unsure = p.articles.map((a) => ({ ...a, blocks: a.blocks.map((b) => ({ ...b, confidence: 0.3 })) }))
    await call('page.save', { id, revision: 1, page: { ...p, articles: unsure } })
    const { operation } = await call('doubts.acceptPages', { ids: [id] })
    const undoing = call('operation.undo', { id: operation ?? 0 })
    await expect(call('doubts.acceptPages', { ids: [id], operation: operation ?? 0 })).rejects.toMatchObject({
      code: /operation\/(running|missing)/,
    })
    expect(await undoing).toMatchObject({ pages: [id] })
  }))

test('what another program does is not taken back while it lives, and is when it was killed', async () => {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  const db = openDb(file, { create: true })
  migrate(db)
  const all = archive(200, db)
  const child = fork(path.join(import.meta.dirname, 'testing-child.ts'), [file], { execArgv: [] })
  try {
    expect((await once(child, 'message'))[0]).toBe('begun')
    await expect(undoOperation(all.context, all.last())).rejects.toMatchObject({ code: 'operation/running' })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const moved = all.ids.filter((id) => all.number(id) === 'B1')
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThan(all.ids.length)
    expect(await undoOperation(all.context, all.last())).toMatchObject({ pages: moved, conflicts: [] })
    expect(sql(db, 'SELECT 1 FROM operation_running').all()).toEqual([])
  } finally {
    child.kill('SIGKILL')
    db.close()
    remove()
  }
})

test('one that was taken for dead stops; a row of a process that had this one’s number holds nothing', async () => {
  const all = archive(4)
  const { context, db, ids } = all
  db.function('wait', () => {
    for (const until = performance.now() + 45; performance.now() < until;);
    return null
  })
  db.exec('CREATE TEMP TRIGGER slow AFTER UPDATE ON page BEGIN SELECT wait(); END')
  const moving = move(context, ids)
  const silent = `UPDATE operation_running SET beat = unixepoch() - 3600`
  db.exec(silent)
  write(db, () => enter(db, all.last()))
  await expect(moving).rejects.toMatchObject({ code: 'operation/taken' })
  await expect(undoOperation(context, all.last())).rejects.toMatchObject({ code: 'operation/running' })
  db.exec(`UPDATE operation_running SET holder = 'another', beat = unixepoch()`)
  expect(await undoOperation(context, all.last())).toMatchObject({ pages: ids.slice(0, 1) })
})
