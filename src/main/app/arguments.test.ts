import { expect, test } from 'vitest'
import type { Arguments } from './arguments.ts'
import { parseArguments } from './arguments.ts'

const check = (argv: readonly string[], packaged: boolean, expected: Arguments) =>
  expect(parseArguments(argv, packaged, '/desk')).toEqual(expected)

test('files, archive and the switches of others', () => {
  check(['.'], false, { files: [] })
  check([], true, { files: [] })
  check(['.', 'a.txt', '/b.md'], false, { files: ['/desk/a.txt', '/b.md'] })
  check(['a.txt'], true, { files: ['/desk/a.txt'] })
  check(['--no-sandbox', '.', '--archive', 'x.db', 'a.txt'], false, { archive: '/desk/x.db', files: ['/desk/a.txt'] })
  check(['--archive=/x.db', '--inspect=0', '.'], false, { archive: '/x.db', files: [] })
  check(['.', '--archive'], false, { files: [] })
})
