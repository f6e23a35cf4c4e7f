/** Comfort: tabs, panes, text size, focus mode, rooms that are left and come back to, help. */
import { expect, test } from '@playwright/test'
import { caretAt } from './harness/desk.ts'
import { freshDesk } from './harness/fresh.ts'

const desk = freshDesk('.paper .block')

const tab = (n: number) => desk.window.getByRole('tab').nth(n)
const shot = (name: string) => desk.window.screenshot({ path: test.info().outputPath(`${name}.png`) })

test('tabs: next, previous, close, reopen, and all of them at the next start', async () => {
  const { window } = desk
  await expect(window.getByRole('tab')).toHaveCount(1)
  await window.locator('.row-main').nth(1).click()
  await expect(window.getByRole('tab')).toHaveCount(2)
  await expect(tab(1)).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('Control+PageDown')
  await expect(tab(0)).toHaveAttribute('aria-selected', 'true')
  await window.keyboard.press('Control+Shift+Tab')
  await expect(tab(1)).toHaveAttribute('aria-selected', 'true')
  await shot('tabs')
  await window.keyboard.press('Control+w')
  await expect(window.getByRole('tab')).toHaveCount(1)
  await window.keyboard.press('Control+Shift+t')
  await expect(window.getByRole('tab')).toHaveCount(2)
  await expect(tab(1)).toHaveAttribute('aria-selected', 'true')
  await tab(1).focus()
  await window.keyboard.press('ArrowLeft')
  await window.keyboard.press('Enter')
  await expect(tab(0)).toHaveAttribute('aria-selected', 'true')
  await desk.again()
  await expect(desk.window.getByRole('tab')).toHaveCount(2)
  await expect(tab(0)).toHaveAttribute('aria-selected', 'true')
  await tab(0).focus()
  await desk.window.keyboard.press('Delete')
  await expect(desk.window.getByRole('tab')).toHaveCount(1)
  await desk.window.keyboard.press('Control+w')
  await expect(desk.window.getByRole('tab')).toHaveCount(0)
  await expect(desk.window.getByText('没有打开的版面')).toBeVisible()
  await shot('no-page')
})

test('the page list is one stop for the Tab key, and each bin names its page', async () => {
  const { window } = desk
  const filter = window.getByRole('searchbox', { name: '筛选版面' })
  // Before a page is open the stop is the first row.
  await expect(window.locator('.row[data-current=true]')).toBeVisible()
  await filter.focus()
  await window.keyboard.press('Tab')
  await expect(window.locator('.row[data-current=true] .row-main')).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.locator('.row[data-current=true] .row-tool')).toBeFocused()
  await window.keyboard.press('Tab')
  await expect(window.locator('.library :focus')).toHaveCount(0)
  const titles = await window.locator('.row-title').allInnerTexts()
  for (const title of titles) {
    // Quotation marks within others are single ones.
    const quoted = title.replaceAll('“', '‘').replaceAll('”', '’')
    await expect(window.getByRole('button', { name: `删除版面“${quoted}”` })).toHaveCount(1)
  }
})

test('panes keep the width that was given them, text its size; focus mode leaves the page alone', async () => {
  const { window } = desk
  const width = async (pane: string) => Math.round((await desk.window.locator(pane).boundingBox())?.width ?? 0)
  const gutter = await window.getByRole('separator').first().boundingBox()
  if (!gutter) throw new Error('no gutter')
  await window.mouse.move(gutter.x, gutter.y + 200)
  await window.mouse.down()
  await window.mouse.move(gutter.x + 90, gutter.y + 200, { steps: 5 })
  await window.mouse.up()
  await expect.poll(() => width('.library')).toBeGreaterThan(340)
  const given = await width('.library')

  const size = () =>
    desk.window
      .locator('.block[data-role=paragraph]')
      .first()
      .evaluate((e) => getComputedStyle(e).fontSize)
  const before = Number.parseFloat(await size())
  await window.keyboard.press('Control+Alt+=')
  await window.keyboard.press('Control+Alt+=')
  await expect.poll(async () => Number.parseFloat(await size())).toBeGreaterThan(before * 1.15)
  await shot('larger')
  await desk.again()
  await expect.poll(async () => Math.abs((await width('.library')) - given)).toBeLessThan(4)
  expect(Number.parseFloat(await size())).toBeGreaterThan(before * 1.15)
  await desk.window.keyboard.press('Control+Alt+0')
  await expect.poll(async () => Number.parseFloat(await size())).toBe(before)

  await desk.window.keyboard.press('F9')
  await expect(desk.window.locator('.library')).toHaveCount(0)
  await expect(desk.window.locator('.source')).toHaveCount(0)
  await expect(desk.window.locator('.paper .block').first()).toBeVisible()
  await shot('focus')
  await desk.window.keyboard.press('F9')
  await expect(desk.window.locator('.source')).toBeVisible()
})

