import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import type { Reply } from '../../shared/reply.ts'
import type { ArchiveHost } from './archive-host.ts'
import { archiveHost } from './archive-host.ts'
import type { Started } from './start-by-node.ts'
import { startByNode } from './start-by-node.ts'

const script = fileURLToPath(new URL('../archive/process.ts', import.meta.url))
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** A host over a real archive process on a new archive; `kill` ends that process hard. */
function host(content?: string): { archive: ArchiveHost; folder: string; kill: () => void; restarted: Promise<void> } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-host-'))
  const file = path.join(folder, 'banxin.db')
  if (content !== undefined) writeFileSync(file, content)
  let running: Started | undefined
  let tell: (() => void) | undefined
  const restarted = new Promise<void>((resolve) => (tell = resolve))
  const archive = archiveHost(() => (running = startByNode(process.execPath)(script, JSON.stringify({ path: file }))), {
    onEvent: () => {},
    onRestarted: () => tell?.(),
  })
  undo.push(() => rmSync(folder, { recursive: true, force: true }), archive.close)
  return { archive, folder, kill: () => running?.kill(), restarted }
}

const codeOf = (reply: Reply) => (reply.ok ? 'ok' : reply.code)

test('a process that Node started answers, with bytes in and out', async () => {
  const { archive } = host()
  expect(codeOf(await archive.call('archive.ping', {}))).toBe('ok')
  const bytes = new TextEncoder().encode('# 海湾新城开门迎客\n\n本报讯 昨日，海湾新城正式开门迎客，市民纷纷前来。\n')
  const imported = await archive.call('import.bytes', { name: 'a.txt', bytes })
  expect(imported).toMatchObject({ ok: true, value: { outcome: 'new' } })
})

test('what is under way when it dies fails with a code, what comes after is answered by the next one', async () => {
  const { archive, kill, restarted } = host()
  await archive.call('archive.ping', {})
  const underWay = archive.call('words.cut', { text: '海湾新城'.repeat(200_000) })
  kill()
  expect(codeOf(await underWay)).toBe('archive/unavailable')
  expect(codeOf(await archive.call('archive.ping', {}))).toBe('ok')
  await restarted
})

test('an archive that cannot be opened is a code for every call, and the process stays', async () => {
  const { archive } = host('This is no database. '.repeat(100))
  expect(codeOf(await archive.call('archive.ping', {}))).toBe('archive/damaged')
  expect(codeOf(await archive.call('archive.ping', {}))).toBe('archive/damaged')
})

test('after a close the database is left whole, without its write-ahead log', async () => {
  const { archive, folder } = host()
  await archive.call('archive.ping', {})
  await archive.close()
  expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([])
})
