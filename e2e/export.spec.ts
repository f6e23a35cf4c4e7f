/** Exports with options: a WeChat article as on a phone and on the clipboard, a batch with its report, nothing replaced unasked. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

const PATIENCE = 60_000

let folder: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-export-'))
  desk = await launch()
  await desk.window.waitForSelector('.paper', { timeout: PATIENCE })
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the page as it will be printed; a WeChat article on a phone, copied as rich text; formats kept as a preset', async () => {
  const { window, app } = desk
  const headline = (await window.locator('.block[data-role=headline]').first().innerText()).replaceAll(/\s/g, '')
  await window.keyboard.press('Control+Shift+e')
  const printed = async () => (await window.locator('.export-paper svg').first().textContent())?.replaceAll(/\s/g, '')
  await expect.poll(printed, { timeout: PATIENCE }).toContain(headline)
  await window.getByLabel('印刷版面 PDF').uncheck()
  await window.getByLabel('微信公众号').check()
  await expect(window.locator('.phone-article p').first()).toBeVisible({ timeout: PATIENCE })
  await window.getByLabel('公众号样式').selectOption('city')
  await expect(window.locator('.phone-article [style*="text-align: center"]').first()).toBeVisible({
    timeout: PATIENCE,
  })
  await window.getByRole('button', { name: '复制到公众号后台' }).click()
  const copied = () => app.evaluate(({ clipboard }) => (clipboard as unknown as { readHTML: () => string }).readHTML()) // an Electron that still reads so
  await expect.poll(copied, { timeout: PATIENCE }).toContain('<section style=')

  await window.getByLabel('存为预设').fill('公众号')
  await window.getByRole('button', { name: '保存预设' }).click()
  await window.getByLabel('微信公众号').uncheck()
  await window.getByLabel('印刷版面 PDF').check()
  await window.getByLabel('预设', { exact: true }).selectOption('')
  await window.getByLabel('预设', { exact: true }).selectOption('公众号')
  await expect(window.getByLabel('微信公众号')).toBeChecked()
  await expect(window.getByLabel('印刷版面 PDF')).not.toBeChecked()
})

test('all pages at once with a report; a file that was there stays unless the person agrees', async () => {
  const { window, app } = desk
  const answers = { response: 1 }
  await app.evaluate(
    ({ dialog }, [chosen, answer]) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
      dialog.showMessageBox = async () => ({ ...answer, checkboxChecked: false })
    },
    [folder, answers] as const,
  )
  const exportAll = async () => {
    await window.keyboard.press('Control+Shift+e')
    await window.getByRole('radio', { name: '全部' }).click()
    await expect(window.locator('.export-note')).toContainText('4')
    await window.getByRole('button', { name: '导出…' }).click()
    await expect(window.locator('.export-report')).toBeVisible({ timeout: PATIENCE })
  }
  await window.keyboard.press('Control+Shift+e')
  await window.getByLabel('印刷版面 PDF').uncheck()
  await window.getByLabel(/版心 JSON/).check()
  await window.getByRole('radio', { name: '全部' }).click()
  await expect(window.locator('.export-note')).toContainText('4')
  await window.getByRole('button', { name: '导出…' }).click()
  await expect(window.locator('.export-report')).toBeVisible({ timeout: PATIENCE })
  await expect(window.locator('.export-sum')).toContainText('4')
  await expect(window.locator('.export-report')).toContainText('缺少的图片')
  await window.getByRole('button', { name: '关闭', exact: true }).last().click()
  const names = readdirSync(folder)
  expect(names).toHaveLength(4)

  const first = path.join(folder, names[0] ?? '')
  writeFileSync(first, 'mine')
  await exportAll()
  await expect(window.locator('.export-report')).toContainText('没有替换的原有文件')
  expect(readFileSync(first, 'utf8')).toBe('mine')
})

test('several pages are one digital edition, at the address that the person gave, and a second one asks', async () => {
  const { window, app } = desk
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
  }, folder)
  const exportAll = async () => {
    await window.getByRole('radio', { name: '全部' }).click()
    await expect(window.locator('.export-note').first()).toContainText('4')
    await window.getByRole('button', { name: '导出…' }).click()
    await expect(window.locator('.export-report')).toBeVisible({ timeout: PATIENCE })
  }
  await window.keyboard.press('Control+Shift+e')
  await window.getByLabel('印刷版面 PDF').uncheck()
  await window.getByLabel('数字报（静态网站）').check()
  await window.getByLabel('数字报网址').fill('paper.example.cn')
  await expect(window.getByText('网址要以 http:// 或 https:// 开头')).toBeVisible()
  await window.getByLabel('数字报网址').fill('https://paper.example.cn/epaper')
  await exportAll()
  await window.screenshot({ path: path.join(test.info().outputPath(), 'edition.png') })
  await expect(window.locator('.export-report')).toContainText('edition.site/index.html')
  const edition = path.join(folder, 'edition.site')
  expect(readdirSync(folder)).toEqual(['edition.site'])
  expect(readdirSync(path.join(edition, 'pages'))).toHaveLength(4)
  expect(readFileSync(path.join(edition, 'sitemap.xml'), 'utf8')).toContain('<loc>https://paper.example.cn/epaper/')
  await window.getByRole('button', { name: '关闭', exact: true }).last().click()

  writeFileSync(path.join(edition, 'index.html'), 'mine')
  await window.keyboard.press('Control+Shift+e')
  await exportAll()
  await expect(window.locator('.export-report')).toContainText('没有替换的原有文件')
  expect(readFileSync(path.join(edition, 'index.html'), 'utf8')).toBe('mine')
})

test('an export that nothing can be written for says so once, and is left by Escape; one that was made is shown in its folder', async () => {
  const { window, app } = desk
  const choose = (place: string) =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    }, place)
  const exportAll = async () => {
    await window.keyboard.press('Control+Shift+e')
    await window.getByRole('radio', { name: '全部' }).click()
    await expect(window.locator('.export-note')).toContainText('4')
    await window.getByRole('button', { name: '导出…' }).click()
    await expect(window.locator('.export-report')).toBeVisible({ timeout: PATIENCE })
  }
  writeFileSync(path.join(folder, 'file'), '')
  await choose(path.join(folder, 'file'))
  await exportAll()
  await expect(window.locator('.export-sum')).toHaveText('没有导出任何文件。')
  await expect(window.locator('.export-report [data-kind=failed] li')).toHaveCount(1)
  await expect(window.locator('.export-report [data-kind=failed] li')).toContainText('印刷版面 PDF')
  await window.keyboard.press('Escape')
  await expect(window.locator('.export-report')).toBeHidden()

  const shown = await app.evaluateHandle(({ shell }) => {
    const files: string[] = []
    shell.showItemInFolder = (file) => files.push(file)
    return files
  })
  await choose(folder)
  await exportAll()
  await window.getByRole('button', { name: '打开所在文件夹' }).click()
  await expect.poll(async () => path.dirname((await shown.jsonValue())[0] ?? '')).toBe(folder)
})
