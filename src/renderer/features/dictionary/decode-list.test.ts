import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeList, isList } from './decode-list.ts'

test('word lists come in the usual encodings', () => {
  const check = (hex: string, expected: string) => {
    const bytes = Uint8Array.from(Buffer.from(hex, 'hex'))
    expect(decodeList(bytes.buffer)).toBe(expected)
  }
  check('e6b5b7e69b99', '海曙')
  check('efbbbfe6b5b7', '海')
  check('bac3', '好')
  check('fffe776d', '海')
  check('feff6d77', '海')
})

test('a picture is no list', () => {
  expect(isList(decodeList(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a).buffer))).toBe(false)
  expect(isList('海曙\tns\r\n好')).toBe(true)
})

const LIST = '青浦湾 地名\n龙桂生\t人名\nAPEC 机构\n'

const decoded = (bytes: Uint8Array) => decodeList(new Uint8Array(bytes).buffer)

test.each(['utf8', 'gb18030', 'utf-16le', 'utf-16be'])('a list in %s', (encoding) => {
  expect(decoded(iconv.encode(LIST, encoding, { addBOM: encoding !== 'gb18030' }))).toBe(LIST)
})

test('a list of which some lines are damaged is read as what it is', () => {
  const damaged = Buffer.concat([Buffer.from(LIST.repeat(9)), Buffer.of(0xc3, 0x28, 0xff, 0x0a), Buffer.from(LIST)])
  expect(
    decoded(damaged)
      .split('\n')
      .filter((line) => line === '龙桂生\t人名'),
  ).toHaveLength(10)
})

test('a list without any Chinese is read as UTF-8 where it is that', () => {
  expect(decoded(Buffer.from('café\n'))).toBe('café\n')
})
