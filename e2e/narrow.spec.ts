/** A narrow window, or one under a large zoom: everything is inside it, and panes come when they are asked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freshDesk } from './harness/fresh.ts'

// A laptop's screen under a zoom of 200 %, in CSS pixels.
const desk = freshDesk('.paper .block', { size: { width: 640, height: 400 } })

/** What stands in `selector` and reaches out of it. */
const outside = (selector: string): Promise<string[]> =>
  desk.window.locator(selector).evaluate((box) => {
    const { left, right } = box.getBoundingClientRect()
    return [...box.querySelectorAll<HTMLElement>('button, input, select, p, span')]
      .map((element) => [element.className, element.getBoundingClientRect()] as const)
      .filter(([, place]) => place.width > 0 && (place.left < left - 1 || place.right > right + 1))
      .map(([name]) => name)
  })

test('a pane that is asked for takes the room of another, and all come back when the window is wide', async () => {
  const { window } = desk
  const source = window.getByRole('toolbar', { name: '工具栏' }).getByRole('button', { name: 'OCR 原文' })
  const list = window.getByRole('button', { name: '版面列表', exact: true })
  await expect(window.locator('.library')).toBeVisible()
  await expect(window.locator('.source')).toHaveCount(0)
  await expect(source).toHaveAttribute('aria-pressed', 'false')
  await expect(window.getByRole('button', { name: '跳到版面列表' })).toHaveCount(1)
  await expect(window.getByRole('button', { name: /^跳到.*原文/ })).toHaveCount(0)
  await source.click()
  await expect(window.locator('.source')).toBeVisible()
  await expect(window.locator('.library')).toHaveCount(0)
  await expect(source).toHaveAttribute('aria-pressed', 'true')
  await list.click()
  await expect(window.locator('.library')).toBeVisible()
  await expect(window.locator('.source')).toHaveCount(0)
  await window.keyboard.press('Control+Shift+P')
  await expect(window.locator('.preview .sheet-paper')).toBeVisible()
  await expect(window.locator('.library')).toHaveCount(0)
  await window.keyboard.press('Control+Shift+P')
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 800))
  await expect(window.locator('.library')).toBeVisible()
})

test('the tools stand in a small window under a zoom of 200 %', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'English' }).first().click()
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.25))
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(512)
  expect(await outside('.header')).toEqual([])
  await expect(window.getByRole('heading', { name: 'Banxin' })).toHaveCount(1)
})

test('the library of a narrow window shows its pages, and all that can be done with them', async () => {
  const { window } = desk
  await window.keyboard.press('Control+Shift+B')
  await window.locator('.shelves .column-row').nth(1).click()
  await expect(window.locator('.column-issues')).toBeVisible()
  const row = window.locator('.grid-row').first()
  await row.focus()
  await window.keyboard.press('Control+a')
  await expect(window.getByRole('button', { name: '移入回收站', exact: true })).toBeVisible()
  for (const place of ['.bulk', '.grid-head', '.grid-row', '.column-issues'])
    expect(await outside(place), place).toEqual([])
  const { width } = (await row.locator('[data-column=title]').boundingBox()) ?? { width: 0 }
  expect(width).toBeGreaterThan(80)
})

test('what files are is corrected in a narrow window, and their report read', async () => {
  const { window } = desk
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-narrow-'))
  for (const n of [1, 2, 3])
    writeFileSync(path.join(folder, `A0${n}.txt`), `第${n}盏灯\n\n入夜以后，第${n}盏灯亮起来。`)
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)
  await window.keyboard.press('Control+Alt+o')
  await expect(window.locator('.correction-row[data-known]')).toHaveCount(3)
  for (const place of ['.correction-head', '.correction-all', '.correction-names', '.correction-row[data-known]'])
    expect(await outside(`${place} >> nth=0`), place).toEqual([])
  await window.getByLabel('A02.txt 的报纸').fill('青浦日报')
  await window.getByRole('button', { name: '导入 3 个文件' }).click()
  await expect(window.locator('.job[data-state=done]')).toBeVisible({ timeout: 60_000 })
  for (const place of ['.report-head', '.report-row']) expect(await outside(`${place} >> nth=0`), place).toEqual([])
  await window.getByRole('tab', { name: /失败/ }).click()
  await expect(window.locator('.report')).toContainText('没有这样的文件')
  rmSync(folder, { recursive: true, force: true })
})

test('the status line keeps inside a window in English, whatever it has to say', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'English' }).first().click()
  await window.locator('.article-text[contenteditable] .block').nth(1).click()
  await window.keyboard.press('Shift+ArrowRight')
  await expect(window.locator('.status-words[data-of=selection]')).toHaveText('1 selected')
  expect(await outside('.status')).toEqual([])
  await window.keyboard.press('Control+3')
  await expect(window.locator('.status-act')).toBeVisible()
  expect(await outside('.status')).toEqual([])
})

test('the page list says its doubts whole in English, and the tool of a row stands beside them', async () => {
  const { window } = desk
  await window.getByRole('button', { name: 'English' }).first().click()
  const rows = window.locator('.row')
  await expect(window.locator('.row-doubts')).toHaveCount(await rows.count())
  const cut = () =>
    rows.evaluateAll(
      (all) =>
        all.filter((row) => {
          const doubts = row.querySelector('.row-doubts')!.getBoundingClientRect()
          return doubts.right > row.querySelector('.row-tool')!.getBoundingClientRect().left + 4
        }).length,
    )
  await expect(window.locator('.row-doubts').first()).toContainText('doubt')
  expect(await cut()).toBe(0)
})

test('nothing of the bars, dialogs and rooms reaches out of the window', async () => {
  const { window } = desk
  await window.locator('.paper .block').first().click()
  expect(await outside('.header')).toEqual([])
  expect(await outside('.status')).toEqual([])
  await window.keyboard.press('Control+f')
  await expect(window.locator('.find')).toBeVisible()
  expect(await outside('.find')).toEqual([])
  await window.keyboard.press('Escape')
  await window.keyboard.press('F8')
  await expect(window.locator('.doubt-bar')).toBeVisible()
  expect(await outside('.doubt-bar')).toEqual([])
  await window.keyboard.press('Control+Shift+E')
  await expect(window.getByRole('dialog', { name: '导出' })).toBeVisible()
  expect(await outside('dialog[open]')).toEqual([])
  await window.getByRole('button', { name: '导出…' }).click({ trial: true })
  await window.keyboard.press('Escape')
  for (const key of ['Control+Shift+B', 'Control+Shift+I', 'Control+Shift+Y']) {
    await window.keyboard.press(key)
    await expect(window.locator('.room-head')).toBeVisible()
    expect(await outside('.room-head')).toEqual([])
    // Nothing lies over what closes the room.
    await window.locator('.rooms-close').click()
    await expect(window.locator('.room-head')).toHaveCount(0)
  }
})
