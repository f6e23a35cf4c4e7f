import { expect, test } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import { cancelAct } from './act.ts'
import { binPages, changeMeta, purge, setStates } from './library.ts'
import { sql } from './store/db.ts'
import { setBinned } from './store/binning.ts'
import { operations } from './store/operation.ts'
import { getPage, savePage } from './store/page.ts'
import { freshDb, putPage } from './store/testing.ts'
import { undoOperation } from './undo-operation.ts'

/** Pages each of which takes long enough to change that a few of them fill a step. */
function slowArchive(pages = 20) {
  const db = freshDb()
  const one = page([article([block('headline', '渡口的灯'), block('paragraph', '灯亮了。')])])
  const ids = Array.from({ length: pages }, () => putPage(db, one))
  db.function('wait', () => {
    for (const until = performance.now() + 10; performance.now() < until;);
    return null
  })
  for (const what of ['UPDATE', 'DELETE'])
    db.exec(`CREATE TEMP TRIGGER slow_${what} AFTER ${what} ON page BEGIN SELECT wait(); END`)
  const changed: number[] = []
  const context = {
    db,
    emit: () => undefined,
    changed: (now: readonly number[]) => void changed.push(...now),
    who: () => '编辑',
    relearn: () => undefined,
  }
  const last = ids.at(-1) ?? 0
  const barred = ids.at(-2) ?? 0
  /** Nothing changes the last page but one; what fails there does not come to the last. */
  const bar = () =>
    db.exec(
      `CREATE TEMP TRIGGER bar BEFORE UPDATE ON page WHEN new.id = ${barred} BEGIN SELECT RAISE(ABORT, 'barred'); END`,
    )
  const unbar = () => db.exec('DROP TRIGGER bar')
  const binned = () =>
    sql<{ id: number }>(db, 'SELECT id FROM page WHERE deleted_at IS NOT NULL ORDER BY id')
      .all()
      .map((r) => r.id)
  const stateOf = (id: number) => sql<{ state: string }>(db, 'SELECT state FROM page WHERE id = ?').get(id)?.state
  const numberOf = (id: number) => getPage(db, id).page.meta.number
  return { context, db, ids, last, barred, changed, bar, unbar, binned, stateOf, numberOf }
}

type Context = ReturnType<typeof slowArchive>['context']

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('an action that fails midway is told, and its undo leaves what a person saved where it had not come to', async () => {
  const { context, db, ids, last, barred, changed, bar, unbar, numberOf } = slowArchive()
  bar()
  await expect(changeMeta(context, ids, { number: 'B1' }, 'move')).rejects.toThrow('barred')
  expect([numberOf(ids[0] ?? 0), numberOf(barred), numberOf(last)]).toEqual(['B1', undefined, undefined])
  expect(changed).toContain(ids[0])
  unbar()
  const own = { ...getPage(db, barred).page, meta: { section: '要闻' } }
  savePage(db, barred, 1, own, '编辑')
  const { pages, conflicts } = await undoOperation(context, operations(db, 1)[0]?.id ?? 0)
  expect(conflicts).toEqual([barred])
  expect(pages).toContain(ids[0])
  expect(pages).not.toContain(last)
  expect(ids.map(numberOf)).toEqual(ids.map(() => undefined))
  expect(getPage(db, barred).page).toEqual(own)
})

test('what still runs is not taken back', async () => {
  const { context, db, ids, binned } = slowArchive()
  const binning = binPages(context, ids)
  await soon()
  const [begun] = operations(db, 1)
  const id = begun?.id ?? 0
  await expect(undoOperation(context, id)).rejects.toMatchObject({ code: 'operation/running' })
  expect(await binning).toEqual({ operation: id, pages: ids.length })
  const undoing = undoOperation(context, id)
  await expect(undoOperation(context, id)).rejects.toMatchObject({ code: 'operation/running' })
  await undoing
  expect(binned()).toEqual([])
})

test.each([
  ['binning', (context: Context, ids: readonly number[]) => binPages(context, ids), 'binned'],
  ['moving', (context: Context, ids: readonly number[]) => changeMeta(context, ids, { number: 'B1' }, 'move'), 'moved'],
  ['a step', (context: Context, ids: readonly number[]) => setStates(context, ids, undefined, '一校'), 'stated'],
] as const)(
  '%s that is cancelled ends with what it has done, which is one operation and can be taken back',
  async (_what, begin, list) => {
    const { context, db, ids, binned, numberOf, stateOf } = slowArchive()
    const done = () =>
      ({
        binned: binned(),
        moved: ids.filter((id) => !binned().includes(id) && numberOf(id) === 'B1'),
        stated: ids.filter((id) => stateOf(id) !== ''),
      })[list]
    const acting = begin(context, ids)
    await soon()
    const id = operations(db, 1)[0]?.id ?? 0
    cancelAct(db, id)
    const { operation, pages } = await acting
    expect([operation, pages]).toEqual([id, done().length])
    expect(pages).toBeGreaterThan(0)
    expect(pages).toBeLessThan(ids.length)
    expect(operations(db, 2).map((o) => [o.id, o.params['pages']])).toEqual([[id, pages]])
    expect((await undoOperation(context, id)).pages).toHaveLength(pages)
    expect(done()).toEqual([])
    // What is over cannot be cancelled any more, and the next action is not.
    cancelAct(db, id)
    expect((await begin(context, ids)).pages).toBe(ids.length)
  },
)

