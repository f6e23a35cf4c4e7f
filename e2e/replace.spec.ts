/** Replacing words everywhere in the archive, with one undo. */
import { expect, test } from '@playwright/test'
import { roadPage } from './harness/desk.ts'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.row')

const paste = (name: string, text: string) => desk.call('page.paste', { name, text })

test('replacing everywhere: a place left out stays, one undo brings all back', async () => {
  const { window } = desk
  for (let n = 1; n <= 3; n++) await paste(`road-${n}`, roadPage(n))
  await window.keyboard.press('Control+Shift+F')
  await window.keyboard.type('盘山 -灯')
  await window.keyboard.press('Control+Shift+H')
  // What was searched for stands there, and gives way to what is typed.
  const find = window.getByLabel('查找', { exact: true })
  await expect(find).toHaveValue('盘山 -灯')
  await expect(find).toBeFocused()
  await window.keyboard.type('第(\\d)段')
  await expect(find).toHaveValue('第(\\d)段')
  const replacement = window.getByLabel('替换为', { exact: true })
  await replacement.fill('$2标段')
  await window.getByLabel('正则表达式').check()
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await expect(window.getByRole('alert')).toContainText('$2 在表达式里没有对应的括号')
  await expect(replacement).toBeFocused()
  await window.screenshot({ path: test.info().outputPath('lacking.png') })
  await replacement.fill('$1标段')
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await expect(window.locator('.replace-foot')).toContainText('6 处，3 版')
  await expect(window.locator('.replace-hit').first()).toContainText('第1段1标段')
  await window.locator('.replace-hit input').first().uncheck()
  await window.getByRole('button', { name: '替换 5 处' }).click()
  await expect(window.locator('.replace')).toContainText('已替换 5 处，涉及 3 版')
  const count = async (query: string) => (await desk.call('search.count', { query })).total
  expect(await count('标段')).toBe(3)
  await window.getByRole('button', { name: '全部撤销' }).click()
  await expect(window.locator('.toast', { hasText: '已全部撤销' })).toBeVisible()
  expect(await count('标段')).toBe(0)
})

test('the undo of replacing says how many pages changed since and stay', async () => {
  const { window } = desk
  const { id } = await paste('road-1', roadPage(1))
  await paste('road-2', roadPage(2))
  await window.keyboard.press('Control+Shift+H')
  await window.getByLabel('查找', { exact: true }).fill('公路全长')
  await window.getByLabel('替换为', { exact: true }).fill('公路总长')
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await window.getByRole('button', { name: '替换 2 处' }).click()
  await expect(window.locator('.replace')).toContainText('涉及 2 版')
  const { page, revision } = await desk.call('page.get', { id })
  await desk.call('page.save', { id, revision, page: { ...page, meta: { ...page.meta, section: '要闻' } } })
  await window.getByRole('button', { name: '全部撤销' }).click()
  await expect(window.locator('.toast', { hasText: /1 版后来改过，保持原样：“.+”/ })).toBeVisible()
})
