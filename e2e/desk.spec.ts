/** A day at the desk: pages come in, what was typed and chosen outlives the program, and bad files are told. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './harness/launch.ts'
import { BRIDGE_PAGE, block, caretAt, importFile, openPage } from './harness/desk.ts'
import type { Launched } from './harness/launch.ts'

let folder: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-desk-'))
  desk = await launch()
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a UTF-8 and a GB18030 file become pages, and pasted text too', async () => {
  const utf8 = path.join(folder, 'utf8.txt')
  writeFileSync(utf8, BRIDGE_PAGE)
  await importFile(desk, utf8)
  await expect(block(desk, 'headline')).toHaveText('江口新桥今晨通车')

  const gb = path.join(folder, 'gb.txt')
  // 县里修好了三条路。
  writeFileSync(gb, Buffer.from('cfd8c0efd0debac3c1cbc8fdccf5c2b7a1a3', 'hex'))
  await importFile(desk, gb)
  await expect(desk.window.locator('.article-text')).toContainText('县里修好了三条路。')

  await desk.window.keyboard.press('Control+Shift+V')
  await desk.window.getByLabel('OCR 文本').fill('山里通了电话\n\n电话铃响的时候，全村人都来了。')
  await desk.window.getByRole('button', { name: '建立版面' }).click()
  await expect(desk.window.locator('.article-text').first()).toContainText('全村人都来了')
})

test('a pasted text that is no page yet is there again when the dialog is; the same text twice is one page', async () => {
  const { window } = desk
  const text = window.getByLabel('OCR 文本')
  await window.waitForSelector('.row')
  const paste = async (typed: string) => {
    await window.keyboard.press('Control+Shift+V')
    await text.fill(typed)
  }
  await paste('山里通了电话\n\n电话铃响的时候，全村人都来了。')
  await window.keyboard.press('Escape')
  await expect(text).toHaveCount(0)
  await window.keyboard.press('Control+Shift+V')
  await expect(text).toHaveValue('山里通了电话\n\n电话铃响的时候，全村人都来了。')
  await window.mouse.click(5, 400)
  await expect(text).toHaveCount(0)
  await window.keyboard.press('Control+Shift+V')
  await text.press('Control+Enter')
  await expect(window.locator('.article-text').first()).toContainText('全村人都来了')
  await expect(window.locator('.row')).toHaveCount(5)

  await window.locator('.row-main', { hasText: '柳叶巷' }).click()
  await expect(window.locator('.article-text').first()).not.toContainText('全村人都来了')
  await paste('山里通了电话\n\n电话铃响的时候，全村人都来了。')
  await text.press('Control+Enter')
  await expect(window.locator('.article-text').first()).toContainText('全村人都来了')
  await expect(window.locator('.toast')).toContainText('“山里通了电话”与档案里的一个版面完全相同')
  await expect(window.locator('.row')).toHaveCount(5)
  await window.keyboard.press('Control+Shift+V')
  await expect(text).toHaveValue('')
})

test('what was typed a second before the program is killed is there at the next start', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, BRIDGE_PAGE)
  await importFile(desk, file)
  await caretAt(desk, '桥上风很大', 0)
  await window.keyboard.type('（现场）')
  await window.waitForTimeout(1000)
  process.kill(desk.pid, 'SIGKILL')
  const { userData } = desk
  desk = await launch({ userData })
  await openPage(desk, 'page')
  await expect(desk.window.locator('.article-text').filter({ hasText: '（现场）桥上风很大' })).toBeVisible()
  await desk.close()
  rmSync(userData, { recursive: true, force: true })
  desk = await launch()
})

test('language and theme are remembered', async () => {
  const { window } = desk
  await window.waitForSelector('.row')
  await window.getByRole('button', { name: '切换到 English' }).click()
  await expect(window.getByRole('heading', { name: 'Pages', exact: true })).toBeVisible()
  await block(desk, 'paragraph').first().click()
  await window.waitForSelector('.status-role')
  // English says more in the same room: nothing of the shell may stand beyond the window.
  const beyond = () =>
    [...document.querySelectorAll('header, footer, .status, .status > *')]
      .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
      .map((e) => e.className)
  for (const width of [1440, 1180]) {
    await window.setViewportSize({ width, height: 800 })
    expect(await window.evaluate(beyond), `${width}`).toEqual([])
  }
  await window.getByRole('button', { name: 'Theme' }).click()
  await window.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await desk.close({ keep: true })
  const { userData } = desk
  desk = await launch({ userData })
  await expect(desk.window.getByRole('heading', { name: 'Pages', exact: true })).toBeVisible()
  await expect(desk.window.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('bad files get one clear sentence', async () => {
  const { window } = desk
  const cases: readonly [string, Buffer, RegExp][] = [
    ['empty.txt', Buffer.alloc(0), /文件是空的/],
    ['nul.txt', Buffer.alloc(200), /不是文本文件/],
  ]
  for (const [name, bytes, sentence] of cases) {
    const file = path.join(folder, name)
    writeFileSync(file, bytes)
    await importFile(desk, file)
    await expect(window.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }
})

test('the arrow keys go from story to story, and a selection takes a role as one', async () => {
  const { window } = desk
  await window.locator('.row-main[title^="海湾日报_20260318"]').click()
  // The page before it may have as many stories.
  await expect(window.locator('.row[data-current=true] .row-main[title^="海湾日报_20260318"]')).toBeVisible()
  const stories = window.locator('.article')
  await expect(stories.nth(2)).toBeAttached()
  const here = () => window.locator('.status-place').innerText()
  await stories.first().locator('.block').last().click()
  await window.keyboard.press('End')
  await window.keyboard.press('ArrowDown')
  await expect.poll(here).toContain('第 1 篇 · 第 1 块')
  await window.keyboard.press('ArrowUp')
  await expect.poll(here).toContain('报眉等')

  await caretAt(desk, '凌晨4时12分', 3)
  const count = await block(desk, 'note').count()
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Alt+2')
  await expect(block(desk, 'note')).toHaveCount(count + 2)
  await window.keyboard.press('Control+z')
  await expect(block(desk, 'note')).toHaveCount(count)
})
