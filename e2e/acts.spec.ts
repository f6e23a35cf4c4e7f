/** The acts of the trade, by keys alone: join, part, lift, move, gather, set aside; each is one undo step and told in the status line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { block, caretAt, dropPicture, importFile, saved, texts } from './harness/desk.ts'
import { launch } from './harness/launch.ts'
import type { Launched } from './harness/launch.ts'

const SOURCE = `# 江口新桥今晨通车

江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开图为清晨的江口新桥。往城北的早班公交车。

茶农在山坡上采茶。本报记者 李平摄

## 桥下的早市

桥下的早市四点就开了。

## 桥上的风

桥上风很大。老人们说，等这座桥等了二十年。

记者 林一舟
`

let folder: string
let desk: Launched
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-acts-'))
  desk = await launch()
  const file = path.join(folder, 'page.txt')
  writeFileSync(file, SOURCE)
  await importFile(desk, file)
  await desk.window.waitForSelector('.article-text[contenteditable]')
  // However many stories were read, the journey begins with one.
  while ((await desk.window.locator('.article').count()) > 1) {
    const count = await desk.window.locator('.article').count()
    await caretAt(desk, await desk.window.locator('.article').nth(1).locator('.block').first().innerText(), 0)
    await desk.window.keyboard.press('Control+Shift+j')
    await expect(desk.window.locator('.article')).toHaveCount(count - 1)
  }
  for (const heading of ['桥下的早市', '桥上的风']) {
    await desk.window.locator('.block', { hasText: new RegExp(`^${heading}$`) }).click()
    await desk.window.keyboard.press('Control+6')
  }
  await expect(block(desk, 'crosshead')).toHaveText(['桥下的早市', '桥上的风'])
})
test.afterEach(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const told = () => desk.window.locator('.status-act')
const select = async (text: string, offset: number, length: number) => {
  await caretAt(desk, text, offset)
  await desk.window.keyboard.down('Shift')
  for (let i = 0; i < length; i++) await desk.window.keyboard.press('ArrowRight')
  await desk.window.keyboard.up('Shift')
}

test('each act is one key, one undo step and one line', async () => {
  const { window } = desk
  const before = await texts(desk)

  // The caption inside the paragraph is lifted out, and the sentence heals.
  await select('是一班从城南开', 7, '图为清晨的江口新桥。'.length)
  await window.keyboard.press('Control+l')
  await expect(block(desk, 'caption').filter({ hasText: /^图为清晨的江口新桥。$/ })).toBeVisible()
  await expect(window.locator('.block', { hasText: '从城南开往城北的早班公交车。' })).toBeVisible()
  await expect(told()).toContainText('→')
  const marks = () => window.evaluate(() => [...(CSS.highlights.get('join') ?? [])].map(String).join())
  await expect.poll(marks).toBe('开往')
  await window.screenshot({ path: test.info().outputPath('lifted.png') })
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk)).toEqual(before)

  // Where the caret is in a joined block the join is undone and made again.
  await caretAt(desk, '是一班从城南开', 7)
  await window.keyboard.press('Control+Enter')
  await expect(window.locator('.block', { hasText: /^图为清晨的江口新桥。往城北/ })).toBeVisible()
  await window.keyboard.press('Control+ArrowUp')
  await window.keyboard.press('Control+j')
  await expect.poll(() => texts(desk)).toEqual(before)
  await expect(window.locator('.join-count')).toHaveText('⌒1')
  await window.keyboard.press('Alt+j')
  await expect.poll(async () => (await texts(desk)).length).toBe(before.length + 1)
  for (let i = 0; i < 3; i++) await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk)).toEqual(before)

  // Sections and stories go up and down as one.
  await caretAt(desk, '桥上风很大', 0)
  await window.keyboard.press('Alt+Shift+ArrowUp')
  const order = async () => (await texts(desk)).join('/')
  await expect.poll(order).toMatch(/桥上的风.*桥上风很大.*桥下的早市.*四点就开了/)
  await window.keyboard.press('Alt+Shift+ArrowDown')
  await expect.poll(order).toMatch(/桥下的早市.*四点就开了.*桥上的风.*桥上风很大/)

  await caretAt(desk, '桥下的早市四点', 0)
  await window.keyboard.press('Control+Shift+Enter')
  await expect(window.locator('.article')).toHaveCount(2)
  await expect(told()).toHaveText('1 篇 → 2 篇')
  await window.keyboard.press('Alt+PageUp')
  await expect.poll(order).toMatch(/^桥下的早市四点/)
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(window.locator('.article')).toHaveCount(1)

  // Page furniture leaves the story.
  await caretAt(desk, '桥下的早市四点', 0)
  await window.keyboard.press('Alt+0')
  await expect(window.locator('.article').nth(1).locator('.block[data-role=folio]')).toHaveText(
    '桥下的早市四点就开了。',
  )
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk)).toEqual(before)
  await saved(desk)

  // Where there is nothing to do it is said why, and not as what was done.
  await caretAt(desk, '记者 林一舟', 0)
  await window.keyboard.press('Control+j')
  await expect(window.locator('.toast[data-kind=note]')).toHaveText('后面没有可以连接的块。')
  expect(await texts(desk)).toEqual(before)
})

test('what is typed right after a story is parted, joined or undone comes where the caret is', async () => {
  const { window } = desk
  const before = await texts(desk)
  const only = (...parts: [string, string][]) => before.map((t) => parts.reduce((s, [a, b]) => s.replace(a, b), t))
  await caretAt(desk, '桥上风很大', 2)
  await window.keyboard.press('Control+Shift+Enter')
  await window.keyboard.type('的')
  await expect(window.locator('.article')).toHaveCount(2)
  expect(await texts(desk)).toEqual(only(['桥上风很大', '桥上的风很大']))
  await window.keyboard.press('Control+Shift+j')
  await window.keyboard.type('夜')
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await window.keyboard.type('晚')
  await expect(window.locator('.article')).toHaveCount(2)
  expect(await texts(desk)).toEqual(only(['桥上风很大', '桥上的晚风很大']))
})

test('blocks of several stories are picked and become one; caption and credit part; a picture has its place', async () => {
  const { window } = desk
  await caretAt(desk, '桥下的早市四点', 0)
  await window.keyboard.press('Control+Shift+Enter')
  await window.keyboard.press('Alt+m')
  await caretAt(desk, '江口新桥今天清晨', 0)
  await window.keyboard.press('Alt+m')
  const picked = window.locator('.role-label[data-picked=true]')
  await expect(picked).toHaveCount(2)
  await window.keyboard.press('Alt+g')
  await expect(window.locator('.article')).toHaveCount(3)
  await expect(window.locator('.article').nth(1).locator('.block')).toHaveCount(2)
  await expect(picked).toHaveCount(0)
  await window.keyboard.press('Control+z')

  // By the menu of one of them too, and only once.
  const labels = window.locator('.role-label[data-role=paragraph]')
  const before = await labels.count()
  for (const label of [labels.nth(0), labels.nth(1)]) await label.click({ modifiers: ['ControlOrMeta'] })
  await expect(picked).toHaveCount(2)
  await labels.nth(1).click()
  await window.getByRole('menuitem', { name: '编者按/附记' }).click()
  await expect(labels).toHaveCount(before - 2)
  await expect(picked).toHaveCount(0)
  await window.keyboard.press('Control+z')
  await expect(labels).toHaveCount(before)

  await caretAt(desk, '茶农在山坡上采茶', 0)
  if ((await window.locator('.block', { hasText: '茶农在山坡上采茶' }).innerText()).includes('李平'))
    await window.keyboard.press('Control+Shift+9')
  await expect(block(desk, 'caption').filter({ hasText: /^茶农在山坡上采茶。$/ })).toBeVisible()
  await expect(block(desk, 'credit')).toContainText('李平')
  await expect(window.locator('.figure-bind')).toHaveCount(1)
  await caretAt(desk, '茶农在山坡上采茶', 0)
  await window.keyboard.press('Alt+p')
  await expect(window.locator('.block[data-picture]')).toHaveCount(1)

  // A picture dropped on it takes the place of the placeholder.
  await dropPicture(desk, 'tea.png')
  const shown = () => window.locator('.block[data-picture]').evaluate((d) => d.getAttribute('style') ?? '')
  await expect.poll(shown).toContain('blob:')

  await caretAt(desk, '林一舟', 0)
  await window.keyboard.press('Control+Period')
  await expect(window.locator('.people')).toContainText('记者 林一舟')
  await window.screenshot({ path: test.info().outputPath('people.png') })
  await window.keyboard.press('Escape')
  await expect(window.locator('.people')).toHaveCount(0)

  // By drag: the section goes where its heading's label is dropped.
  const order = async () => (await texts(desk)).join('/')
  const label = (text: string) => window.locator('.role-label[data-role=crosshead]').nth(text === '早市' ? 0 : 1)
  const first = window.locator('.block', { hasText: '江口新桥今天清晨' }).first()
  // A browser that has not yet heard that a drop is welcome gives the drag up; nothing is changed then, and a hand tries again.
  await expect(async () => {
    const handle = await label('风').boundingBox()
    await label('风').hover()
    await window.mouse.down()
    // It is taken before the page scrolls to where it goes.
    await window.mouse.move((handle?.x ?? 0) + 12, (handle?.y ?? 0) + 12, { steps: 4 })
    await first.hover({ position: { x: 60, y: 6 } })
    await expect(window.locator('.drop-line')).toBeVisible()
    for (const y of [4, 3, 2]) await first.hover({ position: { x: 60, y } })
    await window.mouse.up()
    await expect.poll(order, { timeout: 3000 }).toMatch(/桥上的风.*江口新桥今天清晨.*早市/)
  }).toPass({ timeout: 40_000 })
  await window.keyboard.press('Control+z')
  await expect.poll(order).toMatch(/江口新桥今天清晨.*早市.*桥上的风/)
})
