/** The library: newspapers, issues and pages side by side, what is missing, and the calendar. */
import { expect, test } from '@playwright/test'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

let desk: Launched

test.beforeEach(async () => {
  desk = await launch()
  await desk.window.waitForSelector('.row')
})
test.afterEach(() => desk.close())

test('the library: keys to the bin and back, why the calendar waits, what is missing, all found again as it was left', async () => {
  const { window } = desk
  for (const name of ['岭头日报_20240101_A01', '岭头日报_20240102_A02', '岭头晚报_20240102_A01', '一份来稿'])
    await desk.call('page.paste', { name, text: `# 岭头的路\n\n${name}里说，路修好了。\n` })
  await window.keyboard.press('Control+Shift+B')
  const rows = window.locator('.grid-row')
  await expect(rows).toHaveCount(8)
  const calendar = window.getByRole('button', { name: '出版日历' })
  await expect(calendar).toHaveAttribute('aria-disabled', 'true')
  await expect(calendar).toHaveAttribute('aria-description', '先在左边选一种报纸')
  await calendar.focus()
  await window.keyboard.press('Enter')
  await expect(window.locator('.grid')).toBeVisible()

  // One is at the first page when the room opens.
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Shift+B')
  await expect(rows.first()).toBeFocused()
  await window.keyboard.press('Control+a')
  await expect(window.locator('.bulk')).toContainText('已选 8 版')
  await window.getByRole('button', { name: '设状态' }).click()
  await window.getByRole('menuitem', { name: '二校' }).click()
  await expect(window.locator('.grid-row', { hasText: '二校' })).toHaveCount(8)
  await window.screenshot({ path: test.info().outputPath('stated.png') })
  await rows.first().focus()
  await window.keyboard.press('Control+z')
  await expect(window.locator('.grid-row', { hasText: '二校' })).toHaveCount(0)

  // The archive says which pages are all of them; a Delete that comes before it has is for all too.
  await rows.first().evaluate((row) => {
    for (const key of ['a', 'Delete'])
      row.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'a', bubbles: true }))
  })
  await expect(rows).toHaveCount(0)
  // The rows are gone, and the focus with them; the key is heard all the same.
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveCount(8)
  await expect(rows.first()).toBeFocused()
  await window.keyboard.press('Control+a')
  await window.locator('.bulk').getByRole('button', { name: '移入回收站' }).click()
  await expect(rows).toHaveCount(0)
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(8)

  await rows.last().focus()
  await window.keyboard.press('Delete')
  await expect(rows).toHaveCount(7)
  await expect(rows.last()).toBeFocused()
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveCount(8)

  await window.getByLabel('缺项').selectOption({ label: '缺日期' })
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('岭头的路')
  await window.getByLabel('缺项').selectOption({ label: '不论缺项' })

  await window.locator('.column-row', { hasText: '岭头晚报' }).click()
  await window.getByRole('button', { name: '改报名' }).click()
  await window.getByLabel('报名', { exact: true }).fill('岭头日报')
  await expect(window.getByRole('dialog')).toContainText('已有“岭头日报”')
  await window.getByRole('dialog').getByRole('button', { name: '改报名' }).click()
  await expect(window.locator('.bulk')).toContainText('已改 1 版的报名')
  await expect(window.locator('.column-row', { hasText: '岭头晚报' })).toHaveCount(0)
  // One stays with the newspaper, whatever it is called.
  const chosen = window.locator('nav .column-row[aria-current]').first()
  await expect(chosen).toContainText('岭头日报3')
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(chosen).toContainText('岭头日报2')
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  await window.getByRole('button', { name: '改报名' }).press('Enter')
  await window.keyboard.type('岭头时报')
  await window.keyboard.press('Enter')
  await expect(chosen).toContainText('岭头时报2')
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(chosen).toContainText('岭头日报2')
  // And whoever renames it: another window, or the command line.
  const papers = await desk.call('library.publications', {})
  const id = papers.find((p) => p.name === '岭头日报')?.id ?? 0
  const { operation } = await desk.call('publication.rename', { id, name: '岭头早报' })
  await expect(chosen).toContainText('岭头早报2')
  await desk.call('operation.undo', { id: operation ?? 0 })
  await expect(chosen).toContainText('岭头日报2')
  await expect(rows).toHaveCount(2)
  await rows.filter({ hasText: 'A02' }).press('Space')
  await window.getByRole('columnheader', { name: '版次' }).getByRole('button').click()
  await window.getByRole('columnheader', { name: '版次' }).getByRole('button').click()
  await expect(rows.first()).toContainText('A01')
  // What was chosen is chosen in another order too, and among other pages nothing is.
  await expect(window.locator('.grid-row[aria-selected=true]')).toContainText('A02')
  await window.getByLabel('缺项').selectOption({ label: '缺日期' })
  await expect(rows).toHaveCount(0)
  await window.getByLabel('缺项').selectOption({ label: '不论缺项' })
  await expect(rows).toHaveCount(2)
  await expect(window.locator('.grid-row[aria-selected=true]')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Shift+B')
  await expect(rows).toHaveCount(2)
  await expect(window.getByRole('columnheader', { name: '版次' })).toHaveAttribute('aria-sort', 'ascending')
})

