/** A table in the text reads as one at the desk, and stays lines of cells between bars in the page. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, saved, stored, texts } from './harness/desk.ts'
import { inputMethod } from './harness/ime.ts'

const ROWS = [
  '| 车次 | 始发站 | 首班 |',
  '| --- | --- | --- |',
  '| 12路 | 城南客运中心 | 06:00 |',
  '| 夜5路 | 火车站 | 22:10 |',
] as const

const desk = deskWithPage('buses', `# 公交线路今起调整\n\n沿江五条线路今天起改道。\n\n${ROWS.join('\n')}\n`)

/** Where the bars of each row end, in whole CSS pixels from the row's left edge; rules left out. */
const bars = () =>
  desk()
    .window.locator('.article-text[contenteditable] .block[data-row]:not([data-row=rule])')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const left = row.getBoundingClientRect().left
        const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
        const at: number[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          for (const { index } of (node.textContent ?? '').matchAll(/[|｜]/g)) {
            const range = document.createRange()
            range.setStart(node, index)
            range.setEnd(node, index + 1)
            at.push(Math.round((range.getBoundingClientRect().right - left) / 4))
          }
        return at.join()
      }),
    )

/** How many bars stand under each other in all of `count` rows; 0 where they do not. */
const columns = async (count: number) => {
  const rows = await bars()
  return rows.length === count && new Set(rows).size === 1 ? (rows[0] ?? '').split(',').length : 0
}

test('the bars of its rows stand under each other while it is typed into, and the text is as it was', async () => {
  const { window } = desk()
  const ime = await inputMethod(window)
  await expect.poll(() => columns(3)).toBe(4)
  expect((await texts(desk())).slice(2)).toEqual(ROWS)
  const [before] = await bars()
  const said = () =>
    window
      .locator('.article-text[contenteditable] .block')
      .evaluateAll((all) => all.map((b) => b.getAttribute('aria-roledescription')))
  expect(await said()).toEqual(['主标题', '正文', '表头', '表格线', '表格行', '表格行'])

  await caretAt(desk(), '火车站', 3)
  await window.keyboard.type('南广场')
  await ime.compose(['b', 'bei', 'beiz'], '北站')
  await expect.poll(() => columns(3)).toBe(4)
  expect((await bars())[0]).not.toBe(before)
  const typed = '| 夜5路 | 火车站南广场北站 | 22:10 |'
  expect((await texts(desk())).slice(2)).toEqual([...ROWS.slice(0, 3), typed])
  await saved(desk())
  expect((await stored(desk())).slice(2)).toEqual([...ROWS.slice(0, 3), typed])

  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect.poll(async () => (await bars())[0]).toBe(before)
  expect((await texts(desk())).slice(2)).toEqual(ROWS)
})

test('too wide for the window, it stands as lines with bars; a row is one no more when its first bar goes', async () => {
  const { window } = desk()
  await expect.poll(() => columns(3)).toBe(4)
  await caretAt(desk(), '城南客运中心', 6)
  await window.keyboard.insertText('和江东新区开发区北门'.repeat(8))
  const widths = () =>
    window
      .locator('.block[data-row], .block[data-role=paragraph]')
      .evaluateAll((all) => [
        new Set(all.map((b) => b.clientWidth)).size,
        all.filter((b) => b.hasAttribute('data-row')).length,
      ])
  await expect.poll(widths).toEqual([1, 4])
  await window.keyboard.press('Control+z')
  await expect.poll(() => columns(3)).toBe(4)
  await caretAt(desk(), '| 夜5路', 0)
  await window.keyboard.press('Home')
  await window.keyboard.press('Delete')
  await expect.poll(() => columns(2)).toBe(4)
  await expect(window.locator('.block', { hasText: '夜5路' })).toHaveAttribute('aria-roledescription', '正文')
})

