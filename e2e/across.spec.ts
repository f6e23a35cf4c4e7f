/** Text is selected over several stories, by hand and by keys: it is copied, cut, typed over, marked and counted as one. */
import { expect, test } from '@playwright/test'
import { savedElsewhere } from './harness/conflict.ts'
import { inputMethod } from './harness/ime.ts'
import { block, caretAt, deskWithPage, saved, texts } from './harness/desk.ts'

const SOURCE = `# 江口新桥今晨通车

江口新桥今天清晨六时正式通车，公交车第一个驶过。

# 渔港冷库通过验收

第一批带鱼当晚装车运往省城，码头上灯火通明。

# 学校操场铺好了

孩子们绕着跑道跑了一圈又一圈。
`

const desk = deskWithPage('across', SOURCE)

type SystemClipboard = { readonly readHTML: () => string; readonly readText: () => string }

test.beforeEach(async () => {
  for (const headline of ['渔港冷库', '学校操场']) {
    await caretAt(desk(), headline, 0)
    await desk().window.keyboard.press('Control+Shift+Enter')
    await desk().window.keyboard.press('Control+1')
  }
  await expect(stories()).toHaveCount(3)
})

const lit = () => desk().window.evaluate(() => [...(CSS.highlights.get('across') ?? [])].map(String).join('|'))
const stories = () => desk().window.locator('.article')

/** The middle of character `at` of the block that has `text`. */
async function point(text: string, at: number): Promise<{ x: number; y: number }> {
  return block(desk(), 'paragraph')
    .or(block(desk(), 'headline'))
    .filter({ hasText: text })
    .evaluate((dom, n) => {
      const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT)
      const node = walker.nextNode()
      const range = document.createRange()
      if (node) {
        range.setStart(node, n)
        range.setEnd(node, n + 1)
      }
      const box = range.getBoundingClientRect()
      return { x: box.left + 1, y: box.top + box.height / 2 }
    }, at)
}

async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const { mouse } = desk().window
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 3 })
  await mouse.up()
}

test('a hand selects from one story into the next; copy, cut, undo', async () => {
  const { window, app } = desk()
  const before = await texts(desk())
  await drag(await point('江口新桥今天', 4), await point('第一批带鱼', 5))
  await expect.poll(lit).toBe('今天清晨六时正式通车，公交车第一个驶过。|渔港冷库通过验收|第一批带鱼')
  await expect(window.locator('.status')).toContainText('选中 33')
  await window.screenshot({ path: test.info().outputPath('across.png') })

  await window.keyboard.press('Control+c')
  const copied = await app.evaluate(({ clipboard }) => {
    const system = clipboard as unknown as SystemClipboard // its types follow the web's
    return { text: system.readText(), html: system.readHTML() }
  })
  expect(copied.text).toBe('今天清晨六时正式通车，公交车第一个驶过。\n渔港冷库通过验收\n第一批带鱼')
  expect(copied.html).toContain('<h1>渔港冷库通过验收</h1><p>第一批带鱼</p>')

  await window.keyboard.press('Control+x')
  await expect(stories()).toHaveCount(2)
  await expect(block(desk(), 'paragraph').first()).toHaveText('江口新桥当晚装车运往省城，码头上灯火通明。')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
  await expect.poll(lit).toContain('渔港冷库通过验收')

  // Typed over: one step back, too.
  await window.keyboard.press('x')
  await window.keyboard.type('yz')
  await expect(block(desk(), 'paragraph').first()).toHaveText('江口新桥xyz当晚装车运往省城，码头上灯火通明。')
  await expect.poll(lit).toBe('')
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)

  // And what was copied comes back over what is selected.
  await window.keyboard.press('Control+v')
  await expect(block(desk(), 'headline')).toHaveText(['江口新桥今晨通车', '渔港冷库通过验收', '学校操场铺好了'])
  await expect.poll(() => texts(desk())).toEqual(before)
  await expect(stories()).toHaveCount(3)
  await saved(desk())

  // Stories that are cut are stories where they are put, with one step back.
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+x')
  await expect(stories()).toHaveCount(1)
  await window.keyboard.press('Control+v')
  await expect.poll(() => texts(desk())).toEqual(before)
  await expect(stories()).toHaveCount(3)
  await window.keyboard.press('Control+z')
  await expect(stories()).toHaveCount(1)
  await window.keyboard.press('Control+z')
  await expect(stories()).toHaveCount(3)

  // What a story leaves when it is cut is gone with one more key.
  await caretAt(desk(), '渔港冷库', 0)
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+x')
  await expect(stories().nth(1).locator('.block')).toHaveText([''])
  await window.keyboard.press('Backspace')
  await expect(block(desk(), 'headline')).toHaveText(['江口新桥今晨通车', '学校操场铺好了'])
  await expect(window.locator('.status-place')).toContainText('第 1 篇')
  await window.keyboard.press('Control+z')
  await expect(stories()).toHaveCount(3)
})

