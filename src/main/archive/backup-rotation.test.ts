import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { isBackedUp } from './backup.ts'
import { STORY, withTestArchive } from './testing.ts'

afterEach(() => void vi.useRealTimers())

const clock = (at: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })

const days = (folder: string) =>
  readdirSync(path.join(folder, 'a.banxin.backups'))
    .map((name) => name.slice(0, 10))
    .toSorted()

test('of backups the ten newest stay, and the first of each of six months', () =>
  withTestArchive(async ({ call }, folder) => {
    await call('page.paste', { name: '一', text: STORY })
    for (let month = 1; month <= 8; month++)
      for (const day of ['03', '17']) {
        clock(`2025-0${month}-${day}T08:00:00Z`)
        await call('backup.now', {})
      }
    expect(days(folder)).toEqual([
      '2025-03-03',
      ...['04', '05', '06', '07', '08'].flatMap((month) => [`2025-${month}-03`, `2025-${month}-17`]),
    ])
  }))

test('backups that a wrong clock dated later neither push out those of today nor stand for them', () =>
  withTestArchive(async ({ call }, folder) => {
    const file = path.join(folder, 'a.banxin')
    await call('page.paste', { name: '一', text: STORY })
    for (let day = 10; day < 22; day++) {
      clock(`2038-01-${day}T08:00:00Z`)
      await call('backup.now', {})
    }
    clock('2025-06-01T08:00:00Z')
    expect(isBackedUp(file, new Date())).toBe(false)
    const { name } = await call('backup.now', {})
    expect((await call('backup.list', {})).map((b) => b.name)).toContain(name)
    expect(isBackedUp(file, new Date())).toBe(true)
    expect(isBackedUp(file, new Date('2025-06-02T08:00:01Z'))).toBe(false)
    expect(days(folder)).toHaveLength(12)
  }))
