/** The archive's rooms with wrong and odd input: each says what is wrong where it is, and nothing is lost. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { caretAt } from './harness/desk.ts'
import { callFrom, launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

let desk: Launched

test.beforeEach(async () => {
  desk = await launch()
  await desk.window.waitForSelector('.row')
  await desk.window.keyboard.press('Control+Shift+B')
})
test.afterEach(() => desk.close())

const door = (name: string) => desk.window.locator('.door', { hasText: name })
const toast = (text: string | RegExp) => desk.window.locator('.toast', { hasText: text })
const paste = async (name: string, text: string) => {
  const reply = await callFrom(desk.window, 'page.paste', { name, text })
  if (!reply.ok) throw new Error(reply.message)
}

test('the dictionary: what is no word, a word twice, a list that is pasted, a picture for a list', async () => {
  const { window } = desk
  await door('词典').click()
  const word = window.getByLabel('词语', { exact: true })
  const rows = window.locator('.word-row')
  await word.fill('灯')
  await expect(word).toHaveAccessibleDescription('一个字不成词，至少两个字。')
  await word.press('Enter')
  await expect(window.locator('.dictionary')).toContainText('词典还是空的')
  await word.fill('New York')
  await expect(word).toHaveAccessibleDescription('词语中间不能有空格。')
  await word.fill('𠮷'.repeat(41))
  await expect(word).toHaveAccessibleDescription('词语太长，最多 40 个字。')
  await window.screenshot({ path: test.info().outputPath('long.png') })
  await word.fill('𠮷'.repeat(40))
  await word.press('Enter')
  await expect(rows).toContainText('𠮷'.repeat(40))
  await word.press('Control+z')
  await expect(rows).toHaveCount(0)
  await word.fill('宁 川')
  await word.press('Enter')
  await expect(rows).toContainText('宁川')
  await word.fill('宁川')
  await word.press('Enter')
  await expect(toast('“宁川”已在词典里')).toBeVisible()
  await expect(rows).toHaveCount(1)

  await word.focus()
  await window.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '青浦湾 地名\n龙桂生 人名\n宁川\n灯\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(toast('从“剪贴板”加入 2 个词；1 个原来就有，1 行不成词')).toBeVisible()
  await expect(rows).toHaveCount(3)
  await window.getByLabel('筛选词语').fill('没有的')
  await expect(window.locator('.dictionary')).toContainText('没有这样的词')
  await window.getByLabel('筛选词语').fill('')

  const list = window.getByLabel('从文本导入…')
  await list.setInputFiles({
    name: '图.png',
    mimeType: 'image/png',
    buffer: Buffer.from('89504e470d0a1a0a0000', 'hex'),
  })
  await expect(toast('这不是词表：图.png')).toBeVisible()
  await list.setInputFiles({ name: '大.txt', mimeType: 'text/plain', buffer: Buffer.from('词语\n'.repeat(1_700_000)) })
  await expect(toast('词表太大：大.txt，上限是 5,000,000 字')).toBeVisible()
  await expect(rows).toHaveCount(3)
})

test('the dictionary: a word that was removed, changed or taken from a list is put back by a key or a button', async () => {
  const { window } = desk
  await door('词典').click()
  const word = window.getByLabel('词语', { exact: true })
  const rows = window.locator('.word-row')
  const offer = window.locator('.undo-offer')
  await word.fill('青浦湾')
  await window.getByLabel('词类').selectOption('地名')
  await word.press('Enter')
  await expect(offer).toContainText('已加入“青浦湾”')
  await window.getByLabel('词类').selectOption('机构')
  await word.fill('青浦湾')
  await word.press('Enter')
  await expect(rows).toContainText('机构')
  await expect(offer).toContainText('已更新“青浦湾”')
  await word.press('Control+z')
  await expect(rows).toContainText('地名')
  await expect(offer.getByRole('button')).toHaveCount(0)
  await window.getByRole('button', { name: '删除“青浦湾”' }).press('Enter')
  await expect(rows).toHaveCount(0)
  await window.screenshot({ path: test.info().outputPath('removed.png') })
  await window.keyboard.press('Control+z')
  await expect(rows).toContainText('青浦湾地名')
  await expect(toast('已撤销')).toBeVisible()
  await window.getByRole('button', { name: '删除“青浦湾”' }).click()
  await offer.getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(1)
  await door('回收站').click()
  await expect(window.locator('.operation').first()).toContainText('词典删去“青浦湾”')
})

test('the bin by keys: all, none, restored, asked before anything is gone for good', async () => {
  const { window } = desk
  for (const n of [1, 2, 3]) await paste(`岭头日报_2024010${n}_A01`, `# 岭头的路\n\n第${n}段路修好了，山里人都来看。\n`)
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(3)
  await window.getByRole('button', { name: '整种报纸移入回收站' }).click()
  await expect(window.locator('.column-row', { hasText: '岭头日报' })).toHaveCount(0)
  await expect(window.locator('.bulk')).toContainText('已把 3 版移入回收站')
  await expect(window.locator('.grid-row')).toHaveCount(4)

  await door('回收站').click()
  const checks = window.locator('.bin-pages .list-row input')
  await expect(checks).toHaveCount(3)
  await checks.first().focus()
  await window.keyboard.press('ArrowDown')
  await expect(checks.nth(1)).toBeFocused()
  await window.keyboard.press('Control+a')
  await expect(window.locator('.list-row[data-chosen=true]')).toHaveCount(3)
  await window.keyboard.press('Escape')
  await expect(window.locator('.list-row[data-chosen=true]')).toHaveCount(0)
  await window.keyboard.press('Space')
  await window.keyboard.press('Enter')
  await expect(toast('已恢复 1 版')).toBeVisible()
  await expect(checks).toHaveCount(2)
  await checks.first().focus()
  await window.keyboard.press('Control+a')
  await expect(window.locator('.list-row[data-chosen=true]')).toHaveCount(2)
  await window.keyboard.press('Delete')
  await expect(window.getByRole('dialog')).toContainText('彻底删除所选 2 版')
  await window.getByRole('button', { name: '取消' }).click()
  await expect(checks).toHaveCount(2)
})

test('backups: a damaged one is told and marked, and what stands where they should lie', async () => {
  const { window, userData } = desk
  const folder = path.join(userData, 'archive', 'banxin.db.backups')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, '2026-01-02_03-04-05.678.banxin'), Buffer.alloc(8192, 7))
  await door('备份与检查').click()
  const row = window.locator('.backup-list .list-row')
  await row.getByRole('button', { name: '恢复到此备份' }).click()
  await window.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(toast('这份备份不能用')).toBeVisible()
  await expect(row).toContainText('不能用')
  await expect(row.getByRole('button', { name: '恢复到此备份' })).toBeDisabled()
  expect(readdirSync(folder)).toHaveLength(1)

  rmSync(folder, { recursive: true })
  writeFileSync(folder, '')
  await window.getByRole('button', { name: '立即备份' }).click()
  await expect(toast('备份文件夹用不了').first()).toBeVisible()
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
  await expect(dialog).toBeVisible()
  await day.fill('2026-02-28')
  await dialog.getByRole('button', { name: '移动', exact: true }).click()
  await expect(window.locator('.grid-row', { hasText: '2026-02-28' })).toContainText('B02')
})

test('lists by keys: the dictionary to its last word and back, the people, and a held key removes one', async () => {
  const { window } = desk
  const words = Array.from({ length: 300 }, (_, n) => ({ word: `灯塔${1000 + n}`, tag: 'nz', note: '' }))
  await callFrom(window, 'dictionary.put', { words })
  await door('词典').click()
  const remove = (n: number) => window.getByRole('button', { name: `删除“灯塔${n}”` })
  await remove(1000).focus()
  await window.keyboard.press('ArrowDown')
  await expect(remove(1001)).toBeFocused()
  await window.keyboard.press('End')
  await expect(remove(1299)).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(remove(1299)).toBeFocused()
  await window.keyboard.press('Home')
  await expect(remove(1000)).toBeFocused()
  for (let i = 0; i < 4; i++) await window.keyboard.down('Enter')
  await window.keyboard.up('Enter')
  await expect(remove(1000)).toHaveCount(0)
  await expect(remove(1001)).toBeFocused()
  await expect(window.locator('.dictionary')).toContainText('299')

  await door('署名人').click()
  const people = window.locator('.person-name')
  await people.first().focus()
  await window.keyboard.press('ArrowDown')
  await expect(people.nth(1)).toBeFocused()
  await window.keyboard.press('End')
  await expect(people.last()).toBeFocused()
  await window.keyboard.press('Home')
  await expect(people.first()).toBeFocused()
})

test('the bin to its last page by a key, though that page has not been read yet', async () => {
  const { window } = desk
  for (let n = 100; n < 190; n++) await paste(`岭头日报_20240101_A${n}`, `# 第${n}段路\n\n第${n}段路修好了。\n`)
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  await window.getByRole('button', { name: '整种报纸移入回收站' }).click()
  await expect(window.locator('.bulk')).toContainText('已把 90 版移入回收站')
  await door('回收站').click()
  const focused = window.locator('.bin-pages li:focus-within')
  await window.locator('.bin-pages .list-row input').first().focus()
  await window.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-posinset', '90')
  await window.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-posinset', '1')
})

test('Delete held down puts one page in the bin, and it can be taken back', async () => {
  const { window } = desk
  for (const n of [1, 2, 3]) await paste(`岭头日报_2024010${n}_A01`, `# 岭头的路\n\n第${n}段路修好了，山里人都来看。\n`)
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  const rows = window.locator('.grid-row')
  await expect(rows).toHaveCount(3)
  await rows.first().focus()
  for (let i = 0; i < 12; i++) await window.keyboard.down('Delete')
  await window.keyboard.up('Delete')
  await expect(window.locator('.bulk')).toContainText('已把 1 版移入回收站')
  await expect(rows).toHaveCount(2)
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(rows).toHaveCount(3)
})

test('a page that another program has changed is not thrown away before the person has decided', async () => {
  const { window } = desk
  await paste('岭头日报_20240101_A01', '# 岭头的路\n\n第一段路修好了，山里人都来看。\n')
  await window.locator('.column-row', { hasText: '岭头日报' }).click()
  const row = window.locator('.grid-row', { hasText: '岭头的路' })
  await paste('岭头日报_20240102_A01', '# 岭头的桥\n\n桥也修好了。\n')
  const bridge = window.locator('.grid-row', { hasText: '岭头的桥' })
  await bridge.focus()
  await window.keyboard.press('Delete')
  await expect(bridge).toHaveCount(0)
  await row.click()
  await caretAt(desk, '第一段路修好了', 4)
  const id = Number(await window.locator('.row[data-current=true] [data-page]').first().getAttribute('data-page'))
  const reply = await callFrom(window, 'page.get', { id })
  const { page, revision } = (reply as { value: { page: unknown; revision: number } }).value // as the contract has it
  const other = JSON.parse(JSON.stringify(page).replace('山里人', '城里人')) as unknown
  await callFrom(window, 'page.save', { id, revision, page: other })
  await window.keyboard.type('终于')
  await expect(window.locator('.status-save[data-kind=conflict]')).toBeVisible()
  await window.keyboard.press('Control+Shift+B')
  const dialog = window.getByRole('dialog', { name: '这个版面在别处被改过' })
  await row.focus()
  await window.keyboard.press('Delete')
  await expect(dialog).toBeVisible()
  await window.keyboard.press('Escape')
  await door('回收站').click()
  await window.locator('.operations button').first().click()
  await expect(dialog).toBeVisible()
  await window.keyboard.press('Escape')
  await door('版面库').click()
  await row.focus()
  await window.keyboard.press('Delete')
  await dialog.getByRole('button', { name: '保留我的' }).click()
  await expect(row).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.locator('.article-text').first()).toContainText('第一段路终于修好了')
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
})
