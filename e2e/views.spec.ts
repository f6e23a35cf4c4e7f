/** axe finds no violation in any view of the window, in the light, the dark and the high-contrast theme. */
import { expect, test } from '@playwright/test'
import { axeFinds } from './harness/axe.ts'
import { freshDesk } from './harness/fresh.ts'

/** Each view by the command that opens it, what shows that it is there, and what closes it. */
type View = {
  readonly name: string
  readonly open: string
  readonly seen: string
  readonly close?: string
}

const ESCAPE = 'Escape'
const VIEWS: readonly View[] = [
  { name: 'desk', open: '', seen: '.paper .block' },
  { name: 'palette', open: 'Control+k', seen: '.dialog-palette', close: ESCAPE },
  { name: 'keys', open: '快捷键…', seen: '.keys-list', close: ESCAPE },
  { name: 'paste', open: '粘贴为新版面…', seen: 'dialog textarea', close: ESCAPE },
  { name: 'help', open: '使用说明与关于', seen: '.help', close: ESCAPE },
  { name: 'batch', open: '成批核对…', seen: '.dialog-batch', close: ESCAPE },
  { name: 'states', open: '流程：审稿与校次…', seen: '.dialog-states', close: ESCAPE },
  { name: 'role menu', open: '更改角色…', seen: '[role=menu]', close: ESCAPE },
  { name: 'export menu', open: 'Control+e', seen: '[role=menu]', close: ESCAPE },
  { name: 'export', open: '导出选项与批量导出…', seen: 'dialog[open]', close: ESCAPE },
  { name: 'find', open: 'Control+f', seen: '.find', close: ESCAPE },
  { name: 'library', open: '版面库', seen: '.room-main', close: ESCAPE },
  { name: 'imports', open: '导入任务', seen: '.room-main', close: ESCAPE },
  { name: 'replace', open: '全库查找替换', seen: '.room-main', close: ESCAPE },
  { name: 'people', open: '署名人', seen: '.room-main', close: ESCAPE },
  { name: 'dictionary', open: '词典', seen: '.room-main', close: ESCAPE },
  { name: 'bin', open: '回收站', seen: '.room-main', close: ESCAPE },
  { name: 'backups', open: '备份与检查', seen: '.room-main', close: ESCAPE },
  { name: 'history', open: '版面历史', seen: '.room-main', close: ESCAPE },
  { name: 'preview', open: '版面预览', seen: '.sheet-paper', close: '版面预览' },
  { name: 'search', open: '检索档案', seen: '.finder-field' },
]

const desk = freshDesk('.paper .block')
test.beforeEach(async () => {
  await desk.window.locator('.paper .block').first().click()
  await desk.window.locator('.ledger-head').click()
})

/** Does what the palette finds first for `name`, or presses it where it is a key. */
async function run(name: string): Promise<void> {
  const { window } = desk
  if (name === '') return
  if (/^[\x20-\x7e]+$/.test(name)) return window.keyboard.press(name)
  await window.keyboard.press('Control+k')
  await window.locator('.palette-input').fill(name)
  await expect(window.locator('.palette-list [data-selected=true]')).toContainText(name)
  await window.keyboard.press('Enter')
  await expect(window.locator('.palette-input')).toHaveCount(0)
}

/** What a theme can change is colour: the first is asked for everything. */
const THEMES: readonly { readonly theme: string; readonly command: string; readonly rules?: readonly string[] }[] = [
  { theme: 'light', command: '外观：浅色' },
  { theme: 'dark', command: '外观：深色', rules: ['color-contrast'] },
  { theme: 'contrast', command: '外观：高对比', rules: ['color-contrast'] },
]

/** As many tests, so that they can run side by side. */
const TESTS = 3

test.describe.configure({ mode: 'parallel' })

for (let n = 0; n < TESTS; n++) {
  const views = VIEWS.filter((_, i) => i % TESTS === n)
  test(`axe finds nothing in any theme: ${views.map((v) => v.name).join(', ')}`, () => findNothing(views))
}

async function findNothing(views: readonly View[]): Promise<void> {
  test.setTimeout(240_000)
  const { window } = desk
  const html = window.locator('html')
  for (const { theme, command } of THEMES) {
    await run(command)
    await expect(html).toHaveAttribute('data-theme', theme)
  }
  const found: string[] = []
  for (const view of views) {
    await run(view.open)
    await expect(window.locator(view.seen).first(), view.name).toBeVisible({ timeout: 20_000 })
    for (const { theme, rules } of THEMES) {
      await html.evaluate(turn, theme)
      found.push(...(await axeFinds(window, `${view.name}, ${theme}`, rules)))
    }
    if (view.close !== undefined) await run(view.close)
    // A menu gives the focus back when it goes; one that opens before that would be closed by it.
    if (view.seen === '[role=menu]') await expect(window.locator(view.seen)).toHaveCount(0)
  }
  expect(found).toEqual([])
}

/** Turns the theme as the command does, but an open menu stays open; waits until nothing changes its colour any more. */
async function turn(element: HTMLElement, theme: string): Promise<void> {
  element.dataset['theme'] = theme
  const moving = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity)
  await Promise.allSettled(moving.map((a) => a.finished))
}

/** What axe does not see: how selected text in `selector` stands out from its paper, and its letters from what is behind them. */
const selectedIn = (selector: string) =>
  desk.window
    .locator(selector)
    .first()
    .evaluate((element) => {
      const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
      const luminance = (...layers: readonly string[]) => {
        for (const colour of layers) {
          pixel.fillStyle = colour
          pixel.fillRect(0, 0, 1, 1)
        }
        const [r = 0, g = 0, b = 0] = [...pixel.getImageData(0, 0, 1, 1).data]
          .map((x) => x / 255)
          .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper')
      const { color, backgroundColor } = getComputedStyle(element, '::selection')
      const behind = luminance(paper, backgroundColor)
      return { apart: ratio(behind, luminance(paper)), read: ratio(luminance(color), behind) }
    })

test('what is selected stands out and can be read in every theme', async () => {
  const html = desk.window.locator('html')
  for (const { theme } of THEMES) {
    await html.evaluate(turn, theme)
    const { apart, read } = await selectedIn('.block[data-role=credit]')
    expect.soft(apart, theme).toBeGreaterThan(1.3)
    expect.soft(read, theme).toBeGreaterThan(4.5)
  }
  // Light and dark it is lit by what is lit for the page.
  const { apart, read } = await selectedIn('.source-text')
  expect.soft(apart).toBeGreaterThan(4.5)
  expect.soft(read).toBeGreaterThan(4.5)
})
