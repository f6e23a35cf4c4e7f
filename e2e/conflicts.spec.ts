/** A page that another program changes, moves or throws away while it is typed in: nothing is lost, and the person decides. */
import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { conflictOver, savedElsewhere } from './harness/conflict.ts'
import { caretAt } from './harness/desk.ts'
import { launch } from './harness/launch.ts'
import type { Page } from '../src/shared/page/page.ts'
import type { Launched } from './harness/launch.ts'

let desk: Launched
const spare: string[] = []

test.beforeEach(async () => {
  desk = await launch()
  await desk.window.waitForSelector('.row')
})
test.afterEach(async () => {
  await desk.close()
  for (const folder of spare.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('two versions of one page: refused, both shown, the person decides', async () => {
  const { window } = desk
  await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  // Another program saves between two keystrokes of this one.
  await conflictOver(
    desk,
    [
      ['三里', '五里'],
      ['"headline"', '"deck"'],
    ],
    '足足',
  )
  await window.locator('.status-save').click()
  const dialog = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  await expect(dialog.locator('.changes-text del').first()).toContainText('五')
  await expect(dialog.locator('.changes-text ins').first()).toContainText('足足')
  await expect(dialog.locator('.otherwise')).toContainText('副题 → 主标题 潮水')
  await dialog.getByRole('button', { name: '保留我的' }).click()
  await expect(window.locator('.article-text').first()).toContainText('潮水退了足足三里。')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  const found = await desk.call('search.count', { query: '潮水退了足足三里' })
  expect(found).toMatchObject({ total: 1 })
})

test('two versions of a long page: it is said whose is whose and how much, and one goes from place to place', async () => {
  const { window } = desk
  const lines = Array.from({ length: 60 }, (_, n) => `第${n + 1}天，潮水退了三里，渔民下滩拾贝。`).join('\n\n')
  await desk.call('page.paste', { name: 'tide', text: `# 潮水\n\n${lines}\n` })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '第55天', 4)
  await conflictOver(desk, [['第60天，潮水退了三里', '第60天，潮水涨了三里']], '傍晚')
  await window.locator('.status-save').click()
  const dialog = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  await expect(dialog.locator('.changes-head')).toContainText('档案里的 → 我的只在档案里的 1 字，只在我这里的 3 字')
  await expect(dialog.locator('.changes-text ins').first()).toBeInViewport()
  await window.screenshot({ path: test.info().outputPath('long.png') })
  for (let n = 0; n < 2; n++) await dialog.getByRole('button', { name: '下一处改动' }).click()
  await expect(dialog.locator('[data-here=true]')).toHaveText('退')
  await expect(dialog.locator('[data-here=true]')).toBeInViewport()
  await dialog.getByRole('button', { name: '采用档案里的' }).click()
  await expect(window.locator('.article-text', { hasText: '第60天，潮水涨了三里' })).toBeVisible()
  await expect(window.locator('.article-text', { hasText: '第55天，傍晚' })).toHaveCount(0)
})

test('two versions of one page: whoever undoes what was typed has the version of the other', async () => {
  const { window } = desk
  await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await conflictOver(desk, [['三里', '五里']], '足足')
  await window.keyboard.press('Control+z')
  await expect(window.locator('.article-text').first()).toContainText('潮水退了五里。')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  await caretAt(desk, '潮水退了五里', 4)
  await window.keyboard.type('整整')
  await expect.poll(() => desk.call('search.count', { query: '潮水退了整整五里' })).toMatchObject({ total: 1 })
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
})

test('two versions of one page: whoever takes that of the other finds the own one in the history, and a block of it comes back', async () => {
  const { window } = desk
  await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n\n渔民下滩拾贝。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await conflictOver(desk, [['三里', '五里']], '足足')
  await window.locator('.status-save').click()
  const dialog = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  await dialog.getByRole('button', { name: '采用档案里的' }).click()
  await expect(window.locator('.toast', { hasText: '另一个版本留作第 3 稿' })).toBeVisible()
  await expect(window.locator('.article-text').first()).toContainText('潮水退了五里。')
  await window.keyboard.press('Control+Shift+Y')
  await expect(window.locator('.history-row', { hasText: '未采用' })).toContainText('第 3 稿')
  await window.getByLabel('对照的终点：第 3 稿').check()
  await expect(window.locator('.changes-text')).toContainText('潮水退了足足三里')
  await window.getByRole('button', { name: '当时的版面' }).click()
  await window.locator('.old-block[data-changed=true]').getByRole('button', { name: '恢复这一块' }).click()
  await expect(window.locator('.undo-offer')).toContainText('已从第 3 稿恢复')
  await window.screenshot({ path: test.info().outputPath('kept.png') })
  await window.keyboard.press('Escape')
  await expect(window.locator('.article-text').first()).toContainText('潮水退了足足三里。')
})

test('a page that another moved while it was typed in keeps both, and no undo takes the move back', async () => {
  const { window } = desk
  const name = '岭头日报_20240101_A01'
  const { id } = await desk.call('page.paste', { name, text: '# 潮水\n\n潮水退了三里。\n' })
  const stored = async () => JSON.stringify(await desk.call('page.get', { id }))
  await window.locator(`.row-main[title="${name}"]`).click()
  await caretAt(desk, '潮水退了三里', 4)
  await savedElsewhere(desk, [['2024-01-01', '2024-02-02']])
  await window.keyboard.type('足足')
  await expect.poll(stored).toContain('潮水退了足足三里')
  expect(await stored()).toContain('2024-02-02')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  await window.keyboard.press('Control+z')
  await expect.poll(stored).toContain('潮水退了三里')
  expect(await stored()).toContain('2024-02-02')

  await caretAt(desk, '潮水退了三里', 4)
  await conflictOver(
    desk,
    [
      ['三里', '五里'],
      ['2024-02-02', '2024-03-03'],
    ],
    '整整',
  )
  await window.locator('.status-save').click()
  await window.getByRole('dialog').getByRole('button', { name: '保留我的' }).click()
  await expect.poll(stored).toContain('潮水退了整整三里')
  expect(await stored()).toContain('2024-03-03')
})

test('before the person has decided between two versions, nothing is restored, read anew, closed or removed', async () => {
  const { window } = desk
  await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  const row = window.locator('.row[data-current=true]')
  await conflictOver(desk, [['三里', '五里']], '足足')
  const dialog = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  const asked = async () => {
    await expect(dialog.locator('.changes-text ins').first()).toContainText('足足')
    await window.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  }

  await window.keyboard.press('Control+Shift+Y')
  await window.getByLabel('对照的终点：第 1 稿').check()
  await window.getByRole('button', { name: '整版恢复为第 1 稿' }).click()
  await asked()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+w')
  await asked()
  await row.locator('.row-tool').click({ force: true })
  await window.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(dialog.locator('.changes-text ins').first()).toContainText('足足')
  await dialog.getByRole('button', { name: '保留我的' }).click()
  await expect(window.locator('.article-text').first()).toContainText('潮水退了足足三里。')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
})

test('a page that was deleted for good elsewhere while it was typed in can be saved as a new one', async () => {
  const { window } = desk
  const text = '# 潮水\n\n潮水退了三里。\n'
  const { id } = await desk.call('page.paste', { name: 'tide', text })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await desk.call('pages.bin', { ids: [id] })
  await desk.call('bin.purge', { ids: [id] })
  await window.keyboard.type('足足')
  const status = window.locator('.status-save')
  await expect(status).toContainText('版面已被彻底删除')
  await status.click()
  await window.screenshot({ path: test.info().outputPath('gone.png') })
  await window.getByRole('dialog').getByRole('button', { name: '存为新版面' }).click()
  await expect(status).toHaveAttribute('data-kind', 'saved')
  await expect(window.locator('.row[data-current=true]')).toContainText('潮水')
  await expect(window.locator('.article-text').first()).toContainText('潮水退了足足三里。')
  await expect(window.locator('.source-text')).toContainText('潮水退了三里')
  expect(await desk.call('search.count', { query: '潮水退了足足三里' })).toMatchObject({ total: 1 })
})

test('what was typed into a page that is deleted for good is asked about at the next start, and let go of only after a question', async () => {
  const { userData } = desk
  const { id } = await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n' })
  await desk.window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  await desk.call('pages.bin', { ids: [id] })
  await desk.call('bin.purge', { ids: [id] })
  await desk.window.keyboard.type('足足')
  await expect(desk.window.locator('.status-save')).toContainText('版面已被彻底删除')
  await desk.close({ keep: true })

  desk = await launch({ userData })
  spare.push(userData)
  const { window } = desk
  const dialog = window.getByRole('dialog')
  await expect(dialog).toContainText('这个版面已被彻底删除')
  await expect(window.locator('.article-text').first()).toContainText('潮水退了足足三里。')
  await expect(window.locator('.source-text')).toContainText('潮水退了三里')
  await expect(window.locator('.toast[data-kind=error]')).toHaveCount(0)
  await window.screenshot({ path: test.info().outputPath('lone.png') })
  await dialog.getByRole('button', { name: '不要了' }).click()
  await expect(dialog).toContainText('仅存的一份')
  await window.screenshot({ path: test.info().outputPath('sure.png') })
  await dialog.getByRole('button', { name: '返回' }).click()
  await dialog.getByRole('button', { name: '存为新版面' }).click()
  await expect(window.locator('.status-save')).toHaveAttribute('data-kind', 'saved')
  expect(await desk.call('search.count', { query: '潮水退了足足三里' })).toMatchObject({ total: 1 })
})

test('a page that went into the bin elsewhere while it was typed in: said so, restored and saved, or what was typed waits', async () => {
  const { window } = desk
  const { id } = await desk.call('page.paste', { name: 'tide', text: '# 潮水\n\n潮水退了三里。\n' })
  await window.locator('.row-main[title="tide"]').click()
  await caretAt(desk, '潮水退了三里', 4)
  const status = window.locator('.status-save')
  const dialog = window.getByRole('dialog', { name: '这个版面已在回收站' })
  const text = window.locator('.article-text').first()
  const typeInBin = async (typed: string) => {
    await desk.call('pages.bin', { ids: [id] })
    await window.keyboard.type(typed)
    await expect(status).toContainText('版面在回收站')
    await window.keyboard.press('Control+w')
    await expect(dialog).toBeVisible()
  }
  await typeInBin('足足')
  await window.screenshot({ path: test.info().outputPath('binned.png') })
  await dialog.getByRole('button', { name: '恢复版面并保存' }).click()
  await expect(status).toHaveAttribute('data-kind', 'saved')
  // It would go by itself after twelve seconds.
  await expect(window.locator('.toast', { hasText: '没有保存' })).toHaveCount(0, { timeout: 2000 })
  await expect(text).toContainText('潮水退了足足三里。')
  expect(await desk.call('search.count', { query: '潮水退了足足三里' })).toMatchObject({ total: 1 })

  await caretAt(desk, '潮水退了足足三里', 4)
  await typeInBin('又')
  await dialog.getByRole('button', { name: '留在回收站' }).click()
  await expect(window.locator('.row-main[title="tide"]')).toHaveCount(0)
  await desk.call('bin.restore', { ids: [id] })
  await window.locator('.row-main[title="tide"]').click()
  await expect(text).toContainText('潮水退了又足足三里。')
  await expect(status).toHaveAttribute('data-kind', 'saved')

  await caretAt(desk, '潮水退了又足足三里', 4)
  await typeInBin('整整')
  await dialog.getByRole('button', { name: '留在回收站' }).click()
  await expect(window.locator('.row-main[title="tide"]')).toHaveCount(0)
  await desk.call('bin.restore', { ids: [id] })
  const { page, revision } = await desk.call('page.get', { id })
  const theirs = JSON.parse(JSON.stringify(page).replace('三里', '五里')) as Page // as it was but for one word
  await desk.call('page.save', { id, revision, page: theirs })
  await window.locator('.row-main[title="tide"]').click()
  const both = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  await expect(both.locator('.changes-text del').first()).toContainText('五')
  expect(JSON.stringify(await desk.call('page.get', { id }))).toContain('五里')
  await both.getByRole('button', { name: '保留我的' }).click()
  await expect(text).toContainText('潮水退了整整又足足三里。')
  await expect(status).toHaveAttribute('data-kind', 'saved')
})
