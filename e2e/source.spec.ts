/** The source beside the page: each side lights the other by characters, and the ledger lists what was corrected, is outside of the stories or was removed. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage } from './harness/desk.ts'

const SOURCE = `# 江口新桥今晨通车

江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开

往城北的早班公交车。

桥上风很大。老人们说，等这座桥等了二十年。
`

const desk = deskWithPage('page', SOURCE)

/** What is lit in the source for what is selected on the page. */
const marked = (kind: 'now' | 'sought') => desk().window.locator(`.source-text [data-lit~=${kind}]`)

const lit = (name: string) =>
  desk().window.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).join('|'), name)

test('selecting either side lights the same characters on the other', async () => {
  const { window } = desk()
  await caretAt(desk(), '桥上风很大', 2)
  await expect(marked('now')).toHaveText('风')
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Shift+ArrowRight')
  await expect(marked('now')).toHaveText('风很')
  await window.keyboard.type('浪颇')
  await window.keyboard.press('Shift+ArrowLeft')
  await expect(marked('now')).toHaveText('风很')
  await window.screenshot({ path: test.info().outputPath('lit.png') })

  // By keys alone: over to the source, along its characters, and back by Enter.
  await window.locator('.source-text').focus()
  await window.keyboard.press('Home')
  for (let i = 0; i < 6; i++) await window.keyboard.press('ArrowRight')
  await expect.poll(() => lit('page-lit')).toBe('老')
  await expect.poll(() => lit('source-now')).toBe('老')
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.press('Shift+ArrowRight')
  await expect.poll(() => lit('page-lit')).toBe('老人们')
  await window.screenshot({ path: test.info().outputPath('page-lit.png') })
  await window.keyboard.press('Enter')
  await window.keyboard.type('街坊')
  await expect(window.locator('.block', { hasText: '桥上浪颇大。街坊老人们说' })).toBeVisible()

  // All of the source, and nothing of what stands around it.
  await window.locator('.source-text').focus()
  await window.keyboard.press('Control+a')
  const selected = await window.evaluate(() => String(getSelection()))
  expect(selected.replace(/\s+/g, '')).toBe(SOURCE.replace(/\s+/g, ''))
})

test('the ledger counts every character, lists what changed, and leads there', async () => {
  const { window } = desk()
  await caretAt(desk(), '桥上风很大', 2)
  await window.keyboard.press('Shift+ArrowRight')
  await window.keyboard.type('浪')
  const sum = window.locator('.ledger-sum')
  await expect(sum).toContainText('更正 1，稿外 0，移出 0')
  await window.locator('.ledger-head').click()
  const correction = window.locator('.ledger-list button').first()
  await expect(correction).toHaveText('风→浪')
  await caretAt(desk(), '江口新桥今天', 0)
  await correction.click()
  await expect(marked('sought')).toHaveText('风')
  await expect.poll(() => window.evaluate(() => String(getSelection()))).toBe('浪')
  await window.keyboard.press('Alt+4')
  await expect(sum).toContainText('更正 0，稿外 21，移出 0')
  await window.getByRole('button', { name: /^稿外 1 处/ }).click()
  await expect(window.locator('.ledger-list button').first()).toContainText('桥上')
  await window.screenshot({ path: test.info().outputPath('ledger.png') })
})

test('the picture of the paper stands beside the text, and grows and moves', async () => {
  const { window } = desk()
  await window.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 600, height: 800 })
    const pen = canvas.getContext('2d')
    pen?.fillRect(40, 40, 520, 60)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    const added = await globalThis.window.banxin.call('picture.add', { bytes })
    const { sha256 } = (added as { value: { sha256: string } }).value // as the contract has it
    const id = Number(document.querySelector<HTMLElement>('.row[data-current=true] [data-page]')?.dataset['page'])
    await globalThis.window.banxin.call('page.setPicture', { id, sha256 })
  })
  await window.reload()
  const picture = window.locator('.paper-picture img')
  await expect(picture).toBeVisible()
  const width = async () => (await picture.boundingBox())?.width ?? 0
  const before = await width()
  await window.locator('.paper-picture-scroll').focus()
  await window.keyboard.press('+')
  await window.keyboard.press('+')
  await expect.poll(width).toBeGreaterThan(before * 1.4)
  await window.screenshot({ path: test.info().outputPath('picture.png') })
  const box = await window.locator('.paper-picture-scroll').boundingBox()
  if (!box) throw new Error('no picture')
  await window.mouse.move(box.x + 200, box.y + 150)
  await window.mouse.down()
  await window.mouse.move(box.x + 100, box.y + 50, { steps: 4 })
  await window.mouse.up()
  await expect.poll(() => window.locator('.paper-picture-scroll').evaluate((e) => e.scrollLeft)).toBeGreaterThan(50)
  await window.getByRole('button', { name: '图像', exact: true }).click()
  await expect(window.locator('.source-text')).toHaveCount(0)
})
