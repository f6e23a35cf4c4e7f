import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { LOST } from './lost.ts'
import { sheetOf } from './sheet.ts'

const check = (source: string, expected: string) =>
  expect(LOST[sheetOf(linesOf(source), undefined).lost]).toBe(expected)

const TEXT = '退养还滩以后，越冬的候鸟一年比一年多，护鸟员的本子也一年比一年厚'
const ENDED = `${TEXT}。\n滩涂醒了\n`

test('every paragraph before a heading has its full stop', () => check(ENDED + TEXT + '。', 'none'))
test('one in many has lost it', () => check(ENDED.repeat(6) + TEXT, 'few'))
test('one in two', () => check(ENDED + TEXT, 'many'))
test('before a heading that is marked', () =>
  check(`${TEXT}\n# 本报讯：一段长长的标题，也许有三十个字那么长，也许还要更长一些`, 'many'))
test('before another story’s dateline', () => check(`${TEXT}\n本报讯（记者 苏苇）${TEXT}。`, 'many'))
test('what goes on below may have been cut', () => check(`${TEXT}\n${TEXT}。`, 'none'))
test('so may what breaks off at a number', () => check(`${TEXT}又来了19\n滩涂醒了`, 'none'))
test('headings have none to lose', () => check('滩涂醒了\n候鸟归来的那个清晨', 'none'))
