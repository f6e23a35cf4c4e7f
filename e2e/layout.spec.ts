/** The finished page beside the text: it follows the typing, leads back to the words, is arranged by hand and exported as it stands. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { dropPicture, importFile, openId } from './harness/desk.ts'
import { launch, root } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

const PATIENCE = 60_000

let folder: string
let desk: Launched

test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-layout-'))
  desk = await launch()
  const { window } = desk
  await window.waitForSelector('.paper', { timeout: PATIENCE })
  await importFile(desk, path.join(root, 'resources/samples/海湾日报_20260318_A01.txt'))
  await window.keyboard.press('Control+Shift+p')
  await window.waitForSelector('.sheet-painted g[data-block]', { timeout: PATIENCE })
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The words of a block as the sheet shows them. */
const onSheet = (block: string) => desk.window.locator(`.sheet-painted g[data-block="${block}"]`)

test('the page follows the typing, and a click on it leads to the words', async () => {
  const { window } = desk
  const paragraph = window.locator('.article-text[contenteditable] .block[data-role=paragraph]').first()
  const id = (await paragraph.getAttribute('data-block')) ?? ''
  await paragraph.click({ position: { x: 200, y: 12 } })
  await window.keyboard.type('潮声')
  await expect.poll(async () => (await onSheet(id).allTextContents()).join(''), { timeout: PATIENCE }).toContain('潮声')
  await expect(window.locator('.sheet-caret')).toHaveCount(1)

  const crosshead = window.locator('.article-text .block[data-role=crosshead]').first()
  const target = (await crosshead.getAttribute('data-block')) ?? ''
  await onSheet(target).first().scrollIntoViewIfNeeded()
  await onSheet(target).first().click()
  await expect(window.locator('.status-role[data-role=crosshead]')).toBeVisible()
})

test('the sheet is drawn to the same measure in either language of the window', async () => {
  const { window } = desk
  await expect(window.locator('.sheet')).toHaveAttribute('aria-busy', 'false', { timeout: PATIENCE })
  const lengths = () =>
    window
      .locator('.sheet-painted text')
      .evaluateAll((texts) => texts.map((t) => (t as SVGTextElement).getComputedTextLength().toFixed(1)).join(' '))
  // Headings are broken anew when the segmenter has their words; what that changes is no matter of the language.
  await expect(async () => {
    const chinese = await lengths()
    expect(chinese.length).toBeGreaterThan(1000)
    await window.getByRole('button', { name: '切换到 English' }).click()
    await expect(window.locator('html')).toHaveAttribute('lang', 'en')
    const english = await lengths()
    await window.getByRole('button', { name: 'Switch to Chinese (中文)' }).click()
    await expect(window.locator('html')).toHaveAttribute('lang', 'zh-Hans')
    expect(english).toBe(chinese)
  }).toPass({ timeout: PATIENCE })
})

