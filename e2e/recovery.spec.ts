/** Window, archive process and the whole program are killed while someone types: nothing but the last second is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { launch } from './harness/launch.ts'
import { caretAt, importFile, openId, saved, texts, stored } from './harness/desk.ts'
import type { Launched } from './harness/launch.ts'

const SOURCE = `# 渡口的船

渡口的船每天早上六点开。船工老严把缆绳解开，船就离了岸。

对岸的学生等在石阶上。船票一块钱，老人不要票。
`

let folder: string
let desk: Launched
const spare: string[] = []

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-recovery-'))
  desk = await launch()
  const file = path.join(folder, 'ferry.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
  for (const each of spare.splice(0)) rmSync(each, { recursive: true, force: true })
})

const undo = async (times: number) => {
  for (let i = 0; i < times; i++) await desk.window.keyboard.press('Control+z')
}

test('the program is killed while typing: text, caret and undo are there at the next start', async () => {
  const before = await texts(desk)
  await caretAt(desk, '对岸的学生', 2)
  await desk.window.keyboard.press('Control+6')
  await desk.window.keyboard.type('（晨）')
  await saved(desk)
  await desk.window.keyboard.press('Control+h')
  await desk.window.getByLabel('查找', { exact: true }).fill('船')
  await desk.window.getByLabel('替换为').fill('渡船')
  await desk.window.getByRole('button', { name: '全部替换' }).click()
  await desk.window.keyboard.press('Escape')
  await caretAt(desk, '对岸（晨）', 5)
  await desk.window.keyboard.type('那边')
  const typed = await texts(desk)
  await desk.window.waitForTimeout(1000)
  process.kill(desk.pid, 'SIGKILL')

  const { userData } = desk
  spare.push(userData)
  desk = await launch({ userData })
  await expect.poll(() => texts(desk)).toEqual(typed)
  await expect(desk.window.locator('.toast', { hasText: '上次没有正常退出' })).toContainText('渡口的')
  await expect(desk.window.locator('.status-place')).toContainText('第 7 字')
  await desk.window.keyboard.type('的')
  await expect.poll(async () => (await texts(desk)).at(-1)).toContain('对岸（晨）那边的的学生')
  await undo(5)
  await expect.poll(() => texts(desk)).toEqual(before)
  await expect(desk.window.locator('.block[data-role=crosshead]')).toHaveCount(0)
  await saved(desk)
  await desk.close({ keep: true })

  desk = await launch({ userData })
  await expect.poll(() => texts(desk)).toEqual(before)
  await expect(desk.window.locator('.toast', { hasText: '上次没有正常退出' })).toHaveCount(0)
})

test('a second program beside the window that is open does not say that the last one did not end', async () => {
  await caretAt(desk, '渡口的船每天', 3)
  await desk.window.keyboard.type('木')
  await saved(desk)
  const archive = path.join(desk.userData, 'archive', 'banxin.db')
  const other = await launch({ archive })
  try {
    await expect(other.window.locator('.paper .block', { hasText: '渡口的木船' })).toBeVisible()
    const marks = (): unknown => {
      const db = new Database(archive, { readonly: true })
      const noted = db.prepare("SELECT value FROM setting WHERE key = 'session.running'").pluck().get()
      db.close()
      return JSON.parse(String(noted))
    }
    await expect.poll(marks).toHaveLength(2)
    await expect(other.window.locator('.toast', { hasText: '上次没有正常退出' })).toHaveCount(0)
  } finally {
    await other.close()
  }
})

test('the window crashes while typing: it comes back by itself', async () => {
  await caretAt(desk, '渡口的船每天', 3)
  await desk.window.keyboard.type('木')
  await saved(desk)
  const typed = await texts(desk)
  const reloaded = desk.window.waitForEvent('domcontentloaded', { timeout: 30_000 }).catch(() => {})
  await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await reloaded
  // The crashed page is dead to its driver; what the new one shows is asked of the program itself. A page that goes never answers.
  const shown = () =>
    desk.app.evaluate(({ BrowserWindow }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `[...document.querySelectorAll('.paper .block')].map((b) => b.innerText).concat([...document.querySelectorAll('.toast')].map((b) => b.innerText))`,
        ),
        new Promise((resolve) => setTimeout(resolve, 1000)),
      ]),
    )
  await expect.poll(shown, { timeout: 30_000 }).toEqual([...typed, expect.stringContaining('上次没有正常退出')])
})

test('a window that cannot be drawn says so, and a key brings the page back with what was typed', async () => {
  const { window } = desk
  await caretAt(desk, '渡口的船每天', 3)
  await window.keyboard.type('木')
  await expect(window.locator('.status-place')).toBeVisible()
  // What a program that changes the window's content from outside does to it: the line of the next act has no place any more.
  await window.locator('.status').evaluate((status) => status.replaceChildren())
  await window.keyboard.press('Control+6')
  await expect(window.getByRole('alert')).toContainText('窗口画面出错了')
  await window.keyboard.press('Enter')
  await expect(window.locator('.paper .block', { hasText: '渡口的木船' })).toBeVisible()
})

test('a save that fails is kept by the window, and is taken up when the page is opened again', async () => {
  const { window } = desk
  await caretAt(desk, '渡口的船每天', 0)
  // Another program holds the archive, so that no save comes through.
  const other = new Database(path.join(desk.userData, 'archive', 'banxin.db'))
  other.exec('BEGIN IMMEDIATE')
  await window.keyboard.type('老')
  const journal = () =>
    window.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('banxin.unsaved')).length)
  await expect.poll(journal, { timeout: 20_000 }).toBe(1)
  await expect(window.locator('.status-save[data-kind=failed]')).toBeVisible({ timeout: 20_000 })
  other.exec('ROLLBACK')
  other.close()
  await window.reload()
  await expect
    .poll(async () => (await texts(desk)).some((t) => t.startsWith('老渡口的船')), { timeout: 30_000 })
    .toBe(true)
  await expect
    .poll(async () => (await stored(desk)).some((t) => t.startsWith('老渡口的船')), { timeout: 30_000 })
    .toBe(true)
  await expect(window.locator('.status-save[data-kind=saved]')).toBeVisible()
  await expect.poll(journal).toBe(0)
})

test('a page that is left before it could be saved is saved by itself once the archive can be written, and that is told', async () => {
  const { window } = desk
  await caretAt(desk, '渡口的船每天', 0)
  const other = new Database(path.join(desk.userData, 'archive', 'banxin.db'))
  other.exec('BEGIN IMMEDIATE')
  await window.keyboard.type('老')
  await window.locator('.row-main').first().click()
  await expect(window.locator('.toast', { hasText: '“渡口的船”还没存上' })).toBeVisible({ timeout: 30_000 })
  await window.screenshot({ path: test.info().outputPath('left.png') })
  other.exec('ROLLBACK')
  other.close()
  // What is typed into the page that is open now is saved, and the page that was left is not waited for any longer.
  await expect(window.locator('.paper .block', { hasText: '渡口的船' })).toHaveCount(0)
  await window.locator('.paper .block').first().click()
  await window.keyboard.type('又')
  await expect(window.locator('.toast', { hasText: '先前没存上的“渡口的船”已存盘' })).toBeVisible({ timeout: 40_000 })
  const found = await desk.call('search.count', { query: '老渡口的船每天' })
  expect(found).toMatchObject({ total: 1 })
})

test('a window that can neither save nor keep what was typed asks before it closes', async () => {
  const { window, app, userData } = desk
  await caretAt(desk, '渡口的船每天', 0)
  const other = new Database(path.join(userData, 'archive', 'banxin.db'))
  other.exec('BEGIN IMMEDIATE')
  await window.evaluate(() => {
    for (let size = 1 << 20; size > 0; size >>= 1)
      for (let n = 0; ; n++)
        try {
          localStorage.setItem(`fill ${size} ${n}`, 'x'.repeat(size))
        } catch {
          break
        }
  })
  await window.keyboard.type('老')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const dialog = window.getByRole('dialog', { name: '最后的改动没能存盘' })
  await expect(dialog).toBeVisible()
  await window.screenshot({ path: test.info().outputPath('unkept.png') })
  await dialog.getByRole('button', { name: '先不关闭' }).click()
  other.exec('ROLLBACK')
  other.close()
  await saved(desk)
  await desk.close({ keep: true })

  spare.push(userData)
  desk = await launch({ userData })
  await expect.poll(async () => (await texts(desk)).some((t) => t.startsWith('老渡口的船'))).toBe(true)
})

test('what stood in the dialog for pasting when the program was killed is there again, until it is a page', async () => {
  const text = '# 渡口的雾\n\n雾散了船才开。'
  await desk.window.keyboard.press('Control+Shift+V')
  await desk.window.locator('dialog textarea').fill(text)
  await desk.window.getByRole('dialog').getByLabel('名称').fill('雾')
  const { userData } = desk
  spare.push(userData)
  await desk.window.waitForTimeout(1000)
  process.kill(desk.pid, 'SIGKILL')
  desk = await launch({ userData })
  const { window } = desk
  await window.waitForSelector('.row')
  await window.keyboard.press('Control+Shift+V')
  await expect(window.locator('dialog textarea')).toHaveValue(text)
  await window.screenshot({ path: test.info().outputPath('pasting.png') })
  await window.getByRole('button', { name: '建立版面' }).click()
  await expect(window.locator('.row-main[title="雾"]')).toBeVisible()
  await window.reload()
  await window.waitForSelector('.row')
  await window.keyboard.press('Control+Shift+V')
  await expect(window.locator('dialog textarea')).toHaveValue('')
})

test('undo is deep, and comes back with the page', async () => {
  const { window } = desk
  const id = await openId(desk)
  await caretAt(desk, '渡口的船每天', 0)
  for (let i = 0; i < 60; i++) await window.keyboard.press(i % 2 === 0 ? 'Control+4' : 'Control+0')
  await saved(desk)
  const kept = await desk.call('undo.get', { id })
  expect(kept.steps).toHaveLength(60)
  expect(JSON.stringify(kept).length).toBeLessThan(60 * 1200)
  await window.reload()
  await expect.poll(async () => (await texts(desk)).length).toBeGreaterThan(2)
  await expect(window.getByRole('button', { name: '撤销' })).toBeEnabled()
  await undo(60)
  await expect(window.getByRole('button', { name: '撤销' })).toBeDisabled()
})
