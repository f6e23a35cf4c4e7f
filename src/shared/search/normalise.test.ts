import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesOf, normalise, normaliseMapped } from './normalise.ts'

const check = (text: string, expected: string) => expect(normalise(text)).toBe(expected)

test('Han stays', () => check('版心', '版心'))
test('full width becomes half width', () => check('ＡＢＣ１２３，（）', 'abc123,()'))
test('case', () => check('CCTV Straße', 'cctv straße'))
test('Traditional becomes Simplified', () => check('臺灣與廣東圖書館', '台湾与广东图书馆'))
test('compatibility forms', () => check('㎞①㈱ｶﾞ', 'km1(株)ガ'))
test('compatibility ideographs and radicals', () => check('\uf900⼀', '岂一'))
test('a letter and its mark', () => check('Cafe\u0301', 'café'))
test('beyond the first plane', () => check('𠀀𪜎', '𠀀𪜎'))

test('one way or the other gives the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: mapped, starts } = normaliseMapped(text)
      expect(mapped).toBe(normalise(text))
      expect(starts).toHaveLength(mapped.length + 1)
    }),
  )
})

test('a match is lit in the original', () => {
  const lit = (text: string, needle: string) => matchesOf(text, [normalise(needle)]).map(([a, b]) => text.slice(a, b))
  expect(lit('全程42㎞，㎞数', 'KM')).toEqual(['㎞', '㎞'])
  expect(lit('臺北、台北', '台北')).toEqual(['臺北', '台北'])
  expect(lit('海曙海曙', '海曙')).toEqual(['海曙', '海曙'])
  expect(lit('哈哈哈', '哈哈')).toEqual(['哈哈'])
})
