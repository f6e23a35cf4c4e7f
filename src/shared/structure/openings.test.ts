import { describe, expect, test } from 'vitest'
import { sheetOf } from './sheet.ts'
import { linesOf } from './lines.ts'
import { OPENINGS } from './openings.ts'

const openingsAt = (source: string) => sheetOf(linesOf(source), undefined).openings
const check = (source: string, line: number, expected: (typeof OPENINGS)[number]) =>
  expect(OPENINGS[openingsAt(source).under[line]!]).toBe(expected)

const TEXT = '退养还滩以后，越冬的候鸟一年比一年多，护鸟员的本子也一年比一年厚。'

describe('what stands under a heading', () => {
  test('text', () => check(`滩涂醒了\n${TEXT}`, 0, 'plain'))
  test('a byline', () => check(`滩涂醒了\n记者 苏 苇\n${TEXT}`, 0, 'byline'))
  test('a dateline', () => check(`滩涂醒了\n本报讯（记者 苏苇）${TEXT}`, 0, 'dateline'))
  test('a day', () => check(`滩涂醒了\n近日，${TEXT}`, 0, 'dated'))
  test('nothing', () => check('滩涂醒了', 0, 'none'))
})

describe('headings of a page', () => {
  const rows = `滩涂醒了\n记者 苏 苇\n${TEXT}\n一张网\n${TEXT}\n一条船\n${TEXT}\n候鸟归来的那个清晨\n${TEXT}`
  test('a row of crossheads is alike', () => expect(openingsAt(rows).alike[3]).toBe(1))
  test('another length is not', () => expect(openingsAt(rows).alike[7]).toBe(0))
  test('few have a byline', () => expect(openingsAt(rows).signed).toBe(1))
})
