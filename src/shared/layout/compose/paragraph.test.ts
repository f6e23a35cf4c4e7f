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
  check('在麻省理工学院MASSACHUSETTS州', '在麻省理工学院|MASSACHUSETTS州', { measure: 12 })
  check('超过1,234,567,890次', '超过|1,234,567,890|次', { measure: 7 })
  check('见https://example.com/one/two', '见https://example.|com/one/two')
  check('时速100km/h及GPT-5', '时速|100km/h|及GPT-5', { measure: 5 })
  check('王O’Brien', '王|O’Brien', { measure: 4.2 })
  check('浓度CO₂高', '浓度|CO₂高', { measure: 3.2 })
  check('一二三四五六七八9：00开门', '一二三四五六七八|9：00开门', { measure: 9.5 })
  check('一二三四五六七八九3∶1获胜', '一二三四五六七八九|3∶1获胜')
  check('一二三四五六七八２０２６年', '一二三四五六七八|２０２６年')
  check('一二三四五六七１３．５％', '一二三四五六七|１３．５％')
  check('一二三四五六七八ＣＢＡ联赛', '一二三四五六七八|ＣＢＡ联赛')
  check('一二三四五六七八九−5℃', '一二三四五六七八九|−5℃')
  check('一二三四五六七八九€50', '一二三四五六七八九|€50')
  check('一二三四五六七八九：2026年', '一二三四五六七八九：|2026年')
  check('', '')
  check('  ', '')
})

describe('one character is no line', () => {
  check('一二三四五六七八九十甲', '一二三四五六七八九|十甲')
  check('一二三四五六七八九十甲。', '一二三四五六七八九|十甲。')
  check('一二三四五六七八九，甲。', '一二三四五六七八|九，甲。')
  check('一二三四五六七八“十甲', '一二三四五六七八|“十甲')
  check('一二三四五六七八九十\n甲', '一二三四五六七八九十|甲')
  check('一二三四五六七八九十\n 甲', '一二三四五六七八九十|甲')
  check('一二三四五六七八九十“abcdefghijklmnop。', '一二三四五六七八九十|“abcdefghijklmnop。')
  check('一二三四五六七八九十甲', '一二三四五六七八九十|甲', { align: 'left' })
  check('一二三四五甲', '一二三四五|甲', { measure: 5 })
  it('fills the line that gave', () =>
    expect(linesOf('一二三四五六七八九十甲', body).map((l) => l.width)).toEqual([10, 2]))
})

describe('a word at a line’s end', () => {
  check('在麻省理工学院Massachusetts州', '在麻省理工学院Mass|achusetts州', { measure: 10.5 })
  check('这家公司叫Communications', '这家公司叫Commu|nications')
  check('这家公司叫Communications', '这家公司叫|Communications', { align: 'left' })
  check('Communications', 'Com|muni|cations', { measure: 4, align: 'left' })
  check('throughout', 'throug|hout', { measure: 3.5, align: 'left' })
  check('一二三四五六七“beautiful”。', '一二三四五六七|“beautiful”。', { measure: 8 })
  check('一二三四五六七八九because十', '一二三四五六七八九|because十')
  it('is parted by a hyphen that stands for no character', () => {
    const [line] = linesOf('这家公司叫Communications', body)
    expect(line?.runs.map((r) => r.text)).toEqual(['这家公司叫', 'Commu', '-'])
    expect(line?.runs.at(-1)).toMatchObject({ start: 10, hyphen: true })
    expect(line?.end).toBe(10)
    expect(line?.width).toBeCloseTo(10)
  })
  it('is one run where it is not parted', () =>
    expect(linesOf('叫Communications', body)[0]?.runs.map((r) => r.text)).toEqual(['叫', 'Communications']))
  it('is as wide set looser as one that is never parted', () => {
    const placed = linesOf('叫Communications公司', { ...body, measure: 20, track: 0.05 })[0]?.runs ?? []
    const [, word, after] = placed
    expect(after?.x).toBeCloseTo((word?.x ?? NaN) + (word?.width ?? NaN) + 0.3)
  })
})

