/** One page at the desk: it is marked and corrected, outlives its archive process and what others do to it, and leaves as files. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { conflictOver } from './harness/conflict.ts'
import { archiveProcess } from './harness/launch.ts'
import { BRIDGE_PAGE, caretAt, deskWithPage, saved, texts } from './harness/desk.ts'

const desk = deskWithPage('page', BRIDGE_PAGE)

test('roles, joining, splitting, moving, and undo of all that', async () => {
  const { window } = desk()
  await window.waitForSelector('.article-text[contenteditable]')
  const before = await texts(desk())

  await caretAt(desk(), '桥上风很大', 2)
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
  await expect.poll(async () => (await texts(desk())).at(-1)).not.toContain('桥上甲')
  await window.keyboard.press('Alt+ArrowDown')
  await expect.poll(async () => (await texts(desk())).at(-1)).toContain('桥上甲')

  await caretAt(desk(), '江口新桥今天', 1)
  const count = (await texts(desk())).length
  await window.keyboard.press('Control+j')
  await expect.poll(async () => (await texts(desk())).length).toBe(count - 1)

  for (let i = 0; i < 20; i++) await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
  await expect(window.getByRole('button', { name: '撤销' })).toBeDisabled()
  for (let i = 0; i < 20; i++) await window.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await texts(desk())).length).toBe(count - 1)
  await saved(desk())
})

test('a line that begins where a join was is drawn as any other', async () => {
  const { window } = desk()
  await caretAt(desk(), '江口新桥今天', 0)
  for (const _ of '江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开')
    await window.keyboard.press('Delete')
  await expect(window.locator('.block', { hasText: /^往城北/ })).toBeVisible()
  // A role whose lines stay lines.
  await window.keyboard.press('Control+8')
  await window.keyboard.press('Shift+Enter')
  await saved(desk())
  await window.keyboard.press('ArrowUp')
  await window.keyboard.type('夜里')
  await expect.poll(() => texts(desk())).toContain('夜里\n往城北的早班公交车。')
})

test('the role menu, the source and its lit characters', async () => {
  const { window } = desk()
  await window.locator('.source-text p', { hasText: '桥上风很大' }).click()
  await expect(window.locator('.status')).toContainText('正文')
  const lit = async () => (await window.locator('.source-text [data-lit~=lit]').allTextContents()).join('')
  await expect.poll(lit).toContain('桥上风很大')
  await window.keyboard.press('Control+.')
  await window.getByRole('menuitem', { name: /提要/ }).click()
  await expect(window.locator('.block[data-role=standfirst]', { hasText: '桥上风很大' })).toBeVisible()
  await window.keyboard.type('乙')
  await expect(window.locator('.block[data-role=standfirst]')).toContainText('乙')
})

test('an archive process that dies takes nothing with it', async () => {
  const { window } = desk()
  await caretAt(desk(), '桥上风很大', 0)
  process.kill(await archiveProcess(desk().pid), 'SIGKILL')
  await window.keyboard.type('风雨')
  await saved(desk())
  await expect(window.locator('.article-text').filter({ hasText: '风雨桥上风很大' })).toBeVisible()
})

test('the page leaves as HTML and as PDF', async () => {
  const { window, app } = desk()
  for (const [name, extension, head] of [
    [/HTML|网页/, 'html', '<!doctype html'],
    [/PDF/, 'pdf', '%PDF-'],
  ] as const) {
    const target = test.info().outputPath(`out.${extension}`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await window.keyboard.press('Control+e')
    await window.getByRole('menuitem', { name }).first().click()
    await expect.poll(() => existsSync(target), { timeout: 20_000 }).toBe(true)
    expect(readFileSync(target).subarray(0, 20).toString('latin1').toLowerCase()).toContain(head.toLowerCase())
  }
})

test('a page that another program changed is never overwritten, and neither version is lost', async () => {
  const { window } = desk()
  await caretAt(desk(), '桥上风很大', 0)
  await conflictOver(desk(), [['等了二十年。', '等了二十年。别处改的']], '我改的')
  await window.locator('.status-save').click()
  await window.getByRole('button', { name: '采用档案里的' }).click()
  await expect(window.locator('.paper')).toContainText('别处改的')
  await expect(window.locator('.paper')).not.toContainText('我改的')
  await caretAt(desk(), '桥上风很大', 0)
  await window.keyboard.press('Control+z')
  await expect(window.locator('.paper')).toContainText('我改的')
  await saved(desk())
})
