import { expect, test } from 'vitest'
import { archiveForEach } from '../../../main/archive/testing.ts'
import { seatsOn, textOf, withText } from './testing.ts'
import type { Page } from '../../../shared/page/page.ts'

const { call, close } = archiveForEach()
const { id, storage, seat: anySeat } = seatsOn(call)

/** One who types, at a window on the archive. */
function seat(name?: string) {
  const at = anySeat(name)
  return {
    ...at,
    open: async () => {
      const opened = await call('page.get', { id })
      const left = await at.autosave.left(opened)
      at.autosave.watch(opened)
      at.desk.show(opened)
      if (left) at.autosave.takeUp(left)
      return left
    },
  }
}

const stored = async () => textOf((await call('page.get', { id })).page)
const kept = () => [...storage.kept.values()].map((text) => textOf((JSON.parse(text) as { page: Page }).page))
const bin = () => call('pages.bin', { ids: [id] })
const restore = () => call('bin.restore', { ids: [id] })
const purge = async () => {
  await bin()
  await call('bin.purge', { ids: [id] })
}
/** Another saves `text`, or moves the page and leaves the text. */
const other = async (change: { text?: string; date?: string }) => {
  const { revision, page: was } = await call('page.get', { id })
  const page = change.text === undefined ? was : withText(was, change.text)
  const meta = change.date === undefined ? page.meta : { ...page.meta, date: change.date }
  await call('page.save', { id, revision, page: { ...page, meta } })
}
const changed = () => other({ text: '别人的' })

/** What keeps a save from coming through, and the state that is shown then. */
const REFUSED = [
  ['conflict', changed],
  ['binned', bin],
  ['gone', purge],
] as const

for (const [state, happen] of REFUSED) {
  test(`${state}: undone to what is on disk, nothing is asked, unsaved or kept any more`, async () => {
    const { open, typed, desk, autosave, said, state: now } = seat()
    await open()
    await happen()
    await typed('我的', state)
    expect([kept(), said.length]).toEqual([['我的'], 1])
    desk.undo()
    expect([now(), autosave.dirty(), kept(), said]).toEqual(['saved', false, [], []])
    expect(await autosave.flush()).toBe(true)
  })

  test(`${state}: what was typed last is kept at once when the page is left or the window closes`, async () => {
    const { open, type, typed, autosave } = seat()
    await open()
    await happen()
    await typed('我的', state)
    type('我的字')
    expect(await autosave.flush()).toBe(false)
    expect(kept()).toEqual(['我的字'])
    type('我的字。')
    autosave.forget()
    expect(kept()).toEqual(['我的字。'])
  })

  test(`${state}: where the window's storage is full, it does not say that the text is kept`, async () => {
    const { open, typed, autosave } = seat()
    await open()
    await happen()
    storage.room = 10
    await typed('我的', state)
    expect(autosave.keep()).toBe(false)
    storage.room = Infinity
    expect(autosave.keep()).toBe(true)
  })
}

test('an archive that fails: undone to what is on disk, nothing is unsaved or kept', async () => {
  const { open, typed, desk, state } = seat()
  await open()
  await close()
  await typed('我的', 'failed')
  desk.undo()
  expect([state(), kept()]).toEqual(['saved', []])
})

test('out of the bin again, what was typed is saved, and so is what is typed then', async () => {
  const { open, typed, type, autosave, state, desk } = seat()
  await open()
  await bin()
  await typed('我的', 'binned')
  desk.undo()
  await restore()
  autosave.retry()
  type('我的字')
  await expect.poll(stored).toBe('我的字')
  await bin()
  await typed('我的字又', 'binned')
  await restore()
  autosave.retry()
  await expect.poll(state).toBe('saved')
  expect([await stored(), kept()]).toEqual(['我的字又', []])
})

const leftInBin = async () => {
  const first = seat()
  await first.open()
  await bin()
  await first.typed('我的旧字', 'binned')
  first.autosave.forget()
  first.desk.close()
  await restore()
}

test('what was left is put back and saved where the page has the text that it was typed on', async () => {
  await leftInBin()
  const { open, text, state } = seat()
  expect((await open())?.asks).toBe(false)
  expect(text()).toBe('我的旧字')
  await expect.poll(stored).toBe('我的旧字')
  await expect.poll(state).toBe('saved')
  expect(kept()).toEqual([])
})

test('and where the page was but moved meanwhile; the move stands', async () => {
  await leftInBin()
  await other({ date: '2026-03-11' })
  const { open } = seat()
  expect((await open())?.asks).toBe(false)
  await expect.poll(stored).toBe('我的旧字')
  expect((await call('page.get', { id })).page.meta.date).toBe('2026-03-11')
})