test('the caret stays in view as a pane comes or goes, and where it is when a dialog closes or the language changes; English is no wider than the window', async () => {
  const { window } = desk
  const far = window.locator('.article').first().locator('.block[data-role=paragraph]').last()
  const words = (await far.innerText()).slice(0, 12)
  await caretAt(desk, words, 0)
  await expect(window.locator('.status-place')).toBeVisible()
  const id = await far.getAttribute('data-block')
  await window.keyboard.press('Control+Shift+P')
  await expect(window.locator('.preview')).toBeVisible()
  await expect(window.locator(`.block[data-block="${id}"]`)).toBeInViewport()
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.className ?? ''), { message: 'the caret is in the text' })
    .toBe('article-text')

  await window.keyboard.press('Control+k')
  await window.locator('.palette-input').press('Escape')
  await window.keyboard.type('换')
  await expect(window.locator(`.block[data-block="${id}"]`)).toContainText(`换${words}`)
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+k')
  await window.locator('.palette-input').fill('English')
  await window.keyboard.press('Enter')
  await expect(window.locator('.status')).toContainText('Saved')
  await expect(window.locator(`.block[data-block="${id}"]`)).toHaveAttribute('aria-roledescription', 'Paragraph')
  await expect(window.locator('.status')).toContainText('sure')
  await window.keyboard.type('字')
  await expect(window.locator(`.block[data-block="${id}"]`)).toContainText(`字${words}`)
  await window.keyboard.press('Control+z')
  const wider = () => window.evaluate(() => document.querySelector('.status')!.scrollWidth - innerWidth)
  await expect.poll(wider).toBeLessThanOrEqual(0)
  await shot('english')
})

test('who leaves a room of the archive or the search is in the text again', async () => {
  const { window } = desk
  const words = (
    await window.locator('.article-text[contenteditable] .block[data-role=paragraph]').first().innerText()
  ).slice(0, 10)
  await caretAt(desk, words, 4)
  for (const [key, place] of [
    ['Control+Shift+B', '.room-main'],
    ['Control+Shift+Y', '.room-main'],
    ['Control+Shift+F', '.finder'],
  ] as const) {
    await window.keyboard.press(key)
    await expect(window.locator(place)).toBeVisible()
    await expect(window.locator('.article-text').first()).not.toBeFocused()
    await window.keyboard.press('Escape')
    await expect(window.locator(place)).toHaveCount(0)
    await window.keyboard.type('新')
  }
  await expect(window.locator('.block', { hasText: `${words.slice(0, 4)}新新新${words.slice(4)}` })).toBeVisible()
  for (let i = 0; i < 3; i++) await window.keyboard.press('Control+z')
})

test('while a room of the archive stands over the page, its keys change nothing there', async () => {
  const { window } = desk
  // Of the first story: those further down are drawn as they come into view.
  const story = window.locator('.article-text[contenteditable]').first()
  const roles = () => story.locator('.block').evaluateAll((all) => all.map((b) => b.dataset['role']))
  await story.locator('.block[data-role=paragraph]').first().click()
  const before = await roles()
  await window.keyboard.press('Control+Shift+b')
  await expect(window.locator('.room-main')).toBeVisible()
  await window.keyboard.press('Control+6')
  await window.keyboard.press('Control+k')
  await window.keyboard.type('撤销')
  await expect(window.locator('.palette-none')).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+Shift+p')
  await expect(window.locator('.room-main')).toHaveCount(0)
  await expect(window.locator('.preview')).toBeVisible()
  await expect.poll(roles).toEqual(before)
})

test('the help says how to begin, in both languages', async () => {
  const { window } = desk
  await window.keyboard.press('Shift+F1')
  await expect(window.getByRole('heading', { name: '从拿到文本到交出版面' })).toBeVisible()
  await expect(window.locator('.help')).toContainText('版本 0.1.0')
  await shot('help')
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: '切换到 English' }).click()
  await window.keyboard.press('Shift+F1')
  await expect(window.getByRole('heading', { name: 'From text to finished page' })).toBeVisible()
  await shot('help-en')
})
