/** The text at the desk: marks, links, words by the segmenter, 字数, what a screen reader hears. */
import { expect, test } from '@playwright/test'
import { block, caretAt, deskWithPage, saved, storedPage, texts } from './harness/desk.ts'
import type { Mark } from '../src/shared/page/page.ts'

const SOURCE = `# 茶山上的小学

本报讯 茶山小学的操场今年铺上了塑胶跑道。孩子们放学后不愿回家。

校长说，明年还要建一座图书馆。
`

const desk = deskWithPage('school', SOURCE)

const press = (key: string) => desk().window.keyboard.press(key)

/** Selects `length` characters from the caret on. */
const select = async (length: number) => {
  for (let i = 0; i < length; i++) await press('Shift+ArrowRight')
}

/** The marks of the block about the headmaster as the archive has them. */
const storedMarks = async (): Promise<readonly Mark[]> => {
  await saved(desk())
  const { page } = await storedPage(desk())
  return page.articles.flatMap((a) => a.blocks.flatMap((b) => (b.text.startsWith('校长') ? b.marks : [])))
}

test('bold, emphasis dots, superscript and links, each one undo step', async () => {
  const { window } = desk()
  await caretAt(desk(), '校长说', 0)
  await select(2)
  await press('Control+b')
  await expect(window.locator('.m-bold')).toHaveText('校长')
  await press('Control+u')
  await press('Control+Shift+.')
  await expect(window.locator('.m-bold.m-emphasis.m-sup')).toHaveText('校长')
  await press('Control+Shift+.')
  await press('Control+Shift+K')
  await window.getByLabel('网址').fill('javascript:alert(1)')
  await press('Enter')
  await expect(window.getByRole('alert').filter({ hasText: '完整的网址' })).toBeVisible()
  await window.getByLabel('网址').fill('example.org/school')
  await press('Enter')
  await expect(window.locator('a.m-link')).toHaveAttribute('href', 'https://example.org/school')
  await expect
    .poll(async () => (await storedMarks()).map((m) => `${m.kind} ${m.start}-${m.end}`))
    .toEqual(['bold 0-2', 'emphasis 0-2', 'link 0-2'])
  for (let i = 0; i < 5; i++) await press('Control+z')
  await expect(window.locator('.m-bold, .m-emphasis, .m-link')).toHaveCount(0)

  // At a bare caret it is for what is typed next.
  await caretAt(desk(), '校长说', 3)
  await press('Control+b')
  await window.keyboard.type('过')
  await expect(window.locator('.m-bold')).toHaveText('过')
  await expect.poll(storedMarks).toEqual([{ kind: 'bold', start: 3, end: 4 }])
})

test('words are those of the archive’s segmenter', async () => {
  const { window } = desk()
  const place = () => window.locator('.status-place').innerText()
  await caretAt(desk(), '校长说', 0)
  // The dictionaries load once; until then the window's own segmenter answers.
  await expect(() => desk().call('words.cut', { text: '校长说，明年还要建一座图书馆。' })).toPass({ timeout: 30_000 })
  await press('Control+ArrowRight')
  await expect.poll(place).toContain('第 2 字')
  await press('Control+Shift+ArrowRight')
  await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('说')
  // The window asks for the words of a text when they are first wanted.
  await expect(async () => {
    await press('End')
    await press('Control+ArrowLeft')
    await expect.poll(place, { timeout: 2000 }).toContain('第 11 字')
  }).toPass({ timeout: 60_000 })
  await press('End')
  await press('ArrowLeft')
  await press('Control+Backspace')
  await expect.poll(async () => (await texts(desk())).at(-1)).toBe('校长说，明年还要建一座。')
  await press('Control+z')
  const word = window.locator('.block', { hasText: '校长说' })
  const box = await word.evaluate((element) => {
    const range = document.createRange()
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()
    if (text) range.setStart(text, 12)
    const rect = range.getBoundingClientRect()
    return { x: rect.left, y: rect.top + rect.height / 2 }
  })
  await window.mouse.dblclick(box.x + 3, box.y)
  await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('图书馆')
})

test('字数 of selection, article and page, with and without punctuation', async () => {
  const { window } = desk()
  await caretAt(desk(), '校长说', 0)
  await expect(window.locator('.status')).toContainText('本篇 52 字')
  await expect(window.locator('.status')).toContainText('全版 52 字')
  await select(5)
  await expect(window.locator('.status')).toContainText('选中 5 字')
  await expect(window.locator('.status-words', { hasText: '选中' })).toHaveAttribute(
    'title',
    /含标点 5 字，不含标点 4 字/,
  )
})

test('whoever looks into the export menu by its key and leaves it goes on typing', async () => {
  const { window } = desk()
  await caretAt(desk(), '校长说', 3)
  await press('Control+e')
  await expect(window.locator('[role=menuitem]:focus')).toHaveCount(1)
  await press('Escape')
  await expect(window.locator('.article-text')).toBeFocused()
  await window.keyboard.type('过')
  await expect(block(desk(), 'paragraph').last()).toHaveText('校长说过，明年还要建一座图书馆。')
})

test('a screen reader hears the role and the text of each block', async () => {
  const { window } = desk()
  await expect(block(desk(), 'headline')).toHaveAttribute('aria-roledescription', '主标题')
  await expect(window.getByRole('heading', { name: '茶山上的小学' }).first()).toBeVisible()
  const last = window.locator('.paper .block').last()
  await expect(last).toHaveAttribute('aria-roledescription', '正文')
  await press('Control+6')
  await window.getByRole('button', { name: '切换到 English' }).click()
  await expect(block(desk(), 'headline')).toHaveAttribute('aria-roledescription', 'Headline')
})