test('keys go on into the next story and back; roles and marks are set on all that is selected', async () => {
  const { window } = desk()
  await caretAt(desk(), '江口新桥今天', 22)
  for (let i = 0; i < 6; i++) await window.keyboard.press('Shift+ArrowRight')
  await expect.poll(lit).toBe('过。|渔港冷')
  for (let i = 0; i < 4; i++) await window.keyboard.press('Shift+ArrowLeft')
  await expect.poll(lit).toBe('')
  await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('过。')
  await window.keyboard.press('Shift+ArrowDown')
  await window.keyboard.press('Shift+ArrowDown')
  await expect.poll(lit).toContain('过。|渔港冷库通过验收')
  await window.keyboard.press('Alt+2')
  await expect(block(desk(), 'note')).toHaveCount(3)
  await window.keyboard.press('Control+b')
  await expect(window.locator('.m-bold').first()).toHaveText('过。')
  await expect.poll(lit).toContain('渔港冷库通过验收')
  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(block(desk(), 'note')).toHaveCount(0)
  await window.keyboard.press('ArrowRight')
  await expect.poll(lit).toBe('')
  await window.keyboard.type('甲')
  await expect(block(desk(), 'paragraph').nth(1)).toContainText('甲')

  // Control takes Home and End to the ends of the page.
  await caretAt(desk(), '第一批带鱼', 2)
  await window.keyboard.press('Control+Shift+End')
  await expect.poll(lit).toMatch(/^批带鱼.*一圈又一圈。$/su)
  await window.keyboard.press('Control+Home')
  await window.keyboard.type('首')
  await window.keyboard.press('Control+End')
  await window.keyboard.type('尾')
  await expect.poll(async () => (await texts(desk())).join('|')).toMatch(/^首江口.*一圈又一圈。尾$/su)
})

test('Shift and a click, the whole page, and an input method over it', async () => {
  const { window } = desk()
  await caretAt(desk(), '孩子们绕着', 3)
  const up = await point('江口新桥今晨', 2)
  await window.keyboard.down('Shift')
  await window.mouse.click(up.x, up.y)
  await window.keyboard.up('Shift')
  await expect.poll(lit).toMatch(/^新桥今晨通车\|.*\|孩子们$/)
  await window.keyboard.press('Escape')
  await expect.poll(lit).toBe('')
  await caretAt(desk(), '渔港冷库', 1)
  await window.keyboard.press('Control+a')
  await window.keyboard.press('Control+a')
  await expect.poll(lit).toMatch(/^江口新桥今晨通车\|.*一圈。$/)
  await window.screenshot({ path: test.info().outputPath('all.png') })
  await window.keyboard.press('Delete')
  await expect.poll(() => texts(desk())).toEqual([expect.stringMatching(/^\n?$/)])
  await window.keyboard.press('Control+z')
  await expect(stories()).toHaveCount(3)

  await drag(await point('江口新桥今天', 4), await point('孩子们绕着', 3))
  await expect.poll(lit).toMatch(/^今天清晨.*\|孩子们$/)
  const ime = await inputMethod(window)
  await ime.compose(['c', 'chun'], '春天')
  await expect(stories()).toHaveCount(1)
  await expect(block(desk(), 'paragraph')).toHaveText('江口新桥春天绕着跑道跑了一圈又一圈。')
  await saved(desk())
})

