import { expect, test } from 'vitest'
import { bare, likeness, likenessHashes, mayBeAlike } from './likeness.ts'

const TEXT =
  '入夜以后，老街的灯一盏一盏亮起来。修灯的人说，灯亮了，路就短了。他在这条街上修了三十年的灯，认得每一根灯杆。春天换灯泡，秋天刷油漆，冬天最怕刮大风，夜里要起来看两回。街坊们都叫他“灯师傅”。'
const share = (a: string, b: string) => likenessHashes(a).some((h) => likenessHashes(b).includes(h))

test('the same text in other clothes is the same', () => {
  const other = TEXT.replaceAll('，', ',').replaceAll('灯', '燈').replaceAll('。', '。\n')
  expect(likeness(TEXT, other)).toBe(1)
  expect(likenessHashes(other)).toEqual(likenessHashes(TEXT))
})

test('a few misread characters leave it alike', () => {
  const misread = TEXT.replace('油漆', '油膝').replace('大风', '大凤')
  expect(likeness(TEXT, misread)).toBeGreaterThan(0.75)
  expect(share(TEXT, misread)).toBe(true)
})

test('another text is not alike', () => {
  const other =
    '渡口的最后一班船开走以后，摆渡的老人在岸边坐了很久。桥是去年通的车，从那天起坐船的人一天比一天少，如今只剩下他自己的一条黄狗，每天早晨还跳上船头等着。'
  expect(likeness(TEXT, other)).toBeLessThan(0.05)
  expect(share(TEXT, other)).toBe(false)
})

test.each(['……', '20℃', 'Ⅱ·Ⅳ', '㎞', 'ｶﾞ', 'e\u0301', '…\u0301', '𠮷', '\ud842', '\0'])('%j in a text', (odd) => {
  const text = TEXT.replaceAll('，', odd)
  expect(likenessHashes(text)).toEqual(likenessHashes(bare(text)))
  expect(likeness(text, bare(text))).toBe(1)
})

test('a short text has no hashes', () => expect(likenessHashes('灯亮了')).toEqual([]))

test('a cheap look lets pass what is alike, and little else', () => {
  const misread = TEXT.replaceAll('灯', '灯').replace(/。/u, '．')
  expect([mayBeAlike(TEXT, TEXT), mayBeAlike(TEXT, misread), mayBeAlike(TEXT, `${TEXT}${TEXT}`)]).toEqual([
    true,
    true,
    false,
  ])
  expect(mayBeAlike(TEXT, [...TEXT].toReversed().join(''))).toBe(false)
})
