import { expect, test } from 'vitest'
import { baseName } from './intake-file.ts'

const check = (file: string, name: string) => expect(baseName(file)).toBe(name)

test('a text', () => check('/甲/2022-10-21_A04.txt', '2022-10-21_A04'))
test('our own JSON', () => check('/甲/a.page.json', 'a'))
test('our own JSON in capital letters', () => check('A.PAGE.JSON', 'A'))
test('a page that was written out under a name with the ending', () => check('a.page.json.page.json', 'a'))
test('a text whose name has the word', () => check('front.page.txt', 'front.page'))
test('other JSON', () => check('a.json', 'a'))
test('a name with dots', () => check('a.2022.10.md', 'a.2022.10'))
test('no ending', () => check('/甲/说明', '说明'))
test('nothing but an ending', () => check('/甲/.page.json', '.page.json'))
