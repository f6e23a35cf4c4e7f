/** A day at the desk: a page comes in, is corrected and marked, survives a killed program, and leaves as files. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { archiveProcess, launch } from './harness/launch.ts'
import { block, caretAt, importFile, openPage, saved, texts } from './harness/desk.ts'
import type { Launched } from './harness/launch.ts'

const SOURCE = `# 江口新桥今晨通车

记者 林一舟

江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开

新桥全长一千二百米。（本报记者摄）

往城北的早班公交车。

桥上风很大。老人们说，等这座桥等了二十年。
`

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
  writeFileSync(utf8, SOURCE)
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

test('roles, joining, splitting, moving, and undo of all that', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  await window.waitForSelector('.article-text[contenteditable]')
  const before = await texts(desk)

  await caretAt(desk, '桥上风很大', 2)
  await window.keyboard.press('Control+6')
  await expect(window.locator('.block[data-role=crosshead]', { hasText: '桥上风很大' })).toBeVisible()
  await window.keyboard.press('Control+0')
  await expect(window.locator('.block[data-role=paragraph]', { hasText: '桥上风很大' })).toBeVisible()

  await window.keyboard.type('甲')
  await expect(window.locator('.block', { hasText: '桥上甲风很大' })).toBeVisible()

  await window.keyboard.press('Enter')
  await expect(window.locator('.block', { hasText: /^桥上甲$/ })).toBeVisible()
  await window.keyboard.press('Backspace')
  await expect(window.locator('.block', { hasText: '桥上甲风很大' })).toBeVisible()

  await window.keyboard.press('Alt+ArrowUp')
  await expect.poll(async () => (await texts(desk)).at(-1)).not.toContain('桥上甲')
  await window.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await texts(desk)).at(-1)).toContain('桥上甲')

  await caretAt(desk, '江口新桥今天', 1)
  const count = (await texts(desk)).length
  await window.keyboard.press('Control+j')
  await expect.poll(async () => (await texts(desk)).length).toBe(count - 1)

  for (let i = 0; i < 20; i++) await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk)).toEqual(before)
  await expect(window.getByRole('button', { name: '撤销' })).toBeDisabled()
  for (let i = 0; i < 20; i++) await window.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await texts(desk)).length).toBe(count - 1)
  await saved(desk)
})

test('the role menu, the source and its lit characters', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  await window.locator('.source-text p', { hasText: '桥上风很大' }).click()
  await expect(window.locator('.status')).toContainText('正文')
  const lit = () => window.evaluate(() => [...(CSS.highlights.get('source-lit') ?? [])].map(String).join(''))
  await expect.poll(lit).toContain('桥上风很大')
  await window.keyboard.press('Control+.')
  await window.getByRole('menuitem', { name: /提要/ }).click()
  await expect(window.locator('.block[data-role=standfirst]', { hasText: '桥上风很大' })).toBeVisible()
  await window.keyboard.type('乙')
  await expect(window.locator('.block[data-role=standfirst]')).toContainText('乙')
})

test('what was typed a second before the program is killed is there at the next start', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
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

test('an archive process that dies takes nothing with it', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  await caretAt(desk, '桥上风很大', 0)
  process.kill(await archiveProcess(desk.pid), 'SIGKILL')
  await window.keyboard.type('风雨')
  await saved(desk)
  await expect(window.locator('.article-text').filter({ hasText: '风雨桥上风很大' })).toBeVisible()
})

test('the page leaves as HTML and as PDF', async () => {
  const { window, app } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  for (const [name, extension, head] of [
    [/HTML|网页/, 'html', '<!doctype html'],
    [/PDF/, 'pdf', '%PDF-'],
  ] as const) {
    const target = path.join(folder, `out.${extension}`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await window.keyboard.press('Control+e')
    await window.getByRole('menuitem', { name }).first().click()
    await expect.poll(() => existsSync(target), { timeout: 20_000 }).toBe(true)
    expect(readFileSync(target).subarray(0, 20).toString('latin1').toLowerCase()).toContain(head.toLowerCase())
  }
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
  const stories = window.locator('.article')
  await expect(stories.nth(2)).toBeAttached()
  const here = () => window.locator('.status-place').innerText()
  await stories.first().locator('.block').last().click()
  await window.keyboard.press('End')
  await window.keyboard.press('ArrowDown')
  await expect.poll(here).toContain('第 2 篇 · 第 1 块')
  await window.keyboard.press('ArrowUp')
  await expect.poll(here).toContain('第 1 篇')

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

test('a page that another program changed is never overwritten, and neither version is lost', async () => {
  const { window } = desk
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  await caretAt(desk, '桥上风很大', 0)
  const changeElsewhere = (mark: string) =>
    window.evaluate(async (text) => {
      const id = Number(document.querySelector<HTMLElement>('.row[data-current=true] [data-page]')?.dataset['page'])
      const reply = await globalThis.window.banxin.call('page.get', { id })
      const opened = (reply as { value: { page: { articles: { blocks: { text: string }[] }[] }; revision: number } })
        .value // as the contract has it
      const { page, revision } = opened
      const last = page.articles.at(-1)?.blocks.at(-1)
      if (last) last.text += text
      await globalThis.window.banxin.call('page.save', { id, revision, page })
    }, mark)

  await changeElsewhere('别处改的')
  await window.keyboard.type('我改的')
  await expect(window.locator('.status-save[data-kind=conflict]')).toBeVisible()
  await window.locator('.status-save').click()
  await window.getByRole('button', { name: '采用档案里的' }).click()
  await expect(window.locator('.paper')).toContainText('别处改的')
  await expect(window.locator('.paper')).not.toContainText('我改的')
  await caretAt(desk, '桥上风很大', 0)
  await window.keyboard.press('Control+z')
  await expect(window.locator('.paper')).toContainText('我改的')
  await saved(desk)
})