test('what is selected is dragged into another story, or copied there with Ctrl: one undo step each', async () => {
  const { window } = desk()
  const before = await texts(desk())
  const paragraphs = block(desk(), 'paragraph')
  /** From the second character of “今天清晨” to the place before character `at` of the block with `text`. A browser may give a drag up at first. */
  const dragTo = async (text: string, at: number, key?: string) =>
    expect(async () => {
      await caretAt(desk(), '江口新桥今天', 4)
      for (let i = 0; i < 4; i++) await window.keyboard.press('Shift+ArrowRight')
      const to = await point(text, at)
      const from = await point('江口新桥今天', 5)
      await window.mouse.move(from.x, from.y)
      await window.mouse.down()
      await window.mouse.move(from.x + 20, from.y + 4, { steps: 4 })
      if (key) await window.keyboard.down(key)
      await window.mouse.move(to.x, to.y, { steps: 8 })
      await window.mouse.up()
      if (key) await window.keyboard.up(key)
      await expect.poll(() => texts(desk()), { timeout: 2000 }).not.toEqual(before)
    }).toPass({ timeout: 40_000 })

  await dragTo('第一批带鱼', 5)
  await expect(paragraphs).toHaveText([
    '江口新桥六时正式通车，公交车第一个驶过。',
    '第一批带鱼今天清晨当晚装车运往省城，码头上灯火通明。',
    '孩子们绕着跑道跑了一圈又一圈。',
  ])
  await expect.poll(() => window.evaluate(() => getSelection()?.toString())).toBe('今天清晨')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)

  await dragTo('公交车第一个', 18)
  await expect(paragraphs.first()).toHaveText('江口新桥六时正式通车，公交车今天清晨第一个驶过。')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)

  await dragTo('第一批带鱼', 5, 'Control')
  await expect(paragraphs.first()).toHaveText('江口新桥今天清晨六时正式通车，公交车第一个驶过。')
  await expect(paragraphs.nth(1)).toHaveText('第一批带鱼今天清晨当晚装车运往省城，码头上灯火通明。')
  await window.keyboard.press('Control+z')
  await expect.poll(() => texts(desk())).toEqual(before)
})

test('what is dragged moves although another saves the page meanwhile', async () => {
  const { window } = desk()
  await saved(desk())
  await expect(async () => {
    await caretAt(desk(), '江口新桥今天', 4)
    for (let i = 0; i < 4; i++) await window.keyboard.press('Shift+ArrowRight')
    const from = await point('江口新桥今天', 5)
    await window.mouse.move(from.x, from.y)
    await window.mouse.down()
    await window.mouse.move(from.x + 20, from.y + 4, { steps: 4 })
    await savedElsewhere(desk(), [['江口新桥今天', '江口的新桥今天']])
    // What another does is heard with what the library tells.
    await desk().call('page.paste', { name: 'another', text: `# 另一版\n\n${Math.random()}\n` })
    await expect(block(desk(), 'paragraph').first()).toContainText('江口的新桥')
    const to = await point('第一批带鱼', 5)
    await window.mouse.move(to.x, to.y, { steps: 8 })
    await window.mouse.up()
    await expect(block(desk(), 'paragraph').nth(1)).toHaveText(/今天清晨/, { timeout: 2000 })
  }).toPass({ timeout: 40_000 })
  await expect(block(desk(), 'paragraph')).toHaveText([
    '江口的新桥六时正式通车，公交车第一个驶过。',
    '第一批带鱼今天清晨当晚装车运往省城，码头上灯火通明。',
    '孩子们绕着跑道跑了一圈又一圈。',
  ])
})
