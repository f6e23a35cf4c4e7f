/** What journeys do at the desk, said once. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './launch.ts'
import type { Locator } from '@playwright/test'
import type { OpenPage } from '../../src/shared/api/pages.ts'
import type { Role } from '../../src/shared/page/page.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { Launched } from './launch.ts'

declare global {
  interface Window {
    readonly banxin: Bridge
  }
}

/**
 * One window for all journeys of a file, and for each of them a page of its own with the text `source`. A journey that fails takes
 * the window with it. Gives the window, from the first journey on.
 */
export function deskWithPage(name: string, source: string): () => Launched {
  let folder = ''
  let desk: Launched | undefined
  let pages = 0
  const now = (): Launched => {
    if (!desk) throw new Error('asked for before the first journey')
    return desk
  }
  test.beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-page-'))
    desk = await launch()
  })
  test.beforeEach(async () => {
    const file = path.join(folder, `${name}-${++pages}.txt`)
    // What has the same bytes is the same page.
    writeFileSync(file, source + '\n'.repeat(pages))
    await importFile(now(), file)
  })
  test.afterAll(async () => {
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return now
}

/** A page with a column cut, and a caption between its halves. */
export const BRIDGE_PAGE = `# 江口新桥今晨通车

记者 林一舟

江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开

新桥全长一千二百米。（本报记者摄）

往城北的早班公交车。

桥上风很大。老人们说，等这座桥等了二十年。
`

/** A page about a mountain road that no sample page knows, for each `n` another. */
export const roadPage = (n: number) => `# 岭头盘山公路第${n}段贯通

记者 齐云帆

岭头盘山公路第${n}段昨天贯通。<b>山里人</b>第一次坐上了班车。

盘山公路全长${n}十千米，修了整整三年。
`

/** The blocks of `role` on the open page. */
export const block = ({ window }: Launched, role: Role): Locator => window.locator(`.block[data-role=${role}]`)

/** The text of every block of the open page, in order. */
export const texts = ({ window }: Launched): Promise<string[]> => window.locator('.paper .block').allInnerTexts()

/** Opens `file` as the open dialog would, and waits until the window has done with it. */
export async function importFile(desk: Launched, file: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
  }, file)
  await desk.window.waitForSelector('.row')
  const name = file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '')
  await desk.window.getByRole('button', { name: '打开文件…' }).click()
  await expect(desk.window.locator('.toast', { hasText: name })).toBeVisible()
}

/** Opens the page that was imported under `name`. */
export const openPage = ({ window }: Launched, name: string): Promise<void> =>
  window.locator(`.row-main[title="${name}"]`).click()

/** Puts the caret `offset` characters after the start of `text`, as a click there would. */
export async function caretAt({ window }: Launched, text: string, offset: number): Promise<void> {
  const place = window.locator('.article-text[contenteditable] .block', { hasText: text }).first()
  await place.scrollIntoViewIfNeeded()
  const box = await place.evaluate(
    (element, [wanted, at]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let seen = 0
      const start = (element.textContent ?? '').indexOf(wanted) + at
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0
        if (start <= seen + length) {
          const range = document.createRange()
          range.setStart(node, start - seen)
          range.collapse(true)
          const rect = range.getBoundingClientRect()
          return { x: rect.left, y: rect.top + rect.height / 2 }
        }
        seen += length
      }
      return undefined
    },
    [text, offset] as const,
  )
  if (!box) throw new Error(`no place in ${text}`)
  await window.mouse.click(box.x + 1, box.y)
}

/** Drops a picture of one pixel on the block that has a place for one. */
export const dropPicture = ({ window }: Launched, name: string): Promise<void> =>
  window.locator('.block[data-picture]').evaluate((place, file) => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))], file, { type: 'image/png' }))
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }))
  }, name)

/** Waits until the status line says that everything is on disk. */
export const saved = ({ window }: Launched): Promise<void> =>
  expect(window.locator('.status-save[data-kind=saved]')).toContainText(/\d\d:\d\d:\d\d/, { timeout: 15_000 })

/** The text of every block of the open page as the archive has it. */
export const stored = async (desk: Launched): Promise<string[]> =>
  (await storedPage(desk)).page.articles.flatMap((a) => a.blocks.map((b) => b.text))

/** The open page as the archive has it. */
export const storedPage = async (desk: Launched): Promise<OpenPage> => desk.call('page.get', { id: await openId(desk) })

/** The number of the open page, which the list shows. */
export const openId = async ({ window }: Launched): Promise<number> =>
  Number(await window.locator('.row[data-current=true] [data-page]').first().getAttribute('data-page'))
