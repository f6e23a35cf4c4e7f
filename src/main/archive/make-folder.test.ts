import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder } from './make-folder.ts'

describe('a folder', () => {
  const base = mkdtempSync(path.join(os.tmpdir(), 'banxin-folder-'))
  it('is made with those on the way, and again without complaint', () => {
    const deep = path.join(base, 'a', 'b', 'c')
    makeFolder(deep)
    makeFolder(deep)
    expect(existsSync(deep)).toBe(true)
  })
  it('is not made where a file stands', () => {
    const file = path.join(base, 'file')
    writeFileSync(file, '')
    expect(() => makeFolder(file)).toThrow(/EEXIST/)
    expect(() => makeFolder(path.join(file, 'x'))).toThrow(/EEXIST/)
  })
  it.skipIf(!existsSync('/proc/self'))('is not tried for ever where the system makes none', () =>
    expect(() => makeFolder('/proc/banxin/x')).toThrow(/ENOENT|EACCES|EPERM/),
  )
})