test('a frame is resized on the grid, undone, kept, and printed where it stands', async () => {
  const { window, app } = desk
  await window.keyboard.press('Control+Shift+m')
  const frame = window.locator('.frame').nth(1)
  await frame.focus()
  const height = async () => Number(await frame.getAttribute('height'))
  const before = await height()
  await frame.press('Shift+ArrowUp')
  await expect.poll(height, { timeout: PATIENCE }).not.toBe(before)
  const step = before - (await height())
  for (let i = 0; i < 2; i++) await frame.press('Shift+ArrowUp')
  const resized = before - 3 * step
  await expect.poll(height, { timeout: PATIENCE }).toBeCloseTo(resized)
  for (let i = 0; i < 3; i++) await frame.press('Control+z')
  await expect.poll(height, { timeout: PATIENCE }).toBeCloseTo(before)
  for (let i = 0; i < 3; i++) await window.getByRole('button', { name: '重做拼版' }).click()
  await expect.poll(height, { timeout: PATIENCE }).toBeCloseTo(resized)

  await window.getByRole('button', { name: '固定位置' }).click()
  const id = await openId(desk)
  const kept = async () => (await desk.call('layout.get', { id })).placement
  const pinned = async () => (await kept())?.frames.filter((f) => f.pinned) ?? []
  await expect.poll(async () => (await pinned()).length, { timeout: PATIENCE }).toBe(1)

  // Proposed anew, the other stories flow around the one that is pinned.
  const [mine, byHand] = [await pinned(), await kept()]
  await window.getByRole('button', { name: '重新自动拼版' }).click()
  await expect.poll(kept, { timeout: PATIENCE }).not.toEqual(byHand)
  expect(await pinned()).toEqual(mine)

  const pdf = path.join(folder, 'page.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, pdf)
  await window.keyboard.press('Control+e')
  await window.getByRole('menuitem', { name: /印刷版面/ }).click()
  await expect.poll(() => existsSync(pdf), { timeout: PATIENCE }).toBe(true)
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

test('another template, a copy of it changed, and the page follows', async () => {
  const { window } = desk
  const width = () => window.locator('.sheet-paper').getAttribute('viewBox')
  await window.locator('.preview-template').click()
  await window.getByRole('menuitemradio', { name: /都市报.*对开/ }).click()
  // 390 mm are 1105.5 points
  await expect.poll(width, { timeout: PATIENCE }).toContain('0 0 1105.5')
  await window.locator('.preview-template').click()
  await window.getByRole('menuitem', { name: /复制当前版式/ }).click()
  await window.getByLabel('成品宽').fill('400')
  await expect.poll(width, { timeout: PATIENCE }).toContain('0 0 1133.8')
  await window.getByRole('button', { name: '保存版式' }).click()
  await expect(window.locator('.preview-template')).toContainText('副本')
  await expect.poll(async () => (await desk.call('template.list', {})).map((t) => t.trim.width)).toEqual([400])
})

test('a proof goes to the printer on A3, and the next one marks what changed since one was printed; pictures stand in the preview', async () => {
  const { window, app } = desk
  /** What the system's dialog answers from now on: nothing while it stands open. */
  const answers = (printed: boolean, reason: string) =>
    app.evaluate(
      ({ BrowserWindow }, answer) => {
        const { webContents } = BrowserWindow.getAllWindows()[0] ?? {}
        const shown = globalThis as { answer?: () => void; asked?: number }
        if (!webContents) return
        webContents.print = (_, told) => {
          shown.asked = (shown.asked ?? 0) + 1
          shown.answer = () => told?.(answer.printed, answer.reason)
        }
      },
      { printed, reason },
    )
  const print = async () => {
    await window.keyboard.press('Control+p')
    await expect(window.locator('.proof-print')).toBeAttached({ timeout: PATIENCE })
    await expect.poll(() => app.evaluate(() => 'answer' in globalThis)).toBe(true)
  }
  const answer = async () => {
    await app.evaluate(() => {
      const shown = globalThis as { answer?: () => void }
      shown.answer?.()
      delete shown.answer
    })
    await expect(window.locator('.proof-print')).not.toBeAttached()
  }
  /** Bars at the side of lines that changed are drawn in this blue. */
  const changed = () => window.locator('.proof-print [fill="#2699ff"]').count()
  await answers(true, '')
  await window.keyboard.press('Control+p')
  await print()
  expect(await changed()).toBe(0)
  await expect(window.locator('.proof-print svg')).toHaveCount(1)
  await expect(window.locator('.proof-print')).toBeHidden()
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
    })
    return bytes?.toString('latin1') ?? ''
  })
  writeFileSync(test.info().outputPath('proof.pdf'), pdf, 'latin1')
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 1191])

  await answer()

  const paragraph = window.locator('.article-text[contenteditable] .block[data-role=paragraph]').first()
  await paragraph.click({ position: { x: 200, y: 12 } })
  await window.keyboard.type('潮声')
  for (const reason of ['Print job canceled', 'Print job failed']) {
    // What is not printed is no proof: the next one marks it again.
    await answers(false, reason)
    await print()
    await expect.poll(changed).toBeGreaterThan(0)
    await answer()
  }
  await expect(window.locator('.toast', { hasText: 'Print job failed' })).toHaveCount(1)
  await expect(window.locator('.toast', { hasText: 'Print job canceled' })).toHaveCount(0)
  await answers(true, '')
  await print()
  expect(await changed()).toBeGreaterThan(0)
  await answer()
  await print()
  expect(await changed()).toBe(0)
  await answer()
  // The key pressed twice at first was one proof: a second would have taken its sheets away.
  expect(await app.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(5)

  const caption = window.locator('.article-text[contenteditable] .block[data-role=caption]').first()
  await caption.click()
  await window.keyboard.press('Alt+p')
  await expect(window.locator('.block[data-picture]')).toHaveCount(1)
  await dropPicture(desk, 'tide.png')
  await expect(window.locator('.sheet-painted image[href^="blob:"]')).toHaveCount(1, { timeout: PATIENCE })
  await window.screenshot({ path: test.info().outputPath('preview.png') })
})
