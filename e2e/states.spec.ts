/** The newsroom's steps: a page and its stories pass them, a change opens them again, and the house may have steps of its own. */
import { expect, test } from '@playwright/test'
import { saved } from './harness/desk.ts'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.row')

test('steps have a name and a time, a change opens them again, and they can be changed', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  await window.keyboard.press('Control+Shift+s')
  const dialog = window.getByRole('dialog', { name: '流程' })
  const page = dialog.getByRole('region', { name: '本版' })
  await expect(page.getByRole('button', { name: '一校' })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '一校' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.step-note')).toContainText(/\d\d-\d\d \d\d:\d\d/)
  await dialog.locator('.steps').nth(1).getByRole('button', { name: '初审' }).press('Enter')
  await expect(dialog.locator('.steps').nth(1).getByRole('button', { name: '初审' })).toHaveAttribute(
    'data-done',
    'true',
  )
  await window.screenshot({ path: test.info().outputPath('states.png') })
  const note = await page.locator('.step-note').textContent()
  await page.getByRole('button', { name: '付印' }).press('Enter')
  await expect(dialog.locator('.undo-offer')).toContainText('已标为“付印”')
  await window.screenshot({ path: test.info().outputPath('offered.png') })
  await window.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: '一校' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('.step-note')).toHaveText(note ?? '')
  await window.keyboard.press('Escape')
  await expect(window.locator('.status-state')).toHaveText('一校')

  await window.locator('.article-text[contenteditable] .block').first().click()
  await window.keyboard.type('新')
  await saved(desk)
  await expect(window.locator('.status-state')).toHaveText('未开始')
  await window.keyboard.press('Control+Shift+s')
  await expect(page.locator('.step-note')).toContainText('改动后须重做“一校”')
  await expect(dialog.locator('.steps').nth(1).locator('.step-note')).toContainText('改动后须重做“初审”')

  await dialog.getByRole('button', { name: '修改步骤…' }).press('Enter')
  await expect(dialog.getByLabel(/版面步骤/)).toBeFocused()
  await dialog.getByLabel(/版面步骤/).fill('毛校\n定样')
  await dialog.getByRole('button', { name: '保存步骤' }).press('Enter')
  await expect(page.getByRole('button', { name: '毛校' })).toBeFocused()
  await page.getByRole('button', { name: '定样' }).press('Enter')
  await expect(page.getByRole('button', { name: '毛校' })).toHaveAttribute('data-done', 'true')
})

test('Ctrl+Z in the dialog takes back what the dialog did, never what is offered behind it', async () => {
  const { window } = desk
  await window.locator('.row-main').first().click()
  await window.waitForSelector('.article-text[contenteditable]')
  await window.keyboard.press('Control+Shift+f')
  await window.locator('.finder-field input').fill('灯')
  await window.getByRole('button', { name: '保存检索' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  await window.getByRole('button', { name: '删除检索“灯' }).press('Enter')
  const kept = window.locator('.saved-name', { hasText: '灯' })
  await expect(window.locator('.finder .undo-offer')).toContainText('灯')
  await expect(kept).toHaveCount(0)

  await window.keyboard.press('Control+Shift+s')
  const dialog = window.getByRole('dialog', { name: '流程' })
  const step = dialog.getByRole('region', { name: '本版' }).getByRole('button', { name: '一校' })
  await expect(step).toBeVisible()
  await window.keyboard.press('Control+z')
  await step.press('Enter')
  await expect(dialog.locator('.undo-offer')).toContainText('已标为“一校”')
  await window.keyboard.press('Control+z')
  await expect(step).toHaveAttribute('aria-pressed', 'false')
  await expect(kept).toHaveCount(0)
  await window.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(kept).toHaveCount(1)
})
