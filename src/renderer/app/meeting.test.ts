import { expect, test } from 'vitest'
import { archiveForEach } from '../../main/archive/testing.ts'
import { seatsOn, textOf, withText } from '../features/editor/testing.ts'
import { createMeeting } from './meeting.ts'

const { call } = archiveForEach()
const { id, seat: anySeat } = seatsOn(call)

/** One who has page `id` open, at a window that meets what others do with it. */
async function seat() {
  const at = anySeat()
  const { desk, autosave } = at
  const opened = await call('page.get', { id })
  autosave.watch(opened)
  desk.show(opened)
  return { ...at, ...createMeeting({ call, desk, autosave, attempt: async (work) => work() }) }
}

const stored = async () => textOf((await call('page.get', { id })).page)
const changed = async () => {
  const { revision, page } = await call('page.get', { id })
  await call('page.save', { id, revision, page: withText(page, '别人的') })
}

test('an untouched page follows what another saved', async () => {
  const { meetOthers, text, state } = await seat()
  await changed()
  await meetOthers()
  expect([text(), state()]).toEqual(['别人的', 'saved'])
})

test('what an input method composes is not put over what another saved meanwhile: the two versions are asked about', async () => {
  const { desk, meetOthers, text, typed } = await seat()
  desk.set({ composing: true })
  await changed()
  await meetOthers()
  expect(text()).toBe('潮水退了三里。')
  await typed('潮水退了足足三里。', 'conflict')
  desk.set({ composing: false })
  expect(await stored()).toBe('别人的')
})

test('a composition that began while the other version was being read is not disturbed either', async () => {
  const { desk, meetOthers, text } = await seat()
  await changed()
  const met = meetOthers()
  desk.set({ composing: true })
  await met
  expect(text()).toBe('潮水退了三里。')
})

test('a composition that is given up: the page follows then', async () => {
  const { desk, meetOthers, text } = await seat()
  desk.set({ composing: true })
  await changed()
  await meetOthers()
  desk.set({ composing: false })
  await expect.poll(text).toBe('别人的')
})

test("whoever undoes what another's version stands against has that version, and what was undone is one undo away", async () => {
  const { desk, text, type, typed, autosave } = await seat()
  await changed()
  await typed('甲', 'conflict')
  type('甲乙')
  desk.undo()
  desk.undo()
  await expect.poll(text).toBe('别人的')
  expect([autosave.dirty(), await stored()]).toEqual([false, '别人的'])
  desk.undo()
  expect(text()).toBe('甲乙')
})

test('what is restored from here is one undo away, and that is saved', async () => {
  const { desk, takeRestored, typed, text, autosave } = await seat()
  await typed('我的', 'saved')
  await call('revision.restore', { id, revision: 1, current: 2 })
  expect([await takeRestored(), await takeRestored()]).toEqual([true, false])
  expect([text(), autosave.dirty()]).toEqual(['潮水退了三里。', false])
  desk.undo()
  expect(text()).toBe('我的')
  await autosave.flush()
  expect(await stored()).toBe('我的')
})

test('what was typed while a page was restored is not put over it', async () => {
  const { takeRestored, text, type, typed, state, autosave } = await seat()
  await typed('我的', 'saved')
  await call('revision.restore', { id, revision: 1, current: 2 })
  type('还有')
  expect(await takeRestored()).toBe(false)
  await autosave.flush()
  expect([text(), state(), await stored()]).toEqual(['还有', 'conflict', '潮水退了三里。'])
})
