import { expect, test } from 'vitest'
import { BanxinError } from '../../shared/errors.ts'
import { archiveForEach } from '../../main/archive/testing.ts'
import { seatsOn, textOf, withText } from '../features/editor/testing.ts'
import { createCatchingUp } from './catching-up.ts'
import { createOpening } from './opening.ts'
import { createStore } from './store.ts'
import type { Shell } from './shell.ts'

const { call } = archiveForEach()
const { id, storage, risen, seat: anySeat } = seatsOn(call)

/** One who types, at an archive that is `full` until somebody makes room. */
function seat() {
  const disk = { full: false, reading: async () => {} }
  const told: string[] = []
  const through: typeof call = async (method, input) => {
    if (method === 'page.save' && disk.full) throw new BanxinError('disk/full')
    if (method === 'page.get') await disk.reading()
    return call(method, input)
  }
  const at = anySeat('here', through)
  const { desk, autosave, complain } = at
  const catchingUp = createCatchingUp({
    call: through,
    autosave,
    tell: (key, { title }) => told.push(`${key} ${title}`),
    warn: (key, { title }) => told.push(`warning: ${key} ${title}`),
  })
  risen.push(catchingUp.stop)
  const attempt = async <T>(work: () => Promise<T>) => work().catch((error: unknown) => void complain(error))
  const shell = createStore<Shell>({ dialog: undefined } as Shell) // what opening reads and writes of it
  const parts = { call: through, desk, shell: { shell, attempt, complain }, autosave, dropTab: () => {} }
  const opening = createOpening({ ...parts, catchingUp, shown: () => {}, recovered: () => told.push('recovered') })
  return { ...at, ...catchingUp, ...opening, disk, told, openId: () => desk.get().open?.id }
}

const stored = async () => textOf((await call('page.get', { id })).page)
const another = async () => (await call('page.paste', { name: 'other', text: '别的版面在这里。\n' })).id

/** 甲 is typed into page `id` while the disk is full, and another page is opened. */
async function left() {
  const one = seat()
  await one.openPage(id)
  one.disk.full = true
  await one.typed('甲', 'failed')
  await one.openPage(await another())
  expect([one.told, storage.length, await stored()]).toEqual([['warning: kept.left 甲'], 1, '潮水退了三里。'])
  return one
}

test('a page that was left unsaved is saved once the archive takes it, and that is told; undo leads back', async () => {
  const { disk, run, told, openPage, autosave, desk, text } = await left()
  await run()
  expect([told.length, storage.length]).toEqual([1, 1])
  disk.full = false
  await run()
  expect([told.slice(1), storage.length, await stored()]).toEqual([['kept.saved 甲'], 0, '甲'])
  await openPage(id)
  await autosave.recall()
  desk.undo()
  expect(text()).toBe('潮水退了三里。')
})

test('a save that comes through tells that the archive takes saves again', async () => {
  const { disk, back } = await left()
  back()
  expect(await stored()).toBe('潮水退了三里。')
  disk.full = false
  await expect.poll(async () => (back(), await stored())).toBe('甲')
})

test("what was left is not put over another's text: it waits until the page is opened", async () => {
  const { disk, run, told } = await left()
  disk.full = false
  const { revision, page } = await call('page.get', { id })
  await call('page.save', { id, revision, page: withText(page, '别人的') })
  await run()
  expect([told.length, storage.length, await stored()]).toEqual([1, 1, '别人的'])
})

test('what was left of a page in the bin waits there, and that of the next page does not wait for it', async () => {
  const { disk, run, told, openId, typed, openPage } = await left()
  await call('pages.bin', { ids: [id] })
  const other = openId() ?? 0
  await typed('乙', 'failed')
  await openPage(await another())
  disk.full = false
  await run()
  expect([told.at(-1), storage.length]).toEqual(['kept.saved 乙', 1])
  expect(textOf((await call('page.get', { id: other })).page)).toBe('乙')
})

test('a page that is opened while it is saved is read when that is done', async () => {
  const { disk, run, told, openPage, text, state } = await left()
  disk.full = false
  const saved = run()
  await openPage(id)
  await saved
  expect([text(), state(), told.slice(1)]).toEqual(['甲', 'saved', ['kept.saved 甲']])
})

test('a page that is being opened is not saved meanwhile: what is kept of it is put back there', async () => {
  const { disk, run, told, openPage, text, state } = await left()
  disk.full = false
  disk.reading = async () => {
    disk.reading = async () => {}
    await run()
  }
  await openPage(id)
  expect([text(), told.slice(1)]).toEqual(['甲', ['recovered']])
  await expect.poll(state).toBe('saved')
  expect([await stored(), storage.length]).toEqual(['甲', 0])
})

test('a page that is opened while others before it are saved is no longer saved here', async () => {
  const { disk, run, told, openId, typed, openPage, text, state, said } = await left()
  const other = openId() ?? 0
  await typed('乙', 'failed')
  await openPage(await another())
  disk.full = false
  disk.reading = async () => {
    disk.reading = async () => {}
    await openPage(other)
  }
  await run()
  expect([text(), told.at(-1), storage.length]).toEqual(['乙', 'kept.saved 甲', 1])
  await expect.poll(state).toBe('saved')
  expect(said).not.toContain('page/conflict')
  expect([textOf((await call('page.get', { id: other })).page), storage.length]).toEqual(['乙', 0])
})

test('what is typed while another page is being read is saved before that one is open', async () => {
  const { disk, openPage, text, told, type } = seat()
  await openPage(id)
  const other = await another()
  disk.reading = async () => {
    disk.reading = async () => {}
    type('甲')
  }
  await openPage(other)
  expect([text(), told, storage.length, await stored()]).toEqual(['别的版面在这里。', [], 0, '甲'])
})

test('a page that is asked for twice before it is open, as by a double click, is put there once', async () => {
  const { desk, disk, openPage } = seat()
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  let asked = 0
  disk.reading = () => (++asked === 2 ? held : Promise.resolve())
  const [first, second] = [openPage(id), openPage(id)]
  await first
  const { page } = desk.get()
  go()
  await second
  expect([asked, page !== undefined, desk.get().page === page]).toEqual([2, true, true])
})
