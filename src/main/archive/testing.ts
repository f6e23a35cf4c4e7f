/** For tests: a folder that goes away, an archive in it, and the client's side of the contract. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach } from 'vitest'
import { api } from '../../shared/api.ts'
import { client } from '../../shared/rpc.ts'
import { openArchive } from './archive.ts'
import type { OpenOptions } from './archive.ts'

/** The OCR text of a small page. */
export const STORY = '海曙旧街新灯\n\n本报记者 林一舟\n\n入夜以后，老街的灯一盏一盏亮起来。'

/** A fresh folder; `remove` takes it away with all that is in it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'banxin-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs `work` with a fresh archive and removes it afterwards. */
export async function withTestArchive<T>(
  work: (opened: Awaited<ReturnType<typeof openTest>>, folder: string) => Promise<T>,
): Promise<T> {
  const { folder, remove } = temporaryFolder()
  const opened = await openTest({ path: path.join(folder, 'a.banxin') })
  try {
    return await work(opened, folder)
  } finally {
    await opened.close()
    remove()
  }
}

/** A fresh archive before each test of a file, closed after it; `call` and `close` are those of the archive of the test that runs. */
export function archiveForEach(): Pick<Awaited<ReturnType<typeof openTest>>, 'call' | 'close'> {
  const { folder, remove } = temporaryFolder()
  let opened: Awaited<ReturnType<typeof openTest>> | undefined
  let n = 0
  const now = () => {
    if (!opened) throw new Error('asked for before the first test')
    return opened
  }
  beforeEach(async () => {
    opened = await openTest({ path: path.join(folder, `${n++}.banxin`) })
  })
  afterEach(() => now().close())
  afterAll(remove)
  return { call: (method, input) => now().call(method, input), close: () => now().close() }
}

/** An open archive with typed calls; errors of handlers are thrown as they would reach the window. */
export async function openTest(options: Omit<OpenOptions, 'log'>) {
  const archive = await openArchive({ watch: false, segment: false, ...options, log: (m, e) => console.error(m, e) })
  return { ...archive, call: client(api, archive.handle) }
}

/** `work` as a test, in a folder of its own that goes with it. */
export const inFolder = (work: (folder: string) => Promise<void>) => async () => {
  const { folder, remove } = temporaryFolder()
  try {
    await work(folder)
  } finally {
    remove()
  }
}

/** Asks for a page of this name to be taken in. */
export const paste = (name: string) => ['page.paste', { name, text: `${STORY}${name}` }] as const
