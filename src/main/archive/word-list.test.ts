import { expect, test } from 'vitest'
import { wordsIn } from './word-list.ts'

const check = (text: string, expected: readonly string[], skipped = 0) => {
  const found = wordsIn(text)
  expect(found.words.map((w) => [w.word, w.tag].filter(Boolean).join(' '))).toEqual(expected)
  expect(found.skipped).toBe(skipped)
}

test('a word a line', () => check('青浦湾\r\n龙桂生\n', ['青浦湾', '龙桂生']))
test('kinds in either way', () =>
  check('青浦湾 地名\n龙桂生\tnr\n海水所，机构', ['青浦湾 ns', '龙桂生 nr', '海水所 nt']))
test('every kind by the name that the dictionary shows, and by those that lists have', () =>
  check('龙桂生 人名\n青浦湾 地名\n海水所 机构\n潮汐灯 专名\n并网 术语\n农科院 机构名\n早稻 名词 水稻', [
    '龙桂生 nr',
    '青浦湾 ns',
    '海水所 nt',
    '潮汐灯 nz',
    '并网 n',
    '农科院 nt',
    '早稻 n',
  ]))
test('marks alone are no word', () => check('!!!\n——\nA4\n2024', ['A4', '2024'], 2))
test('a segmenter’s own list', () => check('青浦湾 1000 ns', ['青浦湾 ns']))
test('characters set apart', () => check('宁 川 人名\n吴  桐\n潮 汐 灯', ['宁川 nr', '吴桐', '潮汐灯']))
test('remarks and empty lines', () => check('# 地名\n\n青浦湾 # 新', ['青浦湾']))
test('what is no word', () => check(`灯\n${'长'.repeat(41)}\n青浦湾`, ['青浦湾'], 2))
test('what is no text is no word', () => check('青浦\0湾 地名\n青\ufffd湾\n青浦湾', ['青浦湾'], 2))
test('a rare character is one, not two', () => check('𠮷', [], 1))
test('rare characters count once, at the most too', () =>
  check(`${'𠮷'.repeat(40)}\n${'𠮷'.repeat(41)}`, [`${'𠮷'.repeat(40)}`], 1))
test('running text is no word, however long and set apart', () =>
  check(`${'灯 '.repeat(1_000_000)}\n青浦湾 地名 # ${'注'.repeat(300)}`, ['青浦湾 ns'], 1))
test('a word twice is one, and keeps the kind that was said of it', () =>
  check('青浦湾 地名\n龙桂生\n青浦湾\n龙桂生 人名\n灯', ['青浦湾 ns', '龙桂生 nr'], 1))
