import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PNG, STORY, withFolder } from './testing.ts'

/** The same picture for whoever looks at it, under another digest. */
const OTHER = Buffer.concat([PNG, Buffer.from([0])])

test('a picture put beside a file that was read in comes to its page with another import, and replaces none', () =>
  withFolder(
    { 'A01.txt': STORY(1), 'A02.txt': STORY(2), 'A02.png': PNG, 'A03.txt': STORY(3) },
    async (folder, open) => {
      const { call, onEvent } = await open()
      const changed: unknown[] = []
      onEvent((e) => e.event === 'pages.changed' && changed.push(...(e.data as { ids: number[] }).ids))
      const read = async () => {
        const job = await call('job.create', { paths: [folder] })
        return call('job.wait', { id: job.id })
      }
      await read()
      const pages = new Map((await call('page.list', {})).map((p) => [p.name, p.id]))
      const pictureOf = (name: string) => call('page.picture', { id: pages.get(name) ?? 0 })
      const own = await pictureOf('A02')
      expect([await pictureOf('A01'), own?.width]).toEqual([null, 1])
      writeFileSync(path.join(folder, 'A01.png'), OTHER)
      writeFileSync(path.join(folder, 'A02.png'), OTHER)
      writeFileSync(path.join(folder, 'A03.png'), 'no picture')
      changed.length = 0
      expect(await read()).toMatchObject({ pages: 0, duplicates: 3 })
      expect(await pictureOf('A01')).toMatchObject({ width: 1, height: 1 })
      expect([await pictureOf('A02'), await pictureOf('A03')]).toEqual([own, null])
      expect(changed).toEqual([pages.get('A01')])
    },
  ))

test('of two files that say the same one has a picture', () =>
  withFolder({ '甲/A01.txt': STORY(1), '乙/A01.txt': STORY(1), '乙/A01.png': PNG }, async (folder, open) => {
    const { call } = await open()
    const { id } = await call('job.create', { paths: [path.join(folder, '甲'), path.join(folder, '乙')] })
    expect(await call('job.wait', { id })).toMatchObject({ pages: 1, duplicates: 1 })
    expect(await call('page.picture', { id: 1 })).toMatchObject({ width: 1 })
  }))
