import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pageFiles } from './intake-files.ts'
import { digest } from './store/source.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'banxin-intake-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string) => {
  const at = path.join(folder, name)
  writeFileSync(at, content)
  return at
}

const story = (town: string) =>
  `${town}的渡口通了桥\n\n本报讯（记者 沈砚秋）昨日，${town}的新桥通车。\n\n老人说，船还要再撑几天。`
const tasks = [
  file('one.txt', story('青溪')),
  file('empty.txt', ''),
  path.join(folder, 'gone.txt'),
  file('long.txt', Array.from({ length: 3000 }, (_, i) => story(`第${i}村`)).join('\n\n\n')),
  file('two.txt', story('白浦')),
  file('known.txt', story('南渡')),
].map((at, n) => ({ n, path: at, picture: null }))
const known = new Uint32Array(new SharedArrayBuffer(4))
known[0] = digest(Buffer.from(story('南渡'))).readUInt32BE(0)

test('files of one lot, of several lots and alone give the same, and one that fails stops no other', () => {
  const together = pageFiles(tasks, undefined, known)
  expect(together).toEqual(tasks.flatMap((task) => pageFiles([task], undefined, known)))
  expect(together.map((r) => (r.ok === false ? r.code : r.ok))).toEqual([
    true,
    'file/empty',
    'file/missing',
    true,
    true,
    'seen',
  ])
})
