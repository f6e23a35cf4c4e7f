import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryFolder } from '../testing.ts'
import { filesOf, kindOf } from './files.ts'

let folder = ''
let remove = () => {}
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

const at = (...names: readonly string[]) => path.join(folder, ...names)

const put = (...names: readonly string[]) => {
  mkdirSync(path.dirname(at(...names)), { recursive: true })
  writeFileSync(at(...names), '文')
}

/** The files of the folder `in`, each with the name of its picture, and the names of what is left out. */
async function check(
  expected: readonly (readonly [string, string | null])[],
  chosen = 'in',
  leftOut: readonly string[] = [],
) {
  const found: [string, string | null][] = []
  const others: string[] = []
  for await (const { files, skipped } of filesOf(at(chosen))) {
    for (const f of files) found.push([path.relative(folder, f.path), f.picture && path.basename(f.picture)])
    others.push(...skipped)
  }
  expect(found).toEqual(expected)
  expect(others).toEqual(leftOut)
}

test('texts of all folders below, with their pictures', () => {
  put('in', '甲', '1.txt')
  put('in', '甲', '1.PNG')
  put('in', '2.md')
  put('in', '.hidden.txt')
  return check([
    ['in/2.md', null],
    ['in/甲/1.txt', '1.PNG'],
  ])
})

test('what cannot be read in is named: other kinds and pictures of no text, but nothing hidden', () => {
  for (const name of ['a.txt', 'a.jpg', 'b.jpg', 'c.pdf', 'd.json', '.e.pdf', 'Thumbs.db']) put('in', name)
  for (const name of ['A04.PNG', '.git/config', '说明']) put('in', '甲', name)
  mkdirSync(at('in', 'z.docx'))
  return check([['in/a.txt', 'a.jpg']], 'in', ['A04.PNG', '说明', 'b.jpg', 'c.pdf', 'd.json'])
})

test('a kind is what a name ends in', () => {
  const kinds = ['a.PDF', 'x.tar.gz', '说明', '2022.10.21', '稿.终稿', '.x', 'a.mp4'].map(kindOf)
  expect(kinds).toEqual(['pdf', 'gz', '', '', '', 'x', 'mp4'])
})

test('a picture has the base name of its text, whatever ending that has, and however often a page was written out', () => {
  for (const name of ['a.page.json.page.json', 'a.jpg', 'B.PAGE.JSON', 'b.png', 'c.page.json', 'c.page.webp', 'd.2.md'])
    put('in', name)
  for (const name of ['d.2.jpg', 'd.jpg', 'e.txt', 'e.txt.jpg']) put('in', name)
  const pictures = [
    ['in/B.PAGE.JSON', 'b.png'],
    ['in/a.page.json.page.json', 'a.jpg'],
    ['in/c.page.json', 'c.page.webp'],
    ['in/d.2.md', 'd.2.jpg'],
    ['in/e.txt', null],
  ] as const
  return check(pictures, 'in', ['d.jpg', 'e.txt.jpg'])
})

test('links to files and folders are followed, but not back to where they stand; one to nothing is told', () => {
  put('elsewhere', '1.txt')
  put('elsewhere', '1.jpg')
  mkdirSync(at('in'))
  symlinkSync(at('elsewhere'), at('in', 'folder'))
  symlinkSync(at('elsewhere', '1.txt'), at('in', 'a.txt'))
  symlinkSync(at('elsewhere', '1.jpg'), at('in', 'a.jpg'))
  symlinkSync(at('gone.txt'), at('in', 'gone.txt'))
  symlinkSync(at('in'), at('elsewhere', 'loop'))
  return check([
    ['in/a.txt', 'a.jpg'],
    ['in/folder/1.txt', '1.jpg'],
    ['in/gone.txt', null],
  ])
})

test('many folders come in the order of their names, each with what is below it', () => {
  const names = Array.from({ length: 25 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')}`)
  for (const name of names) {
    put('in', name, 'a.txt')
    put('in', name, 'b', '1.txt')
  }
  put('in', '2026-01-07.txt')
  return check(
    names.flatMap((name) => [
      [`in/${name}/a.txt`, null] as const,
      [`in/${name}/b/1.txt`, null] as const,
      ...(name === '2026-01-07' ? [['in/2026-01-07.txt', null] as const] : []),
    ]),
  )
})

// No folder is closed to the user who may do everything, so one that cannot be there stands for it.
test('what cannot be looked into is given as a file, so that its failure is told', () => {
  put('in', 'a.txt')
  return check([['in/no.txt', null]], 'in/no.txt')
})