test('the calendar goes to the day of the page that was opened last', async () => {
  const { window } = desk
  for (const name of ['岭头日报_20240105_A01', '岭头日报_20250705_A01', '岭头晚报_20230310_A01'])
    await desk.call('page.paste', { name, text: `# 岭头的路\n\n${name}里说，路修好了。\n` })
  const year = window.getByRole('combobox', { name: '年份' })
  const opened = async (name: string, date: string) => {
    await window.locator(`.row-main[title="${name}"]`).click()
    await window.keyboard.press('Control+Shift+B')
    await expect(year).toHaveValue(date.slice(0, 4))
    await expect(window.locator('.calendar [aria-current=date]')).toHaveAttribute('data-date', date)
    await expect(window.locator('.calendar [aria-current=date]')).toBeInViewport()
  }
  await window.keyboard.press('Control+Shift+B')
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  await window.getByRole('button', { name: '出版日历' }).click()
  await expect(year).toHaveValue('2025')
  await window.keyboard.press('Escape')
  await opened('岭头日报_20240105_A01', '2024-01-05')
  await window.keyboard.press('Escape')
  await opened('岭头晚报_20230310_A01', '2023-03-10')
  await window.screenshot({ path: test.info().outputPath('calendar.png') })

  // An issue that is chosen then goes before.
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  await window.locator('.column-row', { hasText: '2025-07-05' }).click()
  await window.getByRole('button', { name: '出版日历' }).click()
  await expect(window.locator('.calendar [aria-current=date]')).toHaveAttribute('data-date', '2025-07-05')
})

test('an issue goes to the bin: its pages are not chosen any more, the others are, and who looks at another issue stays there', async () => {
  const { window } = desk
  for (const day of ['01', '02', '03'])
    await desk.call('page.paste', { name: `岭头日报_202401${day}_A01`, text: `# 岭头的路\n\n${day}日，路修好了。\n` })
  await window.keyboard.press('Control+Shift+B')
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  const rows = window.locator('.grid-row')
  await expect(rows).toHaveCount(3)
  await rows.first().focus()
  await window.keyboard.press('Control+a')
  const bulk = window.locator('.bulk')
  await expect(bulk).toContainText('已选 3 版')
  await window.getByRole('button', { name: '2024-01-02 这一期移入回收站' }).click()
  await expect(bulk).toContainText('已选 2 版')
  await bulk.getByRole('button', { name: '移动…' }).click()
  await window.getByRole('dialog').getByLabel('版次').fill('B07')
  await window.getByRole('dialog').getByRole('button', { name: '移动', exact: true }).click()
  await expect(bulk).toContainText('已移动 2 版')

  const issue = window.locator('.column-issues .column-row', { hasText: '2024-01-01' })
  await issue.click()
  await expect(rows).toHaveCount(1)
  await window.getByRole('button', { name: '2024-01-03 这一期移入回收站' }).click()
  await expect(bulk).toContainText('1 版移入回收站')
  await expect(issue).toHaveAttribute('aria-current', 'true')
  await expect(rows).toHaveCount(1)
})
