/** An input method composes in every kind of place: the text is exact afterwards, undo works, and it is on disk. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, stored, texts } from './harness/desk.ts'
import { inputMethod } from './harness/ime.ts'
import type { InputMethod } from './harness/ime.ts'

const SOURCE = `# 老街的灯亮了

本报讯 傍晚六点，老街的灯一盏接一盏地亮了起来。

修灯的师傅姓周，今年五十八岁。

街上的人都说好看。
`

const desk = deskWithPage('lamps', SOURCE)
let ime: InputMethod
test.beforeAll(async () => {
  ime = await inputMethod(desk().window)
})

const places: readonly [name: string, text: string, offset: number, expected: string][] = [
  ['inside a paragraph', '修灯的师傅姓周', 3, '修灯的老师傅姓周，今年五十八岁。'],
  ['at a paragraph’s start', '修灯的师傅姓周', 0, '老修灯的师傅姓周，今年五十八岁。'],
  ['at a paragraph’s end', '街上的人都说好看。', 9, '街上的人都说好看。老'],
  ['inside a headline', '老街的灯亮了', 2, '老街老的灯亮了'],
  ['at a headline’s end', '老街的灯亮了', 6, '老街的灯亮了老'],
]

for (const [name, text, offset, expected] of places)
  test(`composing ${name}`, async () => {
    const before = await texts(desk())
    await caretAt(desk(), text, offset)
    await ime.compose(['l', 'la', 'lao'], '老')
    const after = before.map((t) => (t.startsWith(text) ? expected : t))
    await expect.poll(() => texts(desk())).toEqual(after)
    await saved(desk())
    await expect.poll(() => stored(desk())).toEqual(after)
    await desk().window.keyboard.press('Control+z')
    await expect.poll(() => texts(desk())).toEqual(before)
    await desk().window.keyboard.press('Control+Shift+z')
    await expect.poll(() => texts(desk())).toEqual(after)
  })

test('a long composition while the page is being saved', async () => {
  await caretAt(desk(), '街上的人都说好看。', 8)
  await desk().window.keyboard.type('，')
  for (let i = 1; i <= 12; i++) {
    const text = 'feichangpiaoliang'.slice(0, i + 5)
    await ime.show(text)
    await desk().window.waitForTimeout(80)
  }
  await ime.commit('非常漂亮')
  await expect.poll(async () => (await texts(desk())).at(-1)).toBe('街上的人都说好看，非常漂亮。')
  await saved(desk())
  await expect.poll(async () => (await stored(desk())).at(-1)).toBe('街上的人都说好看，非常漂亮。')
})

test('a composition that is given up leaves nothing', async () => {
  const before = await texts(desk())
  await caretAt(desk(), '修灯的师傅姓周', 3)
  await ime.show('shi')
  await ime.show('')
  await ime.commit('').catch(() => {})
  await expect.poll(() => texts(desk())).toEqual(before)
})

test('composing over a selection of two blocks', async () => {
  const { window } = desk()
  await caretAt(desk(), '修灯的师傅姓周', 3)
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await ime.compose(['x', 'xin'], '新')
  await expect.poll(async () => (await texts(desk())).some((t) => t.startsWith('修灯的新'))).toBe(true)
  await saved(desk())
  await expect.poll(() => stored(desk())).toEqual(await texts(desk()))
})
