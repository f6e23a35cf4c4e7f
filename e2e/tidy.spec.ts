/** What OCR programs left in a page's text is cleared at once, and undone at once. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, stored, texts } from './harness/desk.ts'

const SOURCE = `# 全市粮食喜获丰收

本报讯 今年全市粮食产量比上年增长 $30\\%$，农民收入随之增加，各地<br>
秋收工作进展&nbsp;顺利，仓储设备全部到位。

---

<table><tr><td>县区</td><td>产量</td></tr><tr><td>东城</td><td>30</td></tr><tr><td>西城</td><td>40</td></tr></table>
`
const CLEAR = [
  '全市粮食喜获丰收',
  '本报讯 今年全市粮食产量比上年增长 30%，农民收入随之增加，各地秋收工作进展 顺利，仓储设备全部到位。',
  '| 县区 | 产量 |',
  '| 东城 | 30 |',
  '| 西城 | 40 |',
]

const desk = deskWithPage('harvest', SOURCE)

test('the marks go in one act, and one undo brings them back', async () => {
  const { window } = desk()
  await expect.poll(async () => (await texts(desk())).join()).toContain('---')
  const before = await texts(desk())
  const palette = async () => {
    await window.keyboard.press('Control+k')
    await expect(window.locator('.palette-input')).toBeFocused()
    await window.keyboard.type('清除 OCR')
  }
  await caretAt(desk(), '农民收入', 2)
  await palette()
  await expect(window.locator('.palette-list .menu-item')).toHaveText(['清除 OCR 记号'])
  await window.keyboard.press('Enter')
  await expect.poll(() => texts(desk())).toEqual(CLEAR)
  await expect(window.locator('.toast', { hasText: /已清除 \d+ 处 OCR 记号/ })).toBeVisible()
  await saved(desk())
  await expect.poll(() => stored(desk())).toEqual(CLEAR)

  // There is nothing more to clear.
  await palette()
  await expect(window.locator('.palette-none')).toBeVisible()
  await window.keyboard.press('Escape')

  await caretAt(desk(), '农民收入', 2)
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
  await window.keyboard.press('Control+Shift+z')
  await expect.poll(() => texts(desk())).toEqual(CLEAR)
})