describe('justification', () => {
  const widths = (text: string, setting: Partial<Setting> = {}) =>
    linesOf(text, { ...body, ...setting }).map((l) => Number(l.width.toFixed(3)))
  it('fills every line but the last', () => expect(widths('一二三四五2023年甲乙丙丁戊己庚辛壬癸')[0]).toBe(10))
  it('leaves a line short rather than torn open', () =>
    expect(widths('据COMMUNICATIONS报道', { measure: 11 })[0]).toBe(1))
  it('leaves a line short rather than half open', () =>
    expect(widths('● 灯山岛的风筝课　COMMUNICATIONS', { measure: 15, indent: 2 })[0]).toBeLessThan(13))
  it('leaves the parts of an address together', () =>
    expect(widths('example.com/one/two/three', { measure: 9 })[0]).toBeLessThan(8))
  it('compresses adjacent marks', () => expect(widths('一二。”三四', { measure: 20 })).toEqual([5.5]))
  it('puts a quarter em beside figures', () => expect(widths('甲A乙', { measure: 20 })).toEqual([2 + 0.718 + 0.5]))
  it('sets narrow marks close to the Chinese they belong to', () => {
    const gaps = (text: string) => {
      const runs = linesOf(text, { ...body, measure: 20 })[0]?.runs ?? []
      return runs
        .slice(1)
        .map((r, i) => Math.abs(Math.round((r.x - (runs[i]?.x ?? 0) - (runs[i]?.width ?? 0)) * 1000) / 1000))
    }
    expect(gaps('甲,乙')).toEqual([0, 0.25])
    expect(gaps('甲(乙)丙')).toEqual([0.25, 0, 0, 0.25])
    expect(gaps('甲"乙"丙')).toEqual([0, 0, 0, 0])
    expect(gaps('甲.5乙')).toEqual([0, 0.25])
  })
  it('tears no Western word open', () => {
    const [line] = linesOf('在x'.concat('y'.repeat(60), '又一'), body)
    const letters = line?.runs.filter((r) => r.face === 'song').slice(1) ?? []
    const widest = Math.max(...letters.slice(1).map((r, i) => r.x - (letters[i]?.x ?? 0) - (letters[i]?.width ?? 0)))
    expect(letters.length).toBeGreaterThan(5)
    expect(widest).toBeLessThan(0.001)
  })
  it('sets the colon of a time or a score close, and no other', () => {
    expect(widths('9：00', { measure: 20 })).toEqual(widths('900', { measure: 20 }).map((w) => w + 0.5))
    expect(widths('甲：9', { measure: 20 })[0]).toBeCloseTo((widths('9', { measure: 20 })[0] ?? NaN) + 2)
  })
  it('measures a minus and the signs of currencies by their own width', () =>
    expect(widths('−5', { measure: 20 })[0]).toBeCloseTo(0.58 + (widths('5', { measure: 20 })[0] ?? NaN)))
  it('sets an apostrophe close', () => expect(widths('O’B', { measure: 20 })).toEqual([1.937]))
  it('sets CO₂ close', () => expect(widths('CO₂', { measure: 20 })).toEqual([1.838]))
  it('centres', () => expect(linesOf('一二', { ...body, align: 'center' })[0]?.runs[0]?.x).toBe(4))
})

const han = fc.constantFrom(...'的一是不了在人有我他这中大来上国，。、；：？！“”‘’（）《》—…12aB% ', '国computer')
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
          const runs = lines.flatMap((l) => l.runs).filter((r) => !r.hyphen)
          expect(runs.map((r) => r.text).join('')).toBe(text.replaceAll(/\s/g, ''))
          for (const l of lines) expect(l.width).toBeLessThanOrEqual(measure + 1e-6)
          const isPlain = !/[—…“‘（《，。、；：？！”’）》%A-Za-z0-9]{4}/.test(text.replaceAll(' ', ''))
          for (const l of isPlain ? lines.slice(1) : []) expect(mayStartLine(text[l.start] ?? '一')).toBe(true)
          for (const l of isPlain ? lines.slice(0, -1) : []) expect(mayEndLine(text[l.end - 1] ?? '一')).toBe(true)
        },
      ),
    )
  })
})
