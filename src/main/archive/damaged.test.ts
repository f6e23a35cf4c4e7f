import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { api } from '../../shared/api.ts'
import { client } from '../../shared/rpc.ts'
import { checkFile } from './check.ts'
import { openOrRestore } from './damaged.ts'
import { STORY, openTest, temporaryFolder } from './testing.ts'

test.each([
  ['at its beginning', 0, 8192],
  ['in its tables', 8192 * 9, 8192 * 30],
])('an archive that is damaged %s becomes one of its backups again', async (_where, from, to) => {
  const { folder, remove } = temporaryFolder()
  const file = path.join(folder, 'a.banxin')
  try {
    const sound = await openTest({ path: file })
    await sound.call('page.paste', { name: '一', text: STORY })
    const { name } = await sound.call('backup.now', {})
    await sound.close()
    writeFileSync(file, readFileSync(file).fill(0x5a, from, to))
    const opened = await openOrRestore({ path: file, segment: false, log: () => undefined })
    try {
      const call = client(api, opened.handle)
      const events: string[] = []
      opened.onEvent(({ event }) => events.push(event))
      await expect(call('page.list', {})).rejects.toMatchObject({ code: 'archive/damaged' })
      expect((await call('backup.list', {})).map((b) => b.name)).toEqual([name])
      await expect(call('backup.restore', { name: 'x' })).rejects.toMatchObject({ code: 'backup/damaged' })
      const { kept } = await call('backup.restore', { name })
      expect((await call('page.list', {})).map((p) => p.name)).toEqual(['一'])
      expect(events).toContain('pages.changed')
      expect(checkFile(kept).sound).toBe(false)
    } finally {
      await opened.close()
    }
    expect(checkFile(file)).toMatchObject({ sound: true, pages: 1 })
  } finally {
    remove()
  }
})