test('the undo of a binning that failed midway leaves what was in the bin before', async () => {
  const { context, db, ids, changed, bar, unbar, binned } = slowArchive()
  const before = ids.slice(0, 2)
  setBinned(db, before, new Date().toISOString())
  bar()
  await expect(binPages(context, ids)).rejects.toThrow('barred')
  expect(binned().length).toBeGreaterThan(2)
  expect(changed).toContain(ids[2])
  unbar()
  await undoOperation(context, operations(db, 1)[0]?.id ?? 0)
  expect(binned()).toEqual(before)
})

test('an undo that fails midway is told', async () => {
  const { context, ids, changed, bar } = slowArchive()
  const { operation } = await changeMeta(context, ids, { number: 'B1' }, 'move')
  changed.length = 0
  bar()
  await expect(undoOperation(context, operation ?? 0)).rejects.toThrow('barred')
  expect(changed).toContain(ids[0])
})

test('a step is set on all pages or, where one is not there, on none; what goes meanwhile is left', async () => {
  const { context, db, ids, last, changed, bar, unbar, stateOf } = slowArchive()
  await expect(setStates(context, [...ids, 999], undefined, '一校')).rejects.toMatchObject({ code: 'page/missing' })
  expect(stateOf(ids[0] ?? 0)).toBe('')
  const setting = setStates(context, ids, undefined, '一校')
  await soon()
  setBinned(db, [last], new Date().toISOString())
  await setting
  expect(ids.map(stateOf)).toEqual(ids.map((id) => (id === last ? '' : '一校')))
  setBinned(db, [last], null)
  changed.length = 0
  bar()
  await expect(setStates(context, ids, undefined, '二校')).rejects.toThrow('barred')
  unbar()
  expect([stateOf(ids[0] ?? 0), changed.includes(ids[0] ?? 0)]).toEqual(['二校', true])
})

test('pages are deleted for good while others are heard; one that comes out of the bin meanwhile stays', async () => {
  const { context, db, ids, last, binned } = slowArchive()
  setBinned(db, ids, new Date().toISOString())
  const purging = purge(context, ids)
  await soon()
  expect(binned().length).toBeGreaterThan(0)
  expect(binned().length).toBeLessThan(ids.length)
  setBinned(db, [last], null)
  expect(await purging).toBe(ids.length - 1)
  expect(getPage(db, last).id).toBe(last)
  setBinned(db, [last], new Date().toISOString())
  expect(await purge(context, [last])).toBe(1)
  for (const table of ['page', 'source', 'issue', 'publication'])
    expect([table, sql(db, `SELECT 1 FROM ${table}`).all()]).toEqual([table, []])
})

/** The context with a person who stops whatever is told to be under way. */
const stopping = <C extends { readonly db: Parameters<typeof cancelAct>[0] }>(context: C) => ({
  ...context,
  emit: (_event: string, told: unknown) => {
    const { operation } = told as { operation?: number } // as the contract has it
    if (operation !== undefined) cancelAct(context.db, operation)
  },
})

test('an undo that is stopped has taken back what it came to, and the rest is taken back by another', async () => {
  const { context, db, ids, binned } = slowArchive(60)
  const { operation } = await binPages(context, ids)
  const first = await undoOperation(stopping(context), operation ?? 0)
  expect([first.stopped, first.pages.length + binned().length]).toEqual([true, ids.length])
  expect(first.pages.length).toBeGreaterThan(0)
  expect(binned().length).toBeGreaterThan(0)
  expect(operations(db, 1)).toMatchObject([{ id: operation, undoneAt: null }])
  const rest = await undoOperation(context, operation ?? 0)
  expect(rest).toMatchObject({ stopped: false, conflicts: [], gone: 0 })
  expect([rest.pages.length, binned()]).toEqual([ids.length - first.pages.length, []])
  await expect(undoOperation(context, operation ?? 0)).rejects.toMatchObject({ code: 'operation/missing' })
})

test('deleting for good that is stopped leaves the others in the bin', async () => {
  const { context, db, ids, binned } = slowArchive(60)
  setBinned(db, ids, new Date().toISOString())
  const gone = await purge(stopping(context), ids)
  expect(gone).toBeGreaterThan(0)
  expect(binned()).toEqual(ids.slice(gone))
  expect(binned().length).toBeGreaterThan(0)
  expect(await purge(context, binned())).toBe(ids.length - gone)
})
