/** The library by keys: what is chosen there, moved, put in the bin and taken back. */
import { expect, test } from '@playwright/test'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.row')
test.beforeEach(async () => {
  await desk.window.keyboard.press('Control+Shift+B')
})

test('the library: behind the row and its check come what can be done with the chosen pages', async () => {
  const { window } = desk
  await expect(window.locator('.grid-row[data-row="0"]')).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press(' ')
  await window.keyboard.press('Tab')
  await expect(window.locator('.grid-row[data-row="1"] input')).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.locator('.bulk').getByRole('button', { name: '导出' })).toBeFocused()
})

test('the library: who moved pages or took it back by keys goes on in the table', async () => {
  const { window } = desk
  await expect(window.locator('.grid-row[data-row="0"]')).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press(' ')
  await window.locator('.bulk').getByRole('button', { name: '移动' }).press('Enter')
  await window.keyboard.type('江口晚报')
  await window.keyboard.press('Enter')
  await expect(window.locator('.bulk')).toContainText('已移动 1 版')
  await expect(window.locator('.grid-row:focus')).toHaveCount(1)
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).press('Enter')
  await expect(window.locator('.bulk')).not.toContainText('已移动')
  await expect(window.locator('.grid-row:focus')).toHaveCount(1)
  await window.keyboard.press(' ')
  await window.locator('.bulk').getByRole('button', { name: '移入回收站' }).press('Enter')
  await expect(window.locator('.bulk')).toContainText('1 版')
  await expect(window.locator('.grid-row:focus')).toHaveCount(1)
})

test('a page is moved to no day that there is not', async () => {
  const { window } = desk
  await window.locator('.grid-row').first().focus()
  await window.keyboard.press('Space')
  await window.getByRole('button', { name: '移动…' }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByLabel('版次').fill('B02')
  const day = dialog.getByLabel('日期')
  await day.fill('2026-02-30')
  await expect(day).toHaveAccessibleDescription('没有这一天。日期写作 2026-03-18。')
  await dialog.getByRole('button', { name: '移动', exact: true }).click()
  await expect(dialog.locator('.field-wrong')).toHaveText('没有这一天。日期写作 2026-03-18。')
  await expect(day).toBeFocused()
  await window.screenshot({ path: test.info().outputPath('no-day.png') })
  await day.fill('2026-02-28')
  await expect(dialog.locator('.field-wrong')).toHaveCount(0)
  await dialog.getByRole('button', { name: '移动', exact: true }).click()
  await expect(window.locator('.grid-row', { hasText: '2026-02-28' })).toContainText('B02')
})
