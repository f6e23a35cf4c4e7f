/** What OCR programs left in a page's text is cleared at once, and undone at once. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, stored, texts } from './harness/desk.ts'

const SOURCE = `# 全市粮食喜获丰收

本报讯 今年全市粮食产量比上年增长 $30\\%$，农民收入随之增加，各地<br>
秋收工作进展&nbsp;顺利，仓储设备全部到位。

---

<table><tr><td>县区</td><td>产量</td></tr><tr><td>东城</td><td>30</td></tr><tr><td>西城</td><td>40</td></tr></table>

<b>开机</b>
`
const CLEAR = [
  '全市粮食喜获丰收',
  '本报讯 今年全市粮食产量比上年增长 30%，农民收入随之增加，各地秋收工作进展 顺利，仓储设备全部到位。',
  '| 县区 | 产量 |',
  '| 东城 | 30 |',
  '| 西城 | 40 |',
  '开机',
]

const desk = deskWithPage('harvest', SOURCE)

test('the marks go in one act, and one undo brings them back', async () => {
  const { window } = desk()
  await expect.poll(async () => (await texts(desk())).join()).toContain('---')
  const before = await texts(desk())
  // Until then the tags of the table's rows step back behind its words.
  const tags = () => window.evaluate(() => [...(CSS.highlights.get('row-tag') ?? [])].map(String).join(''))
  await expect.poll(tags).toMatch(/^<table><tr><td><\/td><td><\/td><\/tr>(<tr><td><\/td><td><\/td><\/tr>){2}<\/table>$/)
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
  await expect.poll(tags).toBe('')
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
  await expect.poll(tags).toContain('<table><tr><td>')
  await window.screenshot({ path: test.info().outputPath('undone.png') })
  await window.keyboard.press('Control+Shift+z')
  await expect.poll(() => texts(desk())).toEqual(CLEAR)
})

test('the menu of a block with marks clears them; merged cells become single ones, which is told', async () => {
  const { window } = desk()
  await caretAt(desk(), '<td>40', 3)
  await window.keyboard.insertText(' colspan="2"')
  await window.keyboard.press('Control+Period')
  const clear = window.getByRole('menuitem', { name: '清除 OCR 记号' })
  await expect(clear).toBeVisible()
  await window.keyboard.press('Escape')
  const before = await texts(desk())
  expect(before.at(-2)).toContain('<td colspan="2">40')
  await window.locator('.role-label', { hasText: '编者按' }).click()
  await clear.click()
  const cleared = [...CLEAR.slice(0, -2), '| 西城 | 40 |  |', '开机']
  await expect.poll(() => texts(desk())).toEqual(cleared)
  await expect(window.locator('.toast', { hasText: '1 个合并的单元格拆成单格' })).toBeVisible()
  // The block that the menu was of is gone, and the caret is still in the text.
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
  await window.locator('.role-label', { hasText: '主标题' }).click()
  await expect(window.getByRole('menuitem').first()).toBeVisible()
  await expect(clear).toHaveCount(0)
  await window.keyboard.press('Escape')
  // The menu gives the caret back to the text.
  await expect(window.getByRole('menuitem')).toHaveCount(0)
  await expect.poll(() => window.evaluate(() => document.activeElement?.closest('.article-text') != null)).toBe(true)

  // A doubt over a block with marks offers the act too.
  await window.keyboard.press('F8')
  const doubt = window.locator('.doubt-bar')
  await expect(doubt).toContainText('<b>开机</b>')
  await doubt.getByRole('button', { name: '清除 OCR 记号' }).click()
  await expect.poll(() => texts(desk())).toEqual(cleared)
  await expect(doubt).toContainText('开机')
  await expect(doubt.getByRole('button', { name: '清除 OCR 记号' })).toHaveCount(0)
})
