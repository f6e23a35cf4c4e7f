/** What readers get, in a real Chromium from disk: the digital edition at a desk and on a phone, the single page, both judged by axe. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { benchPage } from './harness/web-pages.ts'
import type { Page } from '../src/shared/page/page.ts'
import { FIXTURE } from '../src/shared/writers/fixture.ts'
import { pageHtml } from '../src/shared/writers/html/write.ts'
import { siteFiles } from '../src/shared/writers/site/write.ts'
import { wechatFragment } from '../src/shared/writers/wechat/fragment.ts'
import { HOUSE_STYLES } from '../src/shared/writers/wechat/styles.ts'
import { axeFinds } from './harness/axe.ts'
import type { Reader } from './harness/reader.ts'
import { openReader } from './harness/reader.ts'

let reader: Reader
let folder = ''

test.beforeAll(async () => {
  folder = test.info().outputPath('web')
  const newest: Page = { ...FIXTURE, meta: { ...FIXTURE.meta, date: '2024-01-03', number: '01' } }
  const pages = [...Array.from({ length: 12 }, (_, n) => benchPage(n, 2500)), newest]
  const list = pages.map((p) => ({ meta: p.meta, load: () => Promise.resolve({ page: p }) }))
  const paper = { picture: () => undefined, address: 'https://paper.example.cn/epaper' }
  for await (const f of siteFiles(list, paper)) write(`site/${f.name}`, f.bytes)
  write('page.html', pageHtml(FIXTURE, { name: 'page', picture: () => undefined }))
  const phone = HOUSE_STYLES.map((s) => wechatFragment(FIXTURE, s, (f) => (f.picture ? '图1' : undefined))).join('')
  write(
    'wechat.html',
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>微信</title><body style="margin:16px">${phone}`,
  )
  reader = await openReader(folder)
})
test.afterAll(() => reader.close())

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(folder, ...name.split('/'))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** `name` may have a query, as in `site/search.html?q=水`. */
function open(name: string): Promise<void> {
  const [file = '', query = ''] = name.split('?')
  return reader.open(path.join(folder, ...file.split('/')), query)
}

/** By how many pixels the page is wider than its window. */
const wider = (): Promise<number> => reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

const SIZES = [
  { name: 'desk', width: 1280, height: 900 },
  { name: 'phone', width: 375, height: 720 },
] as const

for (const { name, width, height } of SIZES) {
  test(`a reader goes through the digital edition (${name})`, async () => {
    const { page } = reader
    await reader.size(width, height)
    await open('site/index.html')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2024年1月3日')
    await page.screenshot({ path: path.join(folder, `edition-${name}.png`) })

    await page
      .locator('.map .region')
      .nth(1)
      .click({ position: { x: 5, y: 5 } })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('老街修好了 邻居没有走（新春走基层）')
    await page.screenshot({ path: path.join(folder, `story-${name}.png`) })
    await page.getByRole('link', { name: '上一篇' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('青禾镇八千亩水田')

    await page.getByRole('link', { name: '看整版' }).click()
    await page.getByRole('link', { name: '上一期' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2024年1月2日')
    await page.getByRole('link', { name: '下一版' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('第02版')

    await page.getByRole('link', { name: '日历', exact: true }).click()
    await page.getByRole('link', { name: '1', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2024年1月1日')

    await page.getByRole('link', { name: '作者', exact: true }).click()
    const author = page.locator('details').filter({ hasText: /^苏禾/ })
    if ((await author.getAttribute('open')) === null) await author.locator('summary').click()
    await author.getByRole('link', { name: '青禾镇八千亩水田' }).click()
    await expect(page.locator('article')).toContainText('本报记者 陆知远')

    await page.getByRole('link', { name: '关键词', exact: true }).click()
    await expect(page.locator('summary').filter({ hasText: /^节水/ })).toBeVisible()
  })

  test(`the search finds what is there, and nothing else (${name})`, async () => {
    const { page } = reader
    await reader.size(width, height)
    await open('site/index.html')
    await page.locator('header input[name=q]').fill('传感器 墒情')
    await page.keyboard.press('Enter')
    await expect(page.locator('#status')).toHaveText('找到 1 篇')
    await expect(page.locator('#hits mark').first()).toBeVisible()
    await page.screenshot({ path: path.join(folder, `search-${name}.png`) })
    await page.locator('#hits a').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('青禾镇八千亩水田')
    await open('site/search.html?q=')
    await page.locator('#q').fill('没有人写过的词')
    await page.keyboard.press('Enter')
    await expect(page.locator('#status')).toHaveText('没有找到含“没有人写过的词”的文章。')
  })
}

const VIEWS = [
  'page.html',
  'site/index.html',
  'site/articles/2024-01-03-01-1.html',
  'site/issues/2024-01-02.html',
  'site/calendar.html',
  'site/authors.html',
  'site/keywords.html',
  'site/search.html?q=水',
]

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing, nothing is wider than a phone of 320 px (${scheme})`, async () => {
    test.setTimeout(240_000)
    await reader.scheme(scheme)
    for (const view of VIEWS) {
      for (const width of [1280, 320]) {
        await reader.size(width, 800)
        await open(view)
        expect(await wider(), view).toBeLessThanOrEqual(0)
        await reader.page.screenshot({ path: path.join(folder, `${view.replace(/\W+/g, '-')}-${width}-${scheme}.png`) })
      }
      expect(await axeFinds(reader.page, view)).toEqual([])
    }
    await reader.scheme('light')
  })
}

test('a WeChat article fits a phone', async () => {
  await reader.size(375, 800)
  await open('wechat.html')
  expect(await wider()).toBeLessThanOrEqual(0)
  await reader.page.screenshot({ path: path.join(folder, 'wechat.png'), fullPage: true })
})

test('the feed and the sitemap are XML that a browser reads', async () => {
  for (const name of ['feed.xml', 'sitemap.xml']) {
    const xml = readFileSync(path.join(folder, 'site', name), 'utf8')
    const root = await reader.page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'application/xml').documentElement.localName,
      xml,
    )
    expect(root).toBe(name === 'feed.xml' ? 'feed' : 'urlset')
  }
})
