import { expect, test } from 'vitest'
import { withTestArchive } from '../testing.ts'

test('quotation marks and brackets of a Chinese keyboard are tried as what they may mean', () =>
  withTestArchive(async ({ call }) => {
    await call('page.paste', { name: '一', text: '海曙旧街新灯\n\n入夜以后，老街的灯一盏一盏亮起来。' })
    const tried = async (query: string) =>
      (await call('search.tries', { query })).filter((t) => t.kind === 'spelling').map((t) => [t.text, t.total])
    expect(await tried('“老街的灯”')).toContainEqual(['"老街的灯"', 1])
    expect(await tried('（旧街 OR 新街） -收费')).toContainEqual(['(旧街 OR 新街) -收费', 1])
    expect(await tried('“没有的话”')).toEqual([])
  }))
