/** The history of a page: every saved state compared with any other, and brought back whole or by a block. */
import { expect, test } from '@playwright/test'
import { caretAt, saved } from './harness/desk.ts'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.row')

test('the history of a page: compared by character, a block brought back', async () => {
  const { window } = desk
  await desk.call('page.paste', {
    name: 'tide',
    text: '# 潮水\n\n潮水退了三里。\n\n渔民下滩拾贝。\n',
  })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await window.keyboard.type('整整')
  await saved(desk)
  await window.keyboard.press('Control+Shift+Y')
  await expect(window.locator('.changes ins').filter({ hasText: '整整' })).toBeVisible()
  await expect(window.locator('.changes-head')).toContainText('删 0 字，增 2 字')

  await window.getByLabel('对照的起点：OCR 原文').check()
  await expect(window.locator('.changes ins').filter({ hasText: '整整' })).toBeVisible()
  await window.getByLabel('对照的终点：第 1 稿').check()
  await window.getByRole('button', { name: '当时的版面' }).click()
  await window.locator('.old-block[data-changed=true]').getByRole('button', { name: '恢复这一块' }).click()
  await expect(window.locator('.undo-offer')).toContainText('已从第 1 稿恢复')
  await window.keyboard.press('Escape')
  await expect(window.locator('.article-text').first()).toContainText('潮水退了三里。')
})

test('the history of a page by keyboard: blocks of one state come back one after the other, and undo takes the last back', async () => {
  const { window } = desk
  await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n\n渔民下滩拾贝。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await window.keyboard.type('整整')
  await caretAt(desk, '渔民下滩', 2)
  await window.keyboard.type('们')
  await saved(desk)
  await window.keyboard.press('Control+Shift+Y')
  await window.getByLabel('对照的终点：第 1 稿').check()
  await window.getByRole('button', { name: '当时的版面' }).click()
  const restore = window.getByRole('button', { name: '恢复这一块' })
  await restore.first().focus()
  await window.keyboard.press('Enter')
  await expect(restore).toHaveCount(1)
  await window.keyboard.press('Tab')
  await expect(restore).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(restore).toHaveCount(0)
  await window.screenshot({ path: test.info().outputPath('restored.png') })
  await window.keyboard.press('Control+z')
  await expect(restore).toHaveCount(1)
  await expect(window.locator('.undo-offer button')).toHaveCount(0)
  await window.keyboard.press('Escape')
  const text = window.locator('.article-text').first()
  await expect(text).toContainText('潮水退了三里。')
  await expect(text).toContainText('渔民们下滩拾贝。')
  await caretAt(desk, '渔民们下滩', 2)
  await window.keyboard.press('Control+z')
  await expect(text).toContainText('潮水退了整整三里。')
})

test('the history of a page: what was said of it, where the text stayed', async () => {
  const { window } = desk
  const { id } = await desk.call('page.paste', {
    name: '岭头日报_20240101_A01',
    text: '# 潮水\n\n潮水退了三里。\n',
  })
  await desk.call('pages.move', { ids: [id], date: '2024-01-02', section: '要闻' })
  await window.locator('.row-main[title="岭头日报_20240101_A01"]').click()
  await window.keyboard.press('Control+Shift+Y')
  await expect(window.locator('.changes-head')).toContainText('两稿文字相同，版面信息不同')
  await expect(window.locator('.changed-meta dt')).toHaveText(['日期', '版名'])
  await expect(window.locator('.changed-meta dd')).toHaveText(['2024-01-01 → 2024-01-02', '（空） → 要闻'])
  await window.screenshot({ path: test.info().outputPath('changed-meta.png') })
})
