import { expect, test } from 'vitest'
import { soundOf } from '../../../shared/pinyin.ts'
import { matchCommand } from './find-commands.ts'

const open = { id: 'file.open', name: { zh: '打开文件…', en: 'Open files…' }, key: 'Mod+O' }
const join = { id: 'act.join', name: { zh: '与下一段合并', en: 'Join with the next' }, key: 'Alt+J' }

const check = (command: typeof open, query: string, found: boolean) =>
  expect([command.id, query, matchCommand(command, query, soundOf) > 0]).toEqual([command.id, query, found])

test('a command is found by Chinese, English, pinyin, initials and key', () => {
  check(open, '文件', true)
  check(open, 'open', true)
  check(open, 'FILES', true)
  check(open, 'dakai', true)
  check(open, 'dkwj', true)
  check(open, 'ctrl+o', true)
  check(open, '合并', false)
  check(join, 'hebing', true)
  check(join, 'next join', true)
  check(join, 'join open', false)
  check(join, '', true)
})

test('a name’s start counts more than its middle', () => {
  expect(matchCommand(open, '打开', soundOf)).toBeGreaterThan(matchCommand(open, '文件', soundOf))
})

test('before the sounds are there, names and keys still answer', () => {
  expect(matchCommand(open, '打开', undefined)).toBeGreaterThan(0)
  expect(matchCommand(open, 'files', undefined)).toBeGreaterThan(0)
  expect(matchCommand(open, 'dakai', undefined)).toBe(0)
  const language = { ...open, name: { zh: '切换到 English', en: 'Switch to 中文' } }
  for (const query of ['English', 'english', '中文'])
    expect(matchCommand(language, query, undefined)).toBeGreaterThan(0)
})
