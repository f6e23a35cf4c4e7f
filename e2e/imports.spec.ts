/** Imports that are stopped and go on, come in by themselves, are read anew or stand twice in the archive. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import iconv from 'iconv-lite'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

/** Milliseconds: the dictionaries are loaded before a job does its first file. */
const PATIENCE = 60_000

let folder: string
let desk: Launched

test.beforeEach(async () => {
  test.setTimeout(240_000)
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-imports-'))
  desk = await launch()
  await desk.window.waitForSelector('.row')
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const story = (n: number) =>
  `# 第${n}盏灯\n\n入夜以后，老街的第${n}盏灯亮起来。\n\n修灯的人说，灯亮了，路就短了，第${n}回。\n`

function put(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Answers the next dialogs with `file`. */
const choose = (file: string) =>
  desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, file)

/** All of a folder of ours is read in. */
async function importAll(name: string): Promise<void> {
  await choose(path.join(folder, name))
  await desk.window.keyboard.press('Control+Alt+o')
  await desk.window.getByRole('button', { name: /导入 \d+ 个文件/ }).click()
  await expect(desk.window.locator('.job[data-state=done]')).toBeVisible({ timeout: PATIENCE })
}

test('an import is paused, waits over a restart, goes on where it was, and is cancelled', async () => {
  const files = 6000
  for (let i = 0; i < files; i++) put(`海曙日报/${i}.txt`, story(i))
  await choose(path.join(folder, '海曙日报'))
  await desk.window.keyboard.press('Control+Alt+o')
  await desk.window.getByRole('button', { name: '导入 6,000 个文件' }).click()
  await desk.window.getByRole('button', { name: '暂停' }).click()
  await expect(desk.window.locator('.job[data-state=paused]')).toBeVisible({ timeout: PATIENCE })
  const done = async () => Number(await desk.window.locator('.job progress').getAttribute('value'))
  const before = await done()
  expect(before).toBeLessThan(files)

  await desk.close({ keep: true })
  const { userData } = desk
  desk = await launch({ userData })
  await desk.window.waitForSelector('.row')
  await desk.window.keyboard.press('Control+Shift+I')
  await expect(desk.window.locator('.job[data-state=paused]')).toContainText('已暂停')
  expect(await done()).toBe(before)
  await desk.window.getByRole('button', { name: '继续' }).click()
  await expect.poll(done, { timeout: PATIENCE }).toBeGreaterThan(before)
  await desk.window.getByRole('button', { name: '取消（已导入的保留）' }).click()
  await expect(desk.window.locator('.job[data-state=cancelled]')).toContainText('已取消', { timeout: PATIENCE })
  const kept = await done()
  await expect(desk.window.getByRole('tab', { name: /新入库/ })).toContainText(kept.toLocaleString('en'))
  const stats = await desk.call('search.count', { query: '修灯的人说' })
  expect(stats).toMatchObject({ pages: kept })
})

test('what is put into the watched folder in one day comes in by itself as one import, after a restart too, and each file once', async () => {
  put('收件/A01.txt', story(1))
  await choose(path.join(folder, '收件'))
  await desk.window.keyboard.press('Control+Shift+I')
  await desk.window.getByRole('button', { name: '监视文件夹…' }).click()
  await expect(desk.window.locator('.watched')).toContainText('监视“收件”')
  const grownTo = (text: string) =>
    expect(desk.window.locator('.job')).toContainText([new RegExp(`收件.*已完成.*${text}`)], { timeout: PATIENCE })
  await grownTo('1 / 1')
  await expect(desk.window.getByRole('tab', { name: /新入库/ })).toContainText('1')
  put('收件/2026-03-11/A02.txt', story(2))
  put('收件/notes.pdf', 'x')
  await grownTo('2 / 2')
  await expect(desk.window.locator('.report-row')).toContainText(['A01.txt', '2026-03-11/A02.txt'])

  await desk.close({ keep: true })
  const { userData } = desk
  const db = new Database(path.join(userData, 'archive/banxin.db'))
  db.exec("UPDATE job SET state = 'paused'")
  db.close()
  desk = await launch({ userData })
  await desk.window.waitForSelector('.row')
  await desk.window.keyboard.press('Control+Shift+I')
  await expect(desk.window.locator('.report-row')).toHaveCount(2)
  put('收件/A03.txt', story(3))
  // While it is paused it grows all the same, and shows what waits.
  await expect(desk.window.locator('.report-row[data-outcome=waiting]')).toContainText('A03.txt', { timeout: PATIENCE })
  await desk.window.getByRole('button', { name: '继续' }).click()
  await grownTo('3 / 3')
  // Nobody looks at each report of what comes by itself: what failed is told in the list.
  put('收件/A04.txt', '')
  await grownTo('4 / 4失败 1')
  await desk.window.screenshot({ path: test.info().outputPath('failed.png') })
  await desk.window.getByRole('button', { name: '停止监视' }).click()
  await expect(desk.window.getByRole('button', { name: '监视文件夹…' })).toBeVisible()
  expect(await desk.call('search.count', { query: '修灯的人说' })).toMatchObject({ pages: 3 })
})

test('a file dropped on the window is read in and shown, whatever room is open; a folder waits to be checked', async () => {
  const { window, app } = desk
  const pointer = await app.context().newCDPSession(window)
  const drop = async (name: string) => {
    const data = { items: [], files: [path.join(folder, name)], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await pointer.send('Input.dispatchDragEvent', { type, x: 700, y: 300, data })
  }
  put('江城晚报_20220105_A01.txt', story(1))
  put('海曙日报/2022-01-06/A01.txt', story(2))
  await window.keyboard.press('Control+Shift+B')
  await expect(window.locator('.grid-row').first()).toBeVisible()
  await drop('江城晚报_20220105_A01.txt')
  await expect(window.locator('.article-text').first()).toContainText('第1盏灯')
  await expect(window.locator('.grid-row')).toHaveCount(0)
  await drop('海曙日报')
  await expect(window.getByLabel('2022-01-06/A01.txt 的日期')).toHaveValue('2022-01-06')
})

test('a folder in which nothing can be read in says what could be', async () => {
  put('文稿/稿.docx', 'x')
  await choose(path.join(folder, '文稿'))
  await desk.window.keyboard.press('Control+Alt+o')
  await expect(desk.window.locator('.correction-head')).toContainText('.txt、.md 和 .page.json')
  await expect(desk.window.locator('.correction-head')).toContainText('另有 1 个文件不能读入，已略过：docx 1。')
  await expect(desk.window.getByRole('button', { name: '导入 0 个文件' })).toBeDisabled()
})

test('a page that was guessed wrong is read anew from its bytes in another encoding', async () => {
  put('旧稿/2026-03-11_A01.txt', iconv.encode('# 書店夜讀\n\n書店裡的燈亮到深夜。\n', 'big5'))
  put('旧稿/断尾.txt', Buffer.from(story(1)).subarray(0, -2))
  await importAll('旧稿')
  await expect(desk.window.getByRole('tab', { name: /有提示/ })).toHaveText(/[1-9]$/)
  await desk.window.getByRole('tab', { name: /有提示/ }).click()
  const doubtful = desk.window.locator('.report-row', { hasText: '断尾.txt' })
  await expect(doubtful).toContainText('有 1 处字节不合 utf-8 编码')
  await doubtful.getByRole('button', { name: '打开', exact: true }).click()
  await desk.window.locator('.source-notices').getByRole('button', { name: '换编码重读…' }).click()
  await expect(desk.window.getByRole('dialog', { name: '换编码重读' })).toBeVisible()
  await desk.window.keyboard.press('Escape')
  await desk.window.keyboard.press('Control+Shift+I')
  await desk.window.getByRole('tab', { name: '全部' }).click()
  const guessed = desk.window.locator('.report-row', { hasText: '2026-03-11_A01.txt' })
  await guessed.getByRole('button', { name: '打开', exact: true }).click()
  const text = desk.window.locator('.page-pane, .editor').first()
  const readAs = async (encoding: string) => {
    await desk.window.keyboard.press('Control+k')
    await expect(desk.window.locator('.palette-input')).toBeFocused()
    await desk.window.keyboard.type('换编码重读')
    await desk.window.keyboard.press('Enter')
    await desk.window.getByRole('radio', { name: new RegExp(`^${encoding}`) }).check()
    await desk.window.getByRole('button', { name: '重读', exact: true }).click()
  }
  await readAs('GB18030')
  await expect(text).not.toContainText('書店裡的燈')
  await readAs('Big5')
  await expect(text).toContainText('書店裡的燈亮到深夜')
})

test('two newspapers become one, and two copies of a page; each is taken back', async () => {
  const { window } = desk
  put('青浦日报/2026-03-11/A01.txt', story(1))
  put('青浦日報/2026-03-11/A01.txt', story(2))
  await importAll('.')
  await window.locator('.door', { hasText: '版面库' }).click()
  const paper = (name: string) => window.locator('.column-row', { hasText: name })
  await paper('青浦日報').click()
  await window.getByRole('button', { name: '并入另一种报纸' }).click()
  await window.getByRole('dialog').getByRole('combobox').selectOption({ label: '青浦日报' })
  await window.getByRole('dialog').getByRole('button', { name: '合并' }).click()
  await expect(paper('青浦日報')).toHaveCount(0)
  await paper('青浦日报').click()
  await expect(window.locator('.grid-row')).toHaveCount(2)

  await window.locator('.grid-row').first().focus()
  await window.keyboard.press('Control+a')
  await window.getByRole('button', { name: '合并两份…' }).click()
  const copies = window.getByRole('dialog').locator('.copy')
  await expect(copies.filter({ hasText: '青浦日报 · 2026-03-11 · A01' })).toHaveCount(2)
  await expect(copies.first()).toContainText(/第 \d+ 稿，.+ 存于 \d{4}-\d\d-\d\d/)
  await expect(copies.first()).toContainText(/有 \d+ 字是另一份没有的/)
  await window.screenshot({ path: test.info().outputPath('copies.png') })
  await window.getByRole('dialog').getByRole('button', { name: '合并' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(1)
  await window.locator('.bulk').getByRole('button', { name: '撤销' }).click()
  await expect(window.locator('.grid-row')).toHaveCount(2)

  await window.locator('.door', { hasText: '回收站' }).click()
  await window.getByRole('button', { name: '撤销：“青浦日報”并入“青浦日报”' }).click()
  await window.locator('.door', { hasText: '版面库' }).click()
  await paper('青浦日報').click()
  await expect(window.locator('.grid-row')).toHaveCount(1)
})
