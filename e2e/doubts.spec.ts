/** Doubts: F8 goes through them and they are answered by key; a page without any is marked so; a batch is checked by a sample. */
import { expect, test } from '@playwright/test'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.row-main')

test('doubts are gone through and answered by key, and a page without any is marked so', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  const count = window.locator('.status-doubts')
  await expect(count).toContainText('存疑')
  await window.keyboard.press('F8')
  const bar = window.locator('.doubt-bar')
  await expect(bar).toBeVisible()
  await expect(bar.locator('.sure')).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('doubt.png') })
  for (let i = 0; i < 60 && (await count.getAttribute('data-done')) !== 'true'; i++) {
    const before = await count.innerText()
    await expect(bar).toBeVisible()
    await window.keyboard.press(i % 3 === 2 ? 'Alt+Shift+Enter' : 'Alt+Enter')
    await expect(count).not.toHaveText(before)
  }
  await expect(count).toHaveText('没有存疑')
  await expect(bar).toHaveCount(0)
  await expect(window.locator('.row[data-current=true] .row-doubts')).toContainText('已无存疑', { timeout: 15_000 })
  await window.keyboard.press('Control+z')
  await expect(count).toContainText('存疑')
})

test('messages stand above the question', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  await window.keyboard.press('F8')
  const bar = window.locator('.doubt-bar')
  await expect(bar).toBeVisible()
  // Each time another message comes, and stays for a while.
  await expect(async () => {
    await window.keyboard.press('Alt+M')
    const message = await window.locator('.toast').last().boundingBox({ timeout: 1000 })
    const question = await bar.boundingBox({ timeout: 1000 })
    expect((message?.y ?? Infinity) + (message?.height ?? 0)).toBeLessThanOrEqual(question?.y ?? 0)
  }).toPass()
})

test('F8 right behind the Escape of a menu goes to the doubt, and the menu does not call the caret back', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  await window.locator('.role-label').first().click()
  await expect(window.getByRole('menuitem').first()).toBeVisible()
  // The menu is gone at once, and asks for the caret a moment after: the second key comes in between.
  await window.evaluate(async () => {
    for (const key of ['Escape', 'F8']) {
      const init = { key, code: key, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init))
      for (let i = 0; i < 50; i++) await Promise.resolve()
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await expect(window.getByRole('menuitem')).toHaveCount(0)
  await expect(window.locator('.doubt-bar')).toBeVisible()
})

test('a batch is gone through page by page, and accepted by a sample at a stated rate', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  await window.keyboard.press('Alt+F8')
  const dialog = window.getByRole('dialog', { name: '成批核对' })
  await expect(dialog.locator('.batch-summary')).toContainText('版有存疑')
  await dialog.getByRole('button', { name: '逐版逐处过' }).click()
  await expect(window.locator('.doubt-bar')).toBeVisible({ timeout: 15_000 })

  await window.keyboard.press('Alt+F8')
  await dialog.getByLabel('可以接受的差错率').fill('10')
  await expect(dialog.getByLabel('抽多少块')).toHaveValue('36')
  await dialog.getByRole('button', { name: '开始抽查' }).click()
  await expect(dialog.locator('.judge')).toBeFocused()
  await window.screenshot({ path: test.info().outputPath('judge.png') })
  await window.keyboard.press('n')
  for (let i = 1; i < 36; i++) await window.keyboard.press('Enter')
  await expect(dialog.locator('.batch-verdict')).toContainText('错 1 块')
  await expect(dialog.locator('.batch-verdict')).toHaveAttribute('data-passed', 'false')
  await dialog.getByRole('button', { name: '开始抽查' }).click()
  await expect(dialog.locator('.judge')).toBeFocused()
  for (let i = 0; i < 36; i++) await window.keyboard.press('Enter')
  await expect(dialog.locator('.batch-verdict')).toHaveAttribute('data-passed', 'true')
  await window.screenshot({ path: test.info().outputPath('verdict.png') })
  await dialog.getByRole('button', { name: /整批认可/ }).click()
  await expect(window.locator('.toast', { hasText: '已认可' })).toBeVisible({ timeout: 15_000 })
  const ids = await desk.call('library.ids', {})
  const doubts = async () => (await desk.call('doubts.count', { ids })).map((c) => c.doubts)
  expect(await doubts()).toEqual(ids.map(() => 0))

  // The whole batch is taken back at once.
  await window.keyboard.press('Control+k')
  await expect(window.locator('.palette-input')).toBeFocused()
  await window.keyboard.type('回收站')
  await window.keyboard.press('Enter')
  await window.getByRole('button', { name: `撤销：整批认可 ${ids.length} 版` }).click()
  await expect.poll(async () => Math.max(...(await doubts()))).toBeGreaterThan(0)
})
