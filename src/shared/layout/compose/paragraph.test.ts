import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayEndLine, mayStartLine } from '../chars.ts'
import { linesOf } from './paragraph.ts'
import type { Setting } from './setting.ts'

const body: Setting = { face: 'song', measure: 10, indent: 0, align: 'justify', hang: false }
const cut = (text: string, setting: Partial<Setting> = {}) =>
  linesOf(text, { ...body, ...setting })
    .map((l) => text.slice(l.start, l.end))
    .join('|')
const check = (text: string, expected: string, setting: Partial<Setting> = {}) =>
  it(`${text} → ${expected}`, () => expect(cut(text, setting)).toBe(expected))

describe('line breaking by CLREQ', () => {
  check('一二三四五六七八九十甲乙', '一二三四五六七八九十|甲乙')
  check('一二三四五六七八九十，甲乙', '一二三四五六七八九十，|甲乙', { hang: true })
  check('一二三四五六七八九，甲乙', '一二三四五六七八九，|甲乙')
  check('一二三四五六七八九十，甲乙丙丁', '一二三四五六七八九|十，甲乙丙丁')
  check('一二，四五六七八九十，甲乙丙丁', '一二，四五六七八九十，|甲乙丙丁')
  check('一二三四五六七八九“甲乙”', '一二三四五六七八九|“甲乙”')
  check('一二三四五六七八九——甲乙', '一二三四五六七八|九——甲乙')
  check('一二三四五六七八——甲乙', '一二三四五六七八——|甲乙')
  check('一二三四五六七八九……甲乙', '一二三四五六七八|九……甲乙')
  check('一二三四五六七八2023年甲乙丙', '一二三四五六七八2023|年甲乙丙', { measure: 10.5 })
  check('一二三四五六七八九十', '一二三四五六七八|九十', { indent: 2 })
  check('一二三\n四五', '一二三|四五')
  check('一二三四五六七八九十 甲乙', '一二三四五六七八九十|甲乙')
  check('一二三四五六七八九十 ？甲', '一二三四五六七八九|十 ？甲')
  check('一二三四五六七八九（ 甲乙', '一二三四五六七八九|（ 甲乙')
  check('他说：“一二三四五六七八”。', '他说：“一二三四五六|七八”。')
  check('', '')
  check('  ', '')
})

describe('justification', () => {
  const widths = (text: string, setting: Partial<Setting> = {}) =>
    linesOf(text, { ...body, ...setting }).map((l) => Number(l.width.toFixed(3)))
  it('fills every line but the last', () => expect(widths('一二三四五2023年甲乙丙丁戊己庚辛壬癸')[0]).toBe(10))
  it('compresses adjacent marks', () => expect(widths('一二。”三四', { measure: 20 })).toEqual([5.5]))
  it('puts a quarter em beside figures', () => expect(widths('甲A乙', { measure: 20 })).toEqual([2 + 0.718 + 0.5]))
  it('centres', () => expect(linesOf('一二', { ...body, align: 'center' })[0]?.runs[0]?.x).toBe(4))
})

const han = fc.constantFrom(...'的一是不了在人有我他这中大来上国，。、；：？！“”‘’（）《》—…12aB% ')
describe('any text', () => {
  it('keeps every character in order, within the measure, with no forbidden start or end', () => {
    fc.assert(
      fc.property(
        fc.array(han, { maxLength: 120 }),
        fc.integer({ min: 6, max: 30 }),
        fc.boolean(),
        (chars, measure, hang) => {
          const text = chars.join('')
          const lines = linesOf(text, { ...body, measure, hang, indent: 2 })
          expect(lines.flatMap((l) => l.runs.map((r) => r.text)).join('')).toBe(text.replaceAll(/\s/g, ''))
          for (const l of lines) expect(l.width).toBeLessThanOrEqual(measure + 1e-6)
          const isPlain = !/[—…“‘（《，。、；：？！”’）》%A-Za-z0-9]{4}/.test(text.replaceAll(' ', ''))
          for (const l of isPlain ? lines.slice(1) : []) expect(mayStartLine(text[l.start] ?? '一')).toBe(true)
          for (const l of isPlain ? lines.slice(0, -1) : []) expect(mayEndLine(text[l.end - 1] ?? '一')).toBe(true)
        },
      ),
    )
  })
})
