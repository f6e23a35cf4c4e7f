import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDb } from '../store/db.ts'
import { openTest, temporaryFolder } from '../testing.ts'
import { migrate } from './index.ts'

test('what a killed migration left half copied goes when the archive is opened; what somebody writes stays', async () => {
  const { folder, remove } = temporaryFolder()
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'])
  try {
    const file = path.join(folder, 'a.banxin')
    const old = openDb(file, { create: true })
    migrate(old, 1)
    old.close()
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const half = (version: number, pid: number | undefined) => `a.banxin.v${version}.bak.${pid}.part`
    for (const name of [half(1, dead), `${half(1, dead)}-journal`, half(2, process.pid), half(3, other.pid), 'b.part'])
      writeFileSync(path.join(folder, name), 'SQLite for')
    // As a process of another machine holds it, whose number means nothing here.
    const held = new Database(path.join(folder, half(4, dead)))
    held.exec('BEGIN; CREATE TABLE t (x)')
    await (await openTest({ path: file })).close()
    const stays = ['a.banxin', 'a.banxin.v1.bak', half(3, other.pid), half(4, dead), 'b.part']
    expect(readdirSync(folder).filter((n) => !/v4.*-journal$/.test(n))).toEqual(stays.toSorted())
    held.close()
    other.kill()
    await once(other, 'exit')
    await (await openTest({ path: file })).close()
    expect(readdirSync(folder).toSorted()).toEqual(['a.banxin', 'a.banxin.v1.bak', 'b.part'])
  } finally {
    other.kill()
    remove()
  }
})
