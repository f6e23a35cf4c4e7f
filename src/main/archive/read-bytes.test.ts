import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareFile } from './intake-files.ts'
import { headSays } from './jobs/guess.ts'
import { readBytes } from './read-bytes.ts'
import { STORY, temporaryFolder } from './testing.ts'

let folder = ''
let remove = () => {}
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

const failure = (code: string) => expect.objectContaining({ code })

// Linux lets a name be any bytes; elsewhere there is no such file.
test.runIf(process.platform === 'linux')('a file whose name is not UTF-8 is told apart from one that is gone', () => {
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, 0xa8]), Buffer.from('.txt')]), STORY)
  const [listed = ''] = readdirSync(folder)
  expect(() => readBytes(path.join(folder, listed))).toThrow(failure('file/name'))
  expect(() => readBytes(path.join(folder, 'gone.txt'))).toThrow(failure('file/missing'))
})

test('what was moved between listing and reading is missing, alone or with its folder', () => {
  mkdirSync(path.join(folder, 'in'))
  rmSync(path.join(folder, 'in'), { recursive: true })
  expect(() => readBytes(path.join(folder, 'in', 'a.txt'))).toThrow(failure('file/missing'))
  writeFileSync(path.join(folder, 'in'), STORY)
  expect(() => readBytes(path.join(folder, 'in', 'a.txt'))).toThrow(failure('file/missing'))
})

test.skipIf(process.platform === 'win32')('a pipe into which nobody writes keeps nobody waiting', async () => {
  const pipe = path.join(folder, 'a.txt')
  execFileSync('mkfifo', [pipe, path.join(folder, 'b.jpg')])
  expect(() => readBytes(pipe)).toThrow(failure('file/unreadable'))
  expect(await headSays(pipe)).toEqual({})
  const text = path.join(folder, 'b.txt')
  writeFileSync(text, STORY)
  expect(prepareFile({ n: 0, path: text, picture: path.join(folder, 'b.jpg') }, undefined)).toMatchObject({
    ok: true,
    picture: null,
    notices: [{ code: 'picture/unreadable' }],
  })
})
