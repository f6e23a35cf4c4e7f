/** For tests: `banxin` as a person runs it, each in a folder that is gone afterwards. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { temporaryFolder } from '../archive/testing.ts'

const ENTRY = path.join(path.dirname(fileURLToPath(import.meta.url)), 'index.ts')

/** A page of one short story. */
export const STORY =
  '海曙旧街新灯\n\n本报记者 林一舟\n\n入夜以后，老街的灯一盏一盏亮起来。\n\n修灯的人说，灯亮了，路就短了。\n'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** The command line in a folder of each test's own, where `files` stand already. */
export function commandLine(files: Readonly<Record<string, string>> = {}) {
  // Every command is a process of its own that loads the whole workstation.
  vi.setConfig({ testTimeout: 240_000 })
  let folder = ''
  let remove = () => {}
  beforeEach(() => {
    ;({ folder, remove } = temporaryFolder())
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  })
  afterEach(() => remove())

  /** Runs `banxin` as npm does: in another folder than the person stands in. */
  const banxin = (...args: string[]): Promise<Ran> => run(args)

  /** The same, stopped by Ctrl+C as soon as it says `when`. */
  const stopped = (when: RegExp, ...args: string[]): Promise<Ran> => run(args, when)

  const run = (args: readonly string[], stop?: RegExp): Promise<Ran> =>
    new Promise((resolve) => {
      const options = { cwd: path.dirname(ENTRY), env: { ...process.env, INIT_CWD: folder } }
      const child = execFile(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', ENTRY, ...args],
        options,
        (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
      )
      let isStopped = false
      child.stderr?.on('data', (said) => {
        // A second time would end it at once.
        if (!isStopped && stop?.test(String(said))) isStopped = child.kill('SIGINT')
      })
    })

  const check = async (args: readonly string[], code: number, says: RegExp) => {
    const ran = await banxin(...args)
    expect(ran.code, ran.err).toBe(code)
    expect(ran.out + ran.err).toMatch(says)
    expect(ran.out + ran.err).not.toMatch(/\n\s+at .*\.ts:/)
  }
  return { banxin, stopped, check, at: (...names: readonly string[]) => path.join(folder, ...names) }
}
