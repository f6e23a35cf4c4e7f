import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { openTest, temporaryFolder } from '../testing.ts'

const WITHIN = { timeout: 10_000 }

/** An archive that keeps house, whose clock stands still but when it is moved on; `count` asks its database. */
async function withHouse(
  work: (
    call: Awaited<ReturnType<typeof openTest>>,
    files: (name: string, n: number) => string,
    count: (sql: string) => unknown,
  ) => Promise<void>,
) {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const archive = await openTest({ path: file, watch: true })
  const db = new Database(file)
  try {
    // What is done after a start is done.
    vi.advanceTimersByTime(25_000)
    const files = (name: string, n: number) => {
      mkdirSync(path.join(folder, name))
      for (let i = 0; i < n; i++)
        writeFileSync(path.join(folder, name, `${i}.txt`), `第${i}盏灯\n\n${name}的灯亮了。\n`)
      return path.join(folder, name)
    }
    await work(archive, files, (sql) => db.prepare(sql).pluck().get())
  } finally {
    db.close()
    await archive.close()
    vi.useRealTimers()
    remove()
  }
}

test('when it is quiet after imports, few segments are made of theirs', () =>
  withHouse(async ({ call }, files, count) => {
    for (const name of ['老街', '渡口', '江边']) {
      const { id } = await call('job.create', { paths: [files(name, 1)] })
      await call('job.wait', { id })
    }
    const segments = () => count('SELECT count(*) FROM search_segment WHERE form > 0')
    expect(segments()).toBe(3)
    vi.advanceTimersByTime(25_000)
    await expect.poll(segments, WITHIN).toBe(1)
  }))

test('what an import that is paused has read in is indexed', () =>
  withHouse(async ({ call, onEvent }, files, count) => {
    const { id } = await call('job.create', { paths: [files('老街', 1200)] })
    onEvent(({ event }) => {
      if (event === 'pages.changed') void call('job.pause', { id })
    })
    expect(await call('job.wait', { id })).toMatchObject({ state: 'paused' })
    const waiting = () => count('SELECT count(*) FROM search_pending')
    expect(waiting()).toBeGreaterThan(0)
    vi.advanceTimersByTime(2000)
    await expect.poll(waiting, WITHIN).toBe(0)
  }))
