/** The keyboard: changed keys, the whole window without the mouse, and keys that come before it is all there. */
import { expect, test } from '@playwright/test'
import { caretAt } from './harness/desk.ts'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.paper .block')

const tab = (n: number) => desk.window.getByRole('tab').nth(n)
const shot = (name: string) => desk.window.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('a key is changed, runs its command, lives on, meets another, and is given back', async () => {
  const row = (name: string) => desk.window.locator('.keys-row', { hasText: name })
  await desk.window.keyboard.press('F1')
  await desk.window.getByPlaceholder('按名称、拼音或键位查找').fill('zhuanzhu')
  await row('专注模式').locator('.keys-key').click()
  await desk.window.keyboard.press('Control+k')
  await expect(desk.window.locator('.keys-note')).toContainText('已用于“命令面板”')
  await shot('keys-conflict')
  await desk.window.keyboard.press('Control+Alt+j')
  await expect(row('专注模式')).toContainText('Ctrl+Alt+J')
  await shot('keys')
  await desk.window.keyboard.press('Escape')
  await desk.window.keyboard.press('Control+Alt+j')
  await expect(desk.window.locator('.source')).toHaveCount(0)
  await desk.window.keyboard.press('F9')
  await expect(desk.window.locator('.source')).toHaveCount(0)
  await desk.again()
  await desk.window.keyboard.press('Control+Alt+j')
  await expect(desk.window.locator('.source')).toBeVisible()
  await desk.window.keyboard.press('F1')
  await desk.window.getByRole('button', { name: '全部恢复默认' }).click()
  await desk.window.keyboard.press('Escape')
  await desk.window.keyboard.press('F9')
  await expect(desk.window.locator('.source')).toHaveCount(0)
})

test('F6 goes from pane to pane, the skip links lead on, Tab is caught nowhere', async () => {
  const { window } = desk
  const inside = () =>
    window.evaluate(() => {
      const pane = document.activeElement?.closest(
        '.library, .editor, .source, .status, .header, .skip, .page-tabs, .gutter',
      )
      return pane?.className.split(' ')[0] ?? ''
    })
  await window.locator('.row-main').first().focus()
  for (const pane of ['editor', 'source', 'status', 'header', 'library', 'editor']) {
    await window.keyboard.press('F6')
    await expect.poll(inside).toBe(pane)
  }
  await window.keyboard.press('Shift+F6')
  await expect.poll(inside).toBe('library')

  await window.evaluate(() => (document.activeElement as HTMLElement).blur())
  await window.keyboard.press('Tab')
  if ((await inside()) !== 'skip') await window.getByRole('button', { name: '跳到版面正文' }).focus()
  await shot('skip')
  await window.keyboard.press('Enter')
  await expect.poll(inside).toBe('editor')

  const seen = new Set<string>()
  await window.getByRole('button', { name: '跳到版面正文' }).focus()
  for (let i = 0; i < 90; i++) {
    await window.keyboard.press('Tab')
    seen.add(await inside())
  }
  for (const pane of ['header', 'page-tabs', 'library', 'editor', 'source', 'status']) expect([...seen]).toContain(pane)
})

test('by keys alone: what the palette opened is left for the text, a choice is one stop, and a key presses the main button', async () => {
  const { window } = desk
  const { keyboard } = window
  await caretAt(desk, '临川市柳叶巷', 2)
  await keyboard.press('Control+k')
  await keyboard.insertText('导出…')
  await keyboard.press('Enter')
  await expect(window.locator('[role=menuitem]:focus')).toHaveCount(1)
  await keyboard.press('Escape')
  await expect(window.locator('.article-text').first()).toBeFocused()

  await keyboard.press('Control+Shift+E')
  const radio = (name: string) => window.getByRole('radio', { name })
  await expect(radio('当前版面')).toBeFocused()
  // As long as a finger: what the key chooses is chosen while it is down.
  await keyboard.press('ArrowRight', { delay: 100 })
  await expect(radio('同期各版')).toBeFocused()
  await expect(radio('同期各版')).toBeChecked()
  await keyboard.press('Shift+Tab')
  await expect(radio('同期各版')).not.toBeFocused()
  await keyboard.press('Tab')
  await expect(radio('同期各版')).toBeFocused()
  await keyboard.press('Tab')
  await expect(window.getByRole('checkbox').first()).toBeFocused()
  await keyboard.press('Shift+Tab')
  await desk.app.evaluate(({ app, dialog }) => {
    dialog.showSaveDialog = async () => {
      app.setName('asked')
      return { canceled: true, filePath: '' }
    }
  })
  await keyboard.press('Control+Enter')
  await expect.poll(() => desk.app.evaluate(({ app }) => app.getName())).toBe('asked')
  await expect(window.getByRole('dialog').getByRole('button', { name: '导出…' })).toBeEnabled()
  await keyboard.press('Escape')

  await keyboard.press('Control+Shift+V')
  await keyboard.insertText('# 渡口的灯\n\n灯亮了一夜。\n')
  await keyboard.press('Control+Enter')
  await expect(tab(1)).toHaveAttribute('aria-selected', 'true')
  await expect(window.locator('.paper .block').first()).toHaveText('渡口的灯')
})

test('a click into a field closes a menu, and what is typed is in the field', async () => {
  const { window } = desk
  const field = window.getByPlaceholder('筛选版面')
  const menu = window.getByRole('menu')
  const text = window.locator('.article-text').first()
  for (const open of [() => window.locator('.role-label').nth(1).click(), () => window.keyboard.press('Control+e')]) {
    await text.locator('.block').first().click()
    await open()
    await expect(menu).toBeVisible()
    await field.click()
    await expect(menu).toHaveCount(0)
    // The menu asks for the caret a moment after it has gone.
    await window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
    await window.keyboard.insertText('灯')
    await expect(field).toHaveValue('灯')
    await field.fill('')
  }
  await window.locator('.role-label').nth(1).click()
  await expect(menu).toBeVisible()
  await window.locator('.editor-scroll').click({ position: { x: 10, y: 200 } })
  await expect(text).toBeFocused()
})

test('a key that comes before the commands are there is done when they are', async () => {
  const { window } = desk
  // As soon as the document is there, long before anything is drawn.
  await window.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const key = { key: 'F1', code: 'F1', shiftKey: true, bubbles: true, cancelable: true }
      setTimeout(() => document.body.dispatchEvent(new KeyboardEvent('keydown', key)))
    })
  })
  await window.reload()
  await expect(window.getByRole('heading', { name: '从拿到文本到交出版面' })).toBeVisible()
})

test('so is what is chosen in the native menu before they are there', async () => {
  const { app, window } = desk
  await app.evaluate(({ BrowserWindow, Menu }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.once('dom-ready', () =>
      Menu.getApplicationMenu()?.getMenuItemById('page.paste')?.click(),
    ),
  )
  await window.reload()
  await expect(window.getByRole('dialog', { name: '粘贴为新版面' })).toBeVisible()
})
