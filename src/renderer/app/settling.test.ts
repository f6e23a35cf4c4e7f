import { expect, test } from 'vitest'
import { BanxinError } from '../../shared/errors.ts'
import { archiveForEach } from '../../main/archive/testing.ts'
import { seatsOn, textOf, withText } from '../features/editor/testing.ts'
import { createCatchingUp } from './catching-up.ts'
import { createOpening } from './opening.ts'
import { createSettling } from './settling.ts'
import { createStore } from './store.ts'
import type { Shell } from './shell.ts'

/** One dot, as PNG. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const { call } = archiveForEach()
const { id, storage, risen, seat: anySeat } = seatsOn(call)

/** One who types at a window on the archive, and is asked there. */
function seat(through = call) {
  const at = anySeat('here', through)
  const { desk, autosave, complain } = at
  const attempt = async <T>(work: () => Promise<T>) => work().catch((error: unknown) => void complain(error))
  // What settling reads and writes of it.
  const shell = createStore<Shell>({ dialog: undefined } as Shell)
  const told: Record<string, string | number>[] = []
  const tell = (_key: string, params: Record<string, string | number> = {}) => void told.push(params)
  const parts = { call: through, desk, shell: { shell, attempt, complain, tell }, autosave, dropTab: () => {} }
  const catchingUp = createCatchingUp({ call: through, autosave, tell: () => {}, warn: () => {} })
  risen.push(catchingUp.stop)
  const opening = createOpening({ ...parts, catchingUp, shown: () => {}, recovered: () => {} })
  const settling = createSettling({ ...parts, list: async () => {}, openPage: opening.openPage })
  return {
    ...at,
    ...settling,
    ...opening,
    told,
    openId: () => desk.get().open?.id,
    /** The state, and the dialog that asks. */
    asked: () => [desk.get().save.kind, shell.get().dialog?.name],
  }
}

const stored = async (of = id) => textOf((await call('page.get', { id: of })).page)
const bin = () => call('pages.bin', { ids: [id] })
const purge = async () => {
  await bin()
  await call('bin.purge', { ids: [id] })
}
const changed = async () => {
  const { revision, page } = await call('page.get', { id })
  await call('page.save', { id, revision, page: withText(page, '别人的') })
}
const conflict = async (through = call) => {
  const one = seat(through)
  await one.openPage(id)
  await changed()
  await one.typed('我的', 'conflict')
  return one
}

test('two versions: mine stands, theirs is one undo away', async () => {
  const { settle, asked, desk, text, told } = await conflict()
  await settle('mine')
  expect([await stored(), asked()]).toEqual(['我的', ['saved', undefined]])
  expect(told).toEqual([{ n: 2 }])
  expect(textOf(await call('revision.get', { id, revision: 2 }))).toBe('别人的')
  desk.undo()
  expect(text()).toBe('别人的')
})

test('two versions: theirs stands, mine is one undo away', async () => {
  const { settle, asked, desk, text, told } = await conflict()
  await settle('theirs')
  expect([await stored(), text(), asked()]).toEqual(['别人的', '别人的', ['saved', undefined]])
  expect(told).toEqual([{ n: 3 }])
  expect(textOf(await call('revision.get', { id, revision: 3 }))).toBe('我的')
  expect(storage.length).toBe(0)
  desk.undo()
  expect(text()).toBe('我的')
})

test('two versions: where mine cannot be kept, both wait for the person as they did', async () => {
  const fails: typeof call = (method, input) =>
    method === 'revision.keep' ? Promise.reject(new BanxinError('disk/full')) : call(method, input)
  const { settle, asked, text, said } = await conflict(fails)
  await settle('theirs')
  expect([text(), await stored(), asked()]).toEqual(['我的', '别人的', ['conflict', undefined]])
  expect(said).toContain('disk/full')
})

test('two versions of a page that went into the bin meanwhile: the bin is asked about, then the versions again', async () => {
  const { settle, settleAway, asked, desk } = await conflict()
  await bin()
  await settle('mine')
  expect(asked()).toEqual(['binned', 'binned'])
  await settleAway('restore')
  await expect.poll(() => desk.get().save.kind).toBe('conflict')
  await settle('mine')
  expect(await stored()).toBe('我的')
})

test('two versions of a page that was deleted for good meanwhile: it can be saved as a new page', async () => {
  const { settle, settleAway, asked, openId } = await conflict()
  await purge()
  await settle('theirs')
  expect(asked()).toEqual(['gone', 'gone'])
  await settleAway('anew')
  expect(openId()).not.toBe(id)
  expect(await stored(openId())).toBe('我的')
})

/** The page has a picture of its paper; gives its SHA-256. */
const pictured = async () => {
  const { sha256 = null } = await call('picture.add', { bytes: new Uint8Array(Buffer.from(DOT, 'base64')) })
  await call('page.setPicture', { id, sha256 })
  return sha256
}
const gone = async () => {
  const one = seat()
  await one.openPage(id)
  await one.shown(id)
  await purge()
  await one.typed('甲', 'gone')
  return one
}

test('saved as a new page, with what was typed while that was done, and nothing is kept of the old one', async () => {
  const { settleAway, type, text, openId } = await gone()
  const done = settleAway('anew')
  type('甲乙丙')
  await done
  expect([text(), await stored(openId()), storage.length]).toEqual(['甲乙丙', '甲乙丙', 0])
})

