import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import type { Acting } from './act.ts'
import { binPages, changeMeta, mergePages, purge, restorePages, setStates } from './library.ts'
import { migrate } from './migrations/index.ts'
import { openDb, sql, write } from './store/db.ts'
import { operations } from './store/operation.ts'
import { getPage, keepBeside, savePage } from './store/page.ts'
import { enter } from './store/running.ts'
import { states } from './store/state.ts'
import { temporaryFolder, withTestArchive } from './testing.ts'
import { archive, ONE } from './testing-undo.ts'
import { undoOperation } from './undo-operation.ts'

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
    expect(await undoOperation(context, first)).toEqual({
      pages: ids.slice(0, 2),
      conflicts: rest,
      changed: rest.map(() => '渡口的灯'),
      gone: 0,
      kept: [],
      stopped: false,
    })
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

test('actions on the same pages are taken back in any order that leaves them as they were', async () => {
  const { context, ids, number } = archive()
  const to = (value: string) => changeMeta(context, ids, { number: value }, 'move')
  const [first, second, third] = [await to('B1'), await to('B2'), await to('B3')].map((done) => done.operation ?? 0)
  // All of it changed since: nothing is taken back, and it can be later.
  expect(await undoOperation(context, first ?? 0)).toMatchObject({ pages: [], conflicts: ids })
  for (const [operation, left] of [[third, 'B2'] as const, [second, 'B1'] as const, [first, ''] as const]) {
    expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: ids, conflicts: [] })
    expect(ids.map(number)).toEqual(ids.map(() => left))
  }
  await expect(undoOperation(context, first ?? 0)).rejects.toMatchObject({ code: 'operation/missing' })
})

test('what a person saved where an action was cut short stays, whatever was done and taken back after it', async () => {
  const all = archive()
  const { context, db, ids, number } = all
  await cutShort(all, ids, () => move(context, ids))
  const first = all.last()
  const [, , typed = 0] = ids
  savePage(db, typed, 1, { ...getPage(db, typed).page, meta: { number: 'A9' } }, '编辑')
  const { operation } = await changeMeta(context, [typed], { number: 'B2' }, 'move')
  await undoOperation(context, operation ?? 0)
  expect(await undoOperation(context, first)).toMatchObject({ pages: ids.slice(0, 2), conflicts: [typed] })
  expect(ids.map(number)).toEqual(['', '', 'A9', ''])
})

test('what stands again as the action left it is taken back: chosen in a conflict, restored, or typed and undone', async () => {
  const { context, db, ids, number } = archive()
  const [chosen = 0, restored = 0, undone = 0, changed = 0] = ids
  const { operation } = await move(context, ids)
  const typed = { ...ONE, meta: { number: 'A9' } }
  keepBeside(db, chosen, 2, typed, '编辑')
  for (const id of [restored, undone, changed]) {
    const { page: moved } = getPage(db, id)
    savePage(db, id, 2, typed, '编辑')
    if (id !== changed) savePage(db, id, 3, moved, '编辑', { action: id === restored ? 'restore' : 'edit' })
  }
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({ pages: ids.slice(0, 3), conflicts: [changed] })
  expect(ids.map(number)).toEqual(['', '', '', 'A9'])
})

test('an undo that goes on does not take back again what a person has restored since', async () => {
  const all = archive()
  const { context, db, ids, number } = all
  const { operation } = await move(context, ids)
  const { page: moved } = getPage(db, ids[0] ?? 0)
  await cutShort(all, ids, () => undoOperation(context, operation ?? 0))
  savePage(db, ids[0] ?? 0, 3, moved, '编辑', { action: 'restore' })
  expect(await undoOperation(context, operation ?? 0)).toMatchObject({
    pages: ids.slice(2),
    conflicts: ids.slice(0, 1),
  })
  expect(ids.map(number)).toEqual(['B1', '', '', ''])
})