test('what is typed behind the last bar begins a column, and the table stays one', async () => {
  const { window } = desk()
  await caretAt(desk(), '22:10', 5)
  await window.keyboard.press('End')
  await window.keyboard.type(' 23:40')
  await expect(window.locator('.block', { hasText: '23:40' })).toHaveAttribute('aria-roledescription', '表格行')
  await expect.poll(() => columns(3)).toBe(4)
  await window.keyboard.type(' |')
  await expect.poll(async () => (await bars()).map((b) => b.split(',').length)).toEqual([4, 4, 5])
  expect(new Set((await bars()).map((b) => b.split(',').slice(0, 4).join())).size).toBe(1)
})

test('Tab goes from cell to cell and chooses what is in it; behind the last one it leaves the text', async () => {
  const { window } = desk()
  const chosen = () => window.evaluate(() => getSelection()?.toString())
  await caretAt(desk(), '城南客运中心', 3)
  await window.keyboard.press('Tab')
  await expect.poll(chosen).toBe('06:00')
  await window.keyboard.press('Tab')
  await expect.poll(chosen).toBe('夜5路')
  await window.keyboard.press('Shift+Tab')
  await window.keyboard.press('Shift+Tab')
  await expect.poll(chosen).toBe('城南客运中心')
  await window.keyboard.type('城北站')
  await expect.poll(async () => (await texts(desk()))[4]).toBe('| 12路 | 城北站 | 06:00 |')
  await caretAt(desk(), '22:10', 2)
  await window.keyboard.press('Tab')
  await expect(window.locator('.article-text').last()).not.toBeFocused()
})

test('cells from a spreadsheet become rows, and their figures stand under each other at the right', async () => {
  const { window, app } = desk()
  await app.evaluate(({ clipboard }) => {
    const { writeText } = clipboard as unknown as { writeText: (text: string) => void } // its types follow the web's
    writeText('地区\t企业数\n城南新区\t1,204\n江口\t89\n')
  })
  await caretAt(desk(), '沿江五条线路', 0)
  await window.keyboard.press('Control+v')
  const rows = window.locator('.article-text[contenteditable] .block[data-row]')
  await expect(rows).toHaveText(['| 地区 | 企业数 |', '| 城南新区 | 1,204 |', '| 江口 | 89 |', ...ROWS])
  const ends = () =>
    rows.evaluateAll((all) =>
      all.slice(0, 3).map((row) => {
        const cell = row.querySelectorAll('[style*="--cell"]')[1]?.firstChild
        const range = document.createRange()
        if (cell) range.selectNodeContents(cell)
        return Math.round(range.getBoundingClientRect().right)
      }),
    )
  await expect.poll(async () => new Set(await ends()).size).toBe(1)
  await caretAt(desk(), '1,204', 5)
  await window.keyboard.type('678')
  await expect(rows.nth(1)).toHaveText('| 城南新区 | 1,204678 |')
  await expect.poll(async () => new Set(await ends()).size).toBe(1)
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(rows).toHaveText([...ROWS])
})

test('in a long table the caret keeps its column over a hundred rows, and the labels stand beside theirs', async () => {
  const { window } = desk()
  const rows = Array.from({ length: 150 }, (_, i) => `| ${i + 1}路 | 城南第${i + 1}站 | 06:00 |`)
  await caretAt(desk(), '22:10', 5)
  await window.keyboard.press('End')
  await window.evaluate(
    (text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    `\n${rows.join('\n')}`,
  )
  await expect(window.locator('.block[data-row]')).toHaveCount(154)
  const apart = () =>
    window.evaluate(() => {
      const tops = (which: string) => [...document.querySelectorAll(which)].map((e) => e.getBoundingClientRect().top)
      const blocks = tops('.article-text .block')
      const labels = tops('.role-label')
      return labels.length === blocks.length ? Math.max(...labels.map((y, i) => Math.abs(y - (blocks[i] ?? 0)))) : NaN
    })
  // The labels come a moment after the rows; far less than a line is left then.
  await expect.poll(apart).toBeLessThan(10)
  const label = await apart()
  await caretAt(desk(), '城南第140站', 3)
  for (let i = 0; i < 100; i++) await window.keyboard.press('ArrowUp')
  await window.keyboard.type('新')
  await expect(window.locator('.block', { hasText: '新' })).toHaveText('| 40路 | 城南第新40站 | 06:00 |')
  await expect.poll(apart).toBe(label)
})