const leftOverOther = async () => {
  await leftInBin()
  await other({ text: '同事改好的新稿' })
  const second = seat()
  expect((await second.open())?.asks).toBe(true)
  expect([second.text(), second.state(), second.said]).toEqual(['我的旧字', 'conflict', []])
  return second
}

test("what was left is not put over another's text: the person is asked, again at the next start", async () => {
  const { autosave, type } = await leftOverOther()
  expect(await autosave.flush()).toBe(false)
  autosave.retry()
  type('我的旧字。')
  expect(await autosave.flush()).toBe(false)
  autosave.forget()
  expect(await stored()).toBe('同事改好的新稿')
  const next = seat()
  expect((await next.open())?.asks).toBe(true)
  expect([next.text(), await stored()]).toEqual(['我的旧字。', '同事改好的新稿'])
})

test("what was left and the archive's text: undo takes the archive's", async () => {
  const { desk, state, text } = await leftOverOther()
  desk.undo()
  expect([state(), text(), kept()]).toEqual(['saved', '同事改好的新稿', []])
})

test("what was left, undone and brought back with redo: the person is asked again, and another's text stands until then", async () => {
  const { desk, autosave, state, text, said } = await leftOverOther()
  desk.undo()
  desk.redo()
  expect([text(), state(), said]).toEqual(['我的旧字', 'conflict', ['page/conflict']])
  expect(await autosave.flush()).toBe(false)
  expect([await stored(), kept()]).toEqual(['同事改好的新稿', ['我的旧字']])
  desk.undo()
  expect([state(), kept(), said]).toEqual(['saved', [], []])
})

test('what was left, typed on, undone over both and moved meanwhile: redo asks all the same', async () => {
  const { desk, autosave, type, text, state } = await leftOverOther()
  type('我的旧字。')
  desk.undo()
  desk.undo()
  expect(state()).toBe('saved')
  await other({ date: '2026-03-11' })
  const { revision, page } = await call('page.get', { id })
  desk.retell(page.meta)
  autosave.settle(revision, desk.get().page ?? page)
  desk.redo()
  expect([text(), state()]).toEqual(['我的旧字', 'conflict'])
})

test("what was left, after the person's word, is theirs to undo and redo", async () => {
  const { desk, autosave } = await leftOverOther()
  const there = await call('page.get', { id })
  desk.act({ page: there.page })
  desk.undo()
  autosave.settle(there.revision, there.page)
  expect(await autosave.flush()).toBe(true)
  desk.undo()
  expect(await autosave.flush()).toBe(true)
  expect(await stored()).toBe('同事改好的新稿')
  desk.redo()
  expect(await autosave.flush()).toBe(true)
  expect(await stored()).toBe('我的旧字')
})

test('what was left and went into the bin again is still asked for when it is back', async () => {
  const { desk, autosave, state } = await leftOverOther()
  desk.set({ save: { kind: 'binned' } })
  autosave.retry()
  await expect.poll(state).toBe('conflict')
  expect(await stored()).toBe('同事改好的新稿')
})

test("what was left, after the person's word: mine is saved", async () => {
  const { desk, autosave } = await leftOverOther()
  const there = await call('page.get', { id })
  desk.act({ page: there.page })
  desk.undo()
  autosave.settle(there.revision, there.page)
  expect(await autosave.flush()).toBe(true)
  expect([await stored(), kept()]).toEqual(['我的旧字', []])
})

test('a text kept of another archive is not put into the page of that number', async () => {
  await leftInBin()
  expect(await seat('elsewhere').open()).toBe(undefined)
  expect((await seat().open())?.page).toBeDefined()
})

test('what was kept before the archive had a name is asked for', async () => {
  const opened = await call('page.get', { id })
  storage.setItem(`banxin.unsaved.${id}`, JSON.stringify({ revision: 1, page: withText(opened.page, '旧程序留的') }))
  const { open, text, state } = seat()
  await open()
  expect([text(), state(), [...storage.kept.keys()]]).toEqual(['旧程序留的', 'conflict', [`banxin.unsaved.here.${id}`]])
})

test('what is kept and is on disk, or is no page, is not kept any longer', async () => {
  const { page: same } = await call('page.get', { id })
  for (const text of [JSON.stringify({ page: same }), '{"page":1}', '{']) {
    storage.setItem(`banxin.unsaved.here.${id}`, text)
    expect(await seat().open()).toBe(undefined)
    expect(kept()).toEqual([])
  }
})

test('what comes to the same text by other ways than undo is what is on disk too', async () => {
  const { open, typed, type, autosave, state, text } = seat()
  await open()
  const before = text() ?? ''
  await typed('潮水', 'saved')
  await bin()
  await typed('潮水又', 'binned')
  type('潮水')
  expect(autosave.keep()).toBe(true)
  expect([state(), kept(), before]).toEqual(['saved', [], '潮水退了三里。'])
})
