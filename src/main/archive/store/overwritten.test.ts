import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { closeDb, openDb, write } from './db.ts'

/** What another program does that has a look at the archive and leaves it. */
const LOOK = `const db = new (require('better-sqlite3'))(process.argv[1]); db.exec('BEGIN IMMEDIATE'); db.exec('ROLLBACK'); db.close()`

test('to look at the file of an open archive gives none of its locks away: another program comes and goes, and the log stays', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-log-'))
  const file = path.join(folder, 'a.banxin')
  const db = openDb(file, { create: true })
  const put = (text: string) => write(db, () => db.prepare('INSERT INTO line VALUES (?)').run(text))
  write(db, () => db.exec('CREATE TABLE line (text TEXT)'))
  put('一')
  put('二')
  execFileSync(process.execPath, ['-e', LOOK, file])
  expect(existsSync(`${file}-wal`)).toBe(true)
  put('三')
  closeDb(db)
  const again = openDb(file, { create: false })
  expect(again.prepare('SELECT text FROM line').pluck().all()).toEqual(['一', '二', '三'])
  closeDb(again)
  rmSync(folder, { recursive: true })
})
