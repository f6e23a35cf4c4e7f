/** Finding and replacing in the open page, over all its articles, by text and by expression. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, texts } from './harness/desk.ts'

/** Sixty stories, so that most are far out of sight. */
const SOURCE = Array.from(
  { length: 60 },
  (_, n) =>
    `# 第${n + 1}号井出水了\n\n第${n + 1}号井昨天出水，深 ${n + 100} 米。井边的人都说，这口井打得值。Well ${n + 1}.`,
).join('\n\n')

const desk = deskWithPage('wells', SOURCE)
test.beforeEach(async () => {
  await caretAt(desk(), '第1号井昨天', 0)
})

const count = () => desk().window.locator('.find-count')
const lit = (name: string) =>
  desk().window.evaluate((n) => [...(CSS.highlights.get(n) ?? [])].map(String).join('|'), name)

/** What was chosen for one page is still chosen for the next. */
const byExpression = async () => {
  const button = desk().window.getByRole('button', { name: '正则表达式' })
  if ((await button.getAttribute('aria-pressed')) !== 'true') await desk().window.keyboard.press('Alt+r')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
}

test('hits are counted, lit and gone through, also in stories out of sight', async () => {
  const { window } = desk()
  await window.keyboard.press('Control+f')
  await window.getByLabel('查找', { exact: true }).fill('这口井')
  await expect(count()).toHaveText('1 / 60')
  await expect.poll(() => lit('find-hit')).toContain('这口井')
  await expect.poll(() => lit('find-now')).toBe('这口井')
  await window.keyboard.press('Shift+Enter')
  await expect(count()).toHaveText('60 / 60')
  await expect(window.locator('.block', { hasText: '第60号井昨天' })).toBeInViewport()
  await expect.poll(() => lit('find-now')).toBe('这口井')
  await window.screenshot({ path: test.info().outputPath('find.png') })
  await window.keyboard.press('Escape')
  await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('这口井')
  // However many stories were read: it is the last.
  const stories = await window.locator('.article').first().getAttribute('aria-setsize')
  await expect(window.locator('.status-place')).toContainText(`第 ${stories} 篇`)
  await expect.poll(() => lit('find-hit')).toBe('')
})

test('the caret is in view at the end of a long page, and of a paragraph that is higher than the window', async () => {
  const { window } = desk()
  const inView = () =>
    window.evaluate(() => {
      const view = document.querySelector('.editor-scroll')?.getBoundingClientRect()
      const caret = getSelection()?.getRangeAt(0).getBoundingClientRect()
      return view && caret && caret.height > 0 && caret.top >= view.top && caret.bottom <= view.bottom
    })
  const toEnd = async () => {
    await window.keyboard.press('Control+Home')
    await expect(window.locator('.status-place')).toContainText('第 1 篇 · 第 1 块 · 第 0 字')
    await window.keyboard.press('Control+End')
    await expect(window.locator('.status-place')).not.toContainText('第 1 块')
  }
  await toEnd()
  await expect.poll(inView).toBe(true)
  await window.keyboard.insertText('井水很甜，'.repeat(400))
  await toEnd()
  await expect.poll(inView).toBe(true)
})

test('nothing that is found hides under the bar, and the page stands where it stood when that is closed', async () => {
  const { window } = desk()
  const top = () => window.locator('.article-text .block').first().boundingBox()
  const before = await top()
  await window.keyboard.press('Control+h')
  await window.getByLabel('查找', { exact: true }).fill('出水')
  /** CSS pixels between the bar and what is found. */
  const under = () =>
    window.evaluate(() => {
      const [hit] = [...(CSS.highlights.get('find-now') ?? [])] as Range[] // our own
      const bar = document.querySelector('.find')
      return hit && bar ? hit.getBoundingClientRect().top - bar.getBoundingClientRect().bottom : -1
    })
  await expect(count()).toHaveText(/^\d+ \/ 120$/)
  for (let n = 0; n < 12; n++) await window.keyboard.press('Enter')
  await expect.poll(under).toBeGreaterThanOrEqual(0)
  const here = (await count().textContent()) ?? ''
  // Nor is what one goes back to, where only its first pixels are in the way.
  await window.evaluate(() => {
    const [hit] = [...(CSS.highlights.get('find-now') ?? [])] as Range[] // our own
    const bar = document.querySelector('.find')?.getBoundingClientRect().bottom ?? 0
    document.querySelector('.editor-scroll')?.scrollBy(0, (hit?.getBoundingClientRect().top ?? 0) - bar + 10)
  })
  await expect.poll(under).toBeCloseTo(-10, 0)
  await window.keyboard.press('Enter')
  await expect(count()).not.toHaveText(here)
  await window.keyboard.press('Shift+Enter')
  await expect(count()).toHaveText(here)
  await expect.poll(under).toBeGreaterThanOrEqual(0)
  for (let n = 0; n < 14; n++) {
    await expect.poll(under).toBeGreaterThanOrEqual(0)
    await window.keyboard.press('Shift+Enter')
  }
  await caretAt(desk(), '第1号井出水', 0)
  await window.keyboard.press('Escape')
  await expect(window.locator('.find')).toHaveCount(0)
  await expect.poll(top).toEqual(before)
})

