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