test('saved as a new page, with the picture of the paper', async () => {
  const sha256 = await pictured()
  const { settleAway, openId } = await gone()
  await settleAway('anew')
  expect(await call('page.picture', { id: openId() ?? 0 })).toMatchObject({ sha256 })
})

test('a page that cannot be saved as a new one says why, and stays', async () => {
  const { settleAway, type, text, said, openId } = await gone()
  type('字'.repeat(8_000_000))
  await settleAway('anew')
  expect([said, openId(), text()?.length]).toEqual([['page/missing', 'file/too-large'], id, 8_000_000])
})

test('left in the bin while the window has no room to keep what was typed: it stays, and says so', async () => {
  const { openPage, settleAway, typed, said, openId } = seat()
  await openPage(id)
  await bin()
  storage.room = 10
  await typed('甲', 'binned')
  await settleAway('leave')
  expect([said, openId()]).toEqual([['page/binned', 'window/full'], id])
  storage.room = Infinity
  await settleAway('leave')
  expect([openId(), storage.length]).toEqual([undefined, 1])
})

test('what a window that was closed keeps of a page that is gone is offered at the next start, by itself', async () => {
  const sha256 = await pictured()
  const first = await gone()
  first.autosave.forget()
  const { offer, asked, text, openId, settleAway } = seat()
  await offer()
  expect([openId(), text(), asked()]).toEqual([id, '甲', ['gone', 'gone']])
  await settleAway('anew')
  expect([await stored(openId()), storage.length]).toEqual(['甲', 0])
  expect((await call('page.get', { id: openId() ?? 0 })).source).toContain('潮水退了三里')
  expect(await call('page.picture', { id: openId() ?? 0 })).toMatchObject({ sha256 })
})

test('what is kept of a page in the bin, or in the library, is not offered', async () => {
  const first = seat()
  await first.openPage(id)
  await bin()
  await first.typed('甲', 'binned')
  await first.settleAway('leave')
  const next = seat()
  await next.offer()
  expect(next.openId()).toBe(undefined)
  await call('bin.restore', { ids: [id] })
  await next.offer()
  expect([next.openId(), storage.length]).toEqual([undefined, 1])
})

test('what is let go of is kept nowhere', async () => {
  const { settleAway, openId } = await gone()
  await settleAway('discard')
  expect([openId(), storage.length]).toEqual([undefined, 0])
})

test('a question that comes up while another page is being opened stays with its page', async () => {
  const first = await gone()
  first.autosave.forget()
  const { id: other } = await call('page.paste', { name: 'other', text: '别的版面在这里。\n' })
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  const late: typeof call = async (method, input) => {
    const given = await call(method, input)
    if (method === 'page.get' && (input as { id: number }).id === other) await held
    return given
  }
  const { offer, openPage, asked, openId, settleAway } = seat(late)
  const opened = openPage(other)
  await offer()
  answer()
  await opened
  expect([openId(), asked()]).toEqual([id, ['gone', 'gone']])
  await settleAway('anew')
  expect([await stored(openId()), storage.length]).toEqual(['甲', 0])
})

test('a question goes when its page is back, and its answer does nothing then', async () => {
  const { autosave, settle, openId, asked, settleAway, desk } = await conflict()
  await bin()
  await settle('mine')
  expect(asked()).toEqual(['binned', 'binned'])
  await call('bin.restore', { ids: [id] })
  autosave.retry()
  expect(asked()[1]).toBe(undefined)
  await expect.poll(() => desk.get().save.kind).toBe('conflict')
  await settle('mine')
  for (const answer of ['anew', 'discard', 'leave'] as const) await settleAway(answer)
  expect([openId(), await stored()]).toEqual([id, '我的'])
})

test('what is typed while an action changes the page is asked for when the page is read again', async () => {
  const { openPage, typed, type, text, asked, autosave, reload, settle } = seat()
  await openPage(id)
  await typed('甲', 'saved')
  const done = call('revision.restore', { id, revision: 1, current: autosave.revision() })
  type('甲乙丙')
  await done
  const read = reload()
  type('甲乙丙丁')
  await read
  expect([text(), asked(), await stored()]).toEqual(['甲乙丙丁', ['conflict', 'conflict'], '潮水退了三里。'])
  await settle('mine')
  expect([await stored(), storage.length]).toEqual(['甲乙丙丁', 0])
})

test('a page that an action changed is read again, with nothing to ask where nothing was typed', async () => {
  const { openPage, text, asked, reload } = seat()
  await openPage(id)
  await changed()
  await reload()
  expect([text(), asked(), storage.length]).toEqual(['别人的', ['saved', undefined], 0])
})

test('a page whose save fails and which the window has no room for is not left, and that is said', async () => {
  const { id: other } = await call('page.paste', { name: 'other', text: '别的版面在这里。\n' })
  const fails: typeof call = (method, input) =>
    method === 'page.save' ? Promise.reject(new BanxinError('disk/full')) : call(method, input)
  const { openPage, typed, said, openId, text } = seat(fails)
  await openPage(id)
  storage.room = 10
  await typed('甲', 'failed')
  await openPage(other)
  expect([openId(), text(), said]).toEqual([id, '甲', ['disk/full', 'window/full']])
  storage.room = Infinity
  await openPage(other)
  expect([openId(), storage.length]).toEqual([other, 1])
})