test('case, whole words, expressions, and one that is wrong', async () => {
  const { window } = desk()
  await window.keyboard.press('Control+f')
  const field = window.getByLabel('查找', { exact: true })
  await field.fill('well')
  await expect(count()).toHaveText('1 / 60')
  await window.keyboard.press('Alt+c')
  await expect(count()).toHaveText('没有找到')
  await window.keyboard.press('Alt+c')
  await field.fill('wel')
  await expect(count()).toHaveText('1 / 60')
  await window.keyboard.press('Alt+w')
  await expect(count()).toHaveText('没有找到')
  await window.keyboard.press('Alt+w')
  await byExpression()
  await field.fill('深 1[0-4]\\d 米')
  await expect(count()).toHaveText('1 / 50')
  await field.fill('深 (')
  await expect(count()).toHaveText('表达式写得不对')
})

test('a group that the expression lacks is told, and nothing is replaced until it is mended', async () => {
  const { window } = desk()
  await window.keyboard.press('Control+h')
  await window.getByLabel('查找', { exact: true }).fill('深 (1[0-4])\\d 米')
  await byExpression()
  await expect(count()).toHaveText('1 / 50')
  const replacement = window.getByLabel('替换为', { exact: true })
  await expect(replacement).toHaveAccessibleDescription('')
  await replacement.fill('$2 米')
  await expect(window.locator('.find-lacking')).toContainText('$2')
  await expect(replacement).toHaveAccessibleDescription(/没有 \$2 这一组/)
  await expect(window.getByRole('button', { name: '全部替换' })).toBeDisabled()
  await window.screenshot({ path: test.info().outputPath('lacking.png') })
  await replacement.press('Enter')
  await expect(count()).toHaveText('1 / 50')
  await replacement.fill('$1 尺')
  await expect(window.locator('.find-lacking')).toBeHidden()
  await window.getByRole('button', { name: '全部替换' }).click()
  await expect(count()).toHaveText('没有找到')
})

test('an expression that would run for ever is stopped and says so; typing goes on meanwhile', async () => {
  const { window } = desk()
  await caretAt(desk(), '第1号井昨天', 0)
  await window.keyboard.type('a'.repeat(40))
  await window.keyboard.press('Control+f')
  const field = window.getByLabel('查找', { exact: true })
  await byExpression()
  await field.fill('(a+)+$')
  await expect(count()).toHaveText('正在查找…')
  await field.press('End')
  await window.keyboard.type('x')
  await expect(field).toHaveValue('(a+)+$x')
  await expect(count()).toHaveText('表达式太费时，已停下；请改写')
  await field.fill('a+第1号')
  await expect(count()).toHaveText('1 / 1')
})

test('the bar keeps the keys while it replaces, and Escape leads back into the text', async () => {
  const { window } = desk()
  const blocks = (await texts(desk())).length
  await window.keyboard.press('Control+h')
  const field = window.getByLabel('查找', { exact: true })
  const replacement = window.getByLabel('替换为')
  await field.fill('打得值')
  await replacement.fill('打得很值')
  for (let n = 1; n <= 3; n++) {
    await replacement.press('Enter')
    await expect(count()).toHaveText(`1 / ${60 - n}`)
  }
  await expect(replacement).toBeFocused()
  await window.getByRole('button', { name: '全部替换' }).click()
  await expect(count()).toHaveText('没有找到')
  await expect(field).toBeFocused()
  expect((await texts(desk())).length).toBe(blocks)

  await caretAt(desk(), '第1号井昨天', 2)
  await window.keyboard.press('Escape')
  await expect(window.locator('.find')).toHaveCount(0)
  await window.keyboard.press('Escape')
  await window.keyboard.type('0')
  await expect(window.locator('.block', { hasText: '第10号井昨天出水，深 100 米' })).toBeVisible()
})

test('replacing one and all; all of them are one undo step', async () => {
  const { window } = desk()
  const before = await texts(desk())
  await window.keyboard.press('Control+h')
  await window.getByLabel('查找', { exact: true }).fill('第(\\d+)号井昨天')
  await byExpression()
  await expect(count()).toHaveText('1 / 60')
  await window.getByLabel('替换为').fill('$1号水井今天')
  await window.getByRole('button', { name: '替换', exact: true }).click()
  await expect(count()).toHaveText('1 / 59')
  await window.getByRole('button', { name: '全部替换' }).click()
  await expect(count()).toHaveText('没有找到')
  await expect(window.locator('.toast', { hasText: '已替换 59 处' })).toBeVisible()
  await window.keyboard.press('Escape')
  await saved(desk())
  await expect(window.locator('.block', { hasText: '1号水井今天出水' }).first()).toBeVisible()
  await caretAt(desk(), '1号水井今天', 0)
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
})

test('replacing that is asked for while finding keeps what was typed, and goes on to what replaces it', async () => {
  const { window } = desk()
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Control+f')
  const field = window.getByLabel('查找', { exact: true })
  await expect(field).toBeFocused()
  await window.keyboard.type('这口井')
  await expect(count()).toHaveText('1 / 60')
  await window.keyboard.press('Control+h')
  await expect(window.getByLabel('替换为')).toBeFocused()
  await expect(field).toHaveValue('这口井')
  await window.keyboard.type('那口井')
  await window.keyboard.press('Enter')
  await expect(count()).toHaveText('1 / 59')
  await window.keyboard.press('Control+f')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('这口井')
  await window.keyboard.press('Escape')
})
