/** Finding words in the archive, landing on them, and what to try where nothing is found. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { roadPage } from './harness/desk.ts'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

let folder: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-search-'))
  desk = await launch()
  await desk.window.waitForSelector('.row')
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const paste = (name: string, text: string) => desk.call('page.paste', { name, text })

test('results come as one types, by keys alone, and land on the very words', async () => {
  const { window } = desk
  for (let n = 1; n <= 3; n++) await paste(`road-${n}`, roadPage(n))
  await window.keyboard.press('Control+Shift+F')
  await expect(window.locator('.finder-field input')).toBeFocused()
  await window.keyboard.type('盘山公路')
  await expect(window.locator('.finder-total')).toContainText('3 篇，3 版')
  await expect(window.locator('.hit')).toHaveCount(3)
  await expect(window.locator('.hit').first().locator('.hit-title mark')).toHaveText('盘山公路')

  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('ArrowDown')
  await expect(window.locator('.hit').nth(1)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.locator('.article-text').first()).toContainText('盘山公路')
  await expect.poll(() => window.evaluate(() => String(document.getSelection()))).toBe('盘山公路')
  const lit = () => window.evaluate(() => [...(CSS.highlights.get('search-lit') ?? [])].map(String))
  await expect.poll(lit).toEqual(['盘山公路', '盘山公路', '盘山公路'])

  // The panes are laid out anew around the search, which stays.
  const side = () => window.locator('.finder').evaluate((pane) => Math.round(pane.getBoundingClientRect().width))
  const wide = await side()
  await window.keyboard.press('Control+Shift+P')
  await expect(window.locator('.preview')).toBeVisible()
  await expect(window.locator('.hit')).toHaveCount(3)
  await window.keyboard.press('Control+Shift+P')
  await expect(window.locator('.preview')).toHaveCount(0)
  await expect.poll(side).toBe(wide)

  // Text of pages is text: no markup of it comes to life.
  await window.locator('.finder-field input').fill('山里人')
  await expect(window.locator('.hit-text').first()).toContainText('<b>山里人</b>')
  await expect(window.locator('.hit-text b')).toHaveCount(0)
})

test('a click lands on the very words in a page that was edited since they were found', async () => {
  const { window } = desk
  await paste('road', roadPage(1))
  await window.keyboard.press('Control+Shift+F')
  await window.keyboard.type('齐云帆')
  const selected = () => window.evaluate(() => String(document.getSelection()))
  const hit = window.locator('.hit').first()
  await hit.click()
  await expect.poll(selected).toBe('齐云帆')
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.type('本报特派山区首席')
  await expect(window.locator('.article-text').first()).toContainText('本报特派山区首席齐云帆')
  await hit.click()
  await expect.poll(selected).toBe('齐云帆')
})

test('what was found is counted again when pages change, and the list stays where it is', async () => {
  const { window } = desk
  const [first, second] = [await paste('road-1', roadPage(1)), await paste('road-2', roadPage(2))]
  await window.keyboard.press('Control+Shift+F')
  await window.keyboard.type('盘山公路')
  await expect(window.locator('.finder-total')).toContainText('2 篇，2 版')
  await window.locator('.hit', { hasText: '第2段' }).click()
  await expect(window.locator('.hit[aria-current]')).toContainText('第2段')
  await desk.call('pages.bin', { ids: [first.id] })
  await expect(window.locator('.finder-total')).toContainText('1 篇，1 版')
  await expect(window.locator('.hit')).toHaveCount(1)
  await expect(window.locator('.hit[aria-current]')).toContainText('第2段')
  await desk.call('pages.bin', { ids: [second.id] })
  await expect(window.locator('.finder-total')).toContainText('没有找到')
})

test('filters, pinyin, saved searches and a spreadsheet', async () => {
  const { window, app } = desk
  for (let n = 1; n <= 3; n++) await paste(`road-${n}`, roadPage(n))
  await window.keyboard.press('Control+Shift+F')
  const field = window.locator('.finder-field input')
  await field.fill('qyf')
  await window.locator('.chip', { hasText: '齐云帆' }).first().click()
  await expect(field).toHaveValue(/署名[:：]齐云帆/)
  await expect(window.locator('.finder-total')).toContainText('3 篇')

  await field.fill('盘山')
  await window.locator('.facet', { hasText: '角色' }).click()
  await window.getByRole('menuitemcheckbox', { name: /主标题/ }).click()
  await window.keyboard.press('Escape')
  await expect(window.locator('.hit-text i').first()).toHaveText('主标题')
  await window.getByRole('button', { name: '去掉条件“主标题”' }).click()
  await expect(window.locator('.chip-on')).toHaveCount(0)

  await window.getByRole('button', { name: '保存检索' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  const kept = window.locator('.saved-name', { hasText: '盘山' })
  for (const undo of ['Control+z', 'Enter']) {
    await window.getByRole('button', { name: '删除检索“盘山' }).press('Enter')
    await expect(kept).toHaveCount(0)
    await window.screenshot({ path: test.info().outputPath('forgotten.png') })
    if (undo === 'Enter') await window.locator('.undo-offer').getByRole('button').press(undo)
    else await window.keyboard.press(undo)
    await expect(kept).toHaveCount(1)
  }
  await kept.click()
  await expect(window.locator('.finder-total')).toContainText('3 篇')

  // It is called what the person calls it, but for what another is called.
  await window.getByRole('button', { name: '清除检索' }).click()
  const name = window.getByLabel('检索的新名称')
  const called = async (typed: string, key: string) => {
    await window
      .getByRole('button', { name: /^给检索“.*”改名/ })
      .first()
      .press('Enter')
    await expect(name).toBeFocused()
    await name.fill(typed)
    await name.press(key)
  }
  await called('山路', 'Enter')
  await expect(window.locator('.saved-name')).toHaveText(['山路'])
  await called('不要了', 'Escape')
  await expect(window.locator('.saved-name')).toHaveText(['山路'])
  await called('海路', 'Tab')
  await expect(window.locator('.saved-name')).toHaveText(['海路'])
  await expect(window.locator(':focus')).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('renamed.png') })
  await window.locator('.undo-offer').getByRole('button').click()
  await expect(window.locator('.saved-name')).toHaveText(['山路'])
  await field.fill('长廊')
  await window.getByRole('button', { name: '保存检索' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  await called('长廊', 'Enter')
  await expect(window.locator('.saved-name')).toHaveCount(1)
  await expect(window.locator('.toast', { hasText: '已有检索“长廊”' })).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('taken.png') })
  await name.fill('盘山')
  await name.press('Enter')
  await expect(kept).toHaveCount(1)
  await window.getByRole('button', { name: '删除检索“长廊”' }).click()
  await kept.click()
  await expect(window.locator('.finder-total')).toContainText('3 篇')

  // Saved over another that is called the same, it can be taken back.
  await window.locator('.facet-sort').click()
  await window.getByRole('menuitemradio', { name: '新的在前' }).click()
  await window.getByRole('button', { name: '保存检索' }).click()
  const offer = window.locator('.finder > .undo-offer')
  await expect(offer).toContainText('已用这次的检索替换“盘山”')
  await window.screenshot({ path: test.info().outputPath('saved-over.png') })
  await offer.getByRole('button', { name: '撤销' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  await kept.click()
  await expect(window.locator('.facet-sort')).toHaveText('按相关度')
  await expect(window.locator('.finder-total')).toContainText('3 篇')

  const file = path.join(folder, 'hits.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, file)
  await window.getByRole('button', { name: '结果导出为 CSV…' }).click()
  await expect.poll(() => existsSync(file)).toBe(true)
  const csv = readFileSync(file, 'utf8')
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.trim().split(/\r?\n/)).toHaveLength(4)
})

test('filters stand alone: a role without words, pages without a date; a search is kept under its filters', async () => {
  const { window } = desk
  for (const [n, name] of ['岭头日报_20240101_A04', '无日期的稿'].entries()) await paste(name, roadPage(n))
  await window.keyboard.press('Control+Shift+F')
  const field = window.locator('.finder-field input')
  const total = window.locator('.finder-total')
  await window.locator('.facet', { hasText: '角色' }).click()
  await window.getByRole('menuitemcheckbox', { name: /关键词框/ }).click()
  await window.keyboard.press('Escape')
  await expect(window.locator('.hit-text i').first()).toHaveText('关键词框')
  await window.getByRole('button', { name: '保存检索' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  await expect(window.locator('.saved-name')).toHaveText('关键词框')

  await field.fill('盘山')
  await expect(total).toContainText('2 篇')
  await window.locator('.facet', { hasText: '年份' }).click()
  await window.getByRole('menuitemcheckbox', { name: /日期未知/ }).click()
  await window.keyboard.press('Escape')
  await expect(total).toContainText('1 篇')
  await expect(window.locator('.hit-line').first()).toContainText('无日期的稿')
  await window.getByRole('button', { name: '保存检索' }).click()
  await window.getByRole('button', { name: '清除检索' }).click()
  await expect(window.locator('.saved-name')).toHaveText(['关键词框', '盘山 · （日期未知）'])
  await field.fill('盘山 日期:无')
  await expect(total).toContainText('1 篇')
})

test('a wrong expression is told under its field, until it is another', async () => {
  const { window } = desk
  await window.keyboard.press('Control+Shift+H')
  const field = window.getByLabel('查找', { exact: true })
  await field.fill('(第')
  await window.getByLabel('正则表达式').check()
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/括号没有成对：\(第/)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toBeFocused()
  await expect(window.locator('.toast')).toHaveCount(0)
  await field.fill('(第)')
  await expect(field).toHaveAccessibleDescription('')
  // One that would take years is stopped, and the archive is there for others.
  await paste('slow', `灯\n\n${'灯，'.repeat(40)}了。`)
  await field.fill('(.+，)+；')
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await expect(field).toHaveAccessibleDescription(/太费时，已停下/)
  await field.fill('(灯，)+了')
  await window.getByRole('button', { name: '预览', exact: true }).click()
  await expect(window.locator('.replace-foot')).toContainText('1 处，1 版')
})

test('where nothing is found, what to try is one key away; what was not understood is said while the rest is found', async () => {
  const { window } = desk
  for (let n = 1; n <= 3; n++) await paste(`road-${n}`, roadPage(n))
  await window.keyboard.press('Control+Shift+F')
  const field = window.locator('.finder-field input')
  const total = window.locator('.finder-total')
  await field.fill('盘山公路')
  await expect(total).toContainText('3 篇')
  await window.locator('.facet', { hasText: '署名' }).click()
  await window.getByRole('menuitemcheckbox', { name: /齐云帆/ }).click()
  await window.keyboard.press('Escape')
  await field.fill('盘山公路隧道')
  await expect(total).toContainText('没有找到')
  const tries = window.getByRole('region', { name: '可以这样试试' })
  await expect(tries.getByRole('button')).toHaveText(['去掉“齐云帆”0 篇', '只查“盘山公路”3 篇'])
  await tries.getByRole('button', { name: '去掉“齐云帆”' }).click()
  await expect(window.locator('.chip-on')).toHaveCount(0)
  await expect(tries.getByRole('button')).toHaveText(['只查“盘山公路”3 篇'])
  await tries.getByRole('button').click()
  await expect(field).toHaveValue('盘山公路')
  await expect(field).toBeFocused()
  await expect(total).toContainText('3 篇')
  await field.fill('署名:齐云凡')
  await tries.getByRole('button', { name: '改查“齐云帆”' }).click()
  await expect(total).toContainText('3 篇')

  const remarks = window.locator('.remarks')
  await field.fill('盘山 日期:20x2..abc')
  await expect(remarks).toContainText('“日期:20x2..abc”里的日期看不懂，没有用它')
  await expect(total).toContainText('3 篇')
  await field.fill('盘山 作家:齐云帆')
  await expect(remarks).toContainText('没有“作家:”这种条件')
  await remarks.getByRole('button', { name: '改查“盘山 署名:齐云帆”' }).click()
  await expect(remarks).toBeHidden()
  await expect(total).toContainText('3 篇')
  await field.fill('"盘山公路 没有')
  await expect(remarks).toContainText('引号没有成对，已当作 "盘山公路 没有"')
  await expect(total).toContainText('没有找到')
  await window.keyboard.press('Escape')
  await expect(remarks).toBeHidden()
})

test('nothing found is said, and Escape leads back step by step', async () => {
  const { window } = desk
  await window.keyboard.press('Control+Shift+F')
  await window.locator('.finder-field input').fill('盘山公路 没有这样的文字')
  await expect(window.locator('.finder-total')).toContainText('没有找到')
  await window.keyboard.press('Escape')
  await expect(window.locator('.finder-start')).toBeVisible()
  await window.keyboard.press('Escape')
  await expect(window.locator('.library')).toBeVisible()
})
