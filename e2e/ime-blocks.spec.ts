/** An input method composes in every kind of block, at a join, and while the page is being saved and searched. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, stored, texts } from './harness/desk.ts'
import { inputMethod } from './harness/ime.ts'
import type { InputMethod } from './harness/ime.ts'

const SOURCE = `# 码头的钟

码头的钟停了三天，今天修好了。

敲钟的人姓鲁。
`

/** The key of each role, as the table of commands has them. */
const KEYS =
  'Control+1 Control+2 Control+3 Control+4 Control+5 Control+6 Control+7 Control+8 Control+9 Control+0 Alt+1 Alt+2 Alt+3 Alt+4'.split(
    ' ',
  )

const desk = deskWithPage('clock', SOURCE)
let ime: InputMethod
test.beforeAll(async () => {
  ime = await inputMethod(desk().window)
})

const last = async () => (await texts(desk())).at(-1)

test('in a block of every role, at its start and at its end', async () => {
  const { window } = desk()
  await caretAt(desk(), '敲钟的人', 3)
  let expected = '敲钟的人姓鲁。'
  for (const key of KEYS) {
    await window.keyboard.press(key)
    await window.keyboard.press('Home')
    await ime.compose(['d', 'da'], '大')
    await window.keyboard.press('End')
    await ime.compose(['x', 'xi', 'xiao'], '小')
    expected = `大${expected}小`
    await expect.poll(last, { message: key }).toBe(expected)
  }
  await saved(desk())
  await expect.poll(async () => (await stored(desk())).at(-1)).toBe(expected)
})

test('at a join, and undo takes back the word and then the join', async () => {
  const { window } = desk()
  const before = await texts(desk())
  await caretAt(desk(), '敲钟的人', 0)
  await window.keyboard.press('Backspace')
  await expect.poll(last).toBe('码头的钟停了三天，今天修好了。敲钟的人姓鲁。')
  await ime.compose(['l', 'lao'], '老')
  await expect.poll(last).toBe('码头的钟停了三天，今天修好了。老敲钟的人姓鲁。')
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
})

test('while the page is saved again and again and a search lights its hits', async () => {
  const { window } = desk()
  await window.keyboard.press('Control+f')
  await window.getByLabel('查找', { exact: true }).fill('钟')
  await expect(window.locator('.find-count')).toHaveText(/\/ 3$/)
  await caretAt(desk(), '敲钟的人', 4)
  await window.keyboard.type('，')
  for (let i = 1; i <= 15; i++) {
    const text = 'zhongloujiujiude'.slice(0, i)
    await ime.show(text)
    await window.waitForTimeout(70)
  }
  await ime.commit('钟楼旧旧的')
  await expect.poll(last).toBe('敲钟的人，钟楼旧旧的姓鲁。')
  await expect(window.locator('.find-count')).toHaveText(/\/ 4$/)
  await saved(desk())
  await expect.poll(async () => (await stored(desk())).at(-1)).toBe('敲钟的人，钟楼旧旧的姓鲁。')
})
