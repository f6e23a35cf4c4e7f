import { expect, test } from 'vitest'
import { BanxinError } from '../../shared/errors.ts'
import { archiveForEach } from '../../main/archive/testing.ts'
import { seatsOn, textOf } from '../features/editor/testing.ts'
import { createClosing } from './closing.ts'
import { createStore } from './store.ts'
import type { Shell } from './shell.ts'

const { call } = archiveForEach()
const { id, storage, seat: anySeat } = seatsOn(call)

/** One who has typed 甲 into page `id`, and a window that notes what it tells of its closing. The archive takes, refuses or leaves open what is saved. */
async function seat() {
  const told: string[] = []
  const archive: { saves: 'takes' | 'refuses' | 'waits' } = { saves: 'takes' }
  const through = (async (method, input) => {
    if (method.startsWith('window.')) return { told: told.push(method) }
    if (method === 'page.save' && archive.saves === 'refuses') throw new BanxinError('disk/full')
    if (method === 'page.save' && archive.saves === 'waits') return new Promise(() => {})
    return call(method, input)
  }) as typeof call // the window's own methods answer with nothing of use
  const at = anySeat('here', through)
  const shell = createStore<Shell>({ dialog: undefined } as Shell) // what closing reads and writes of it
  const closing = createClosing({ ...at, call: through, shell, catchUp: async () => {}, ended: async () => {} })
  const opened = await call('page.get', { id })
  at.autosave.watch(opened)
  at.desk.show(opened)
  at.type('甲')
  return { ...at, ...closing, archive, told, shell, dialog: () => shell.get().dialog?.name }
}

const stored = async () => textOf((await call('page.get', { id })).page)

test('a window that can save does so and goes', async () => {
  const { begin, told, dialog } = await seat()
  await begin()
  expect([told, dialog(), await stored(), storage.length]).toEqual([['window.close'], undefined, '甲', 0])
})

for (const saves of ['refuses', 'waits'] as const) {
  test(`an archive that ${saves}: what was typed is kept, and the window goes`, async () => {
    const { begin, told, archive } = await seat()
    archive.saves = saves
    await begin()
    expect([told, storage.length]).toEqual([['window.close'], 1])
  })

  test(`an archive that ${saves}, and no room to keep what was typed: the window stays and asks, and goes when it is told`, async () => {
    const { begin, end, told, archive, dialog } = await seat()
    archive.saves = saves
    storage.room = 10
    await begin()
    expect(dialog()).toBe('unkept')
    expect(new Set(told)).toEqual(new Set(['window.stay']))
    await end()
    expect([told.at(-1), dialog()]).toEqual(['window.close', undefined])
  })
}

test('no room to keep what was typed, and the archive takes it: nothing is asked', async () => {
  const { begin, told, dialog } = await seat()
  storage.room = 10
  await begin()
  expect([told.at(-1), dialog(), await stored()]).toEqual(['window.close', undefined, '甲'])
})

test('saved while it is asked: the window goes as it was to; saved after the person let it stay, it does not', async () => {
  const { begin, told, archive, shell, autosave, type } = await seat()
  archive.saves = 'refuses'
  storage.room = 10
  await begin()
  shell.set({ dialog: undefined })
  archive.saves = 'takes'
  expect(await autosave.flush()).toBe(true)
  expect(told).not.toContain('window.close')
  archive.saves = 'refuses'
  type('甲乙')
  await begin()
  archive.saves = 'takes'
  autosave.retry()
  await expect.poll(() => told.at(-1)).toBe('window.close')
  expect(await stored()).toBe('甲乙')
})
