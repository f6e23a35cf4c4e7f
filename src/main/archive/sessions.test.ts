import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replaceArchive } from './backup.ts'
import { beginSession, endSession } from './sessions.ts'
import { setSetting } from './store/setting.ts'
import { freshDb } from './store/testing.ts'
import { openTest, withTestArchive } from './testing.ts'

const KEY = 'session.running'

test('of a window that ended nothing is told, of one that did not end once', () => {
  const db = freshDb()
  expect(beginSession(db)).toBe(false)
  endSession(db)
  expect(beginSession(db)).toBe(false)
  // The window alone died, and another begins in its place.
  expect(beginSession(db)).toBe(true)
  endSession(db)
  expect(beginSession(db)).toBe(false)
  // As it was written before processes were noted.
  setSetting(db, KEY, true)
  expect([beginSession(db), beginSession(db)]).toEqual([true, true])
})

test('a window that is open elsewhere has not ended, and is told of when its process is gone', async () => {
  const db = freshDb()
  const other = spawn('sleep', ['600'])
  try {
    await once(other, 'spawn')
    setSetting(db, KEY, [other.pid])
    expect(beginSession(db)).toBe(false)
    endSession(db)
    expect(beginSession(db)).toBe(false)
    endSession(db)
  } finally {
    other.kill('SIGKILL')
    await once(other, 'exit')
  }
  expect(beginSession(db)).toBe(true)
})

test('a backup that was made beside an open window says of no window that it did not end', () =>
  withTestArchive(async ({ call }, folder) => {
    expect(await call('session.begin', {})).toEqual({ cutShort: false })
    const [backup, other] = [path.join(folder, 'b.banxin'), path.join(folder, 'other.banxin')]
    await call('backup.to', { path: backup })
    await replaceArchive(other, backup)
    const again = await openTest({ path: other })
    try {
      expect(await again.call('session.begin', {})).toEqual({ cutShort: false })
    } finally {
      await again.close()
    }
  }))
