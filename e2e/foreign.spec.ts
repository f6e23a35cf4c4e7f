/** The window in English: what newspapers and their people wrote in Chinese stays marked as Chinese, so that it is drawn and read aloud as that. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './harness/launch.ts'
import type { Page } from '@playwright/test'

/** Texts and fields with Chinese in them that are said to be in another language, each kind of place once. */
const unmarked = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const han = /\p{Script=Han}/u
    const isMarked = (element: Element) => element.closest('[lang]')?.getAttribute('lang') === 'zh-Hans'
    const found = new Map<string, string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement
      if (element && han.test(text.nodeValue ?? '') && !isMarked(element))
        found.set(`${element.parentElement?.className} ${element.tagName} ${element.className}`, text.nodeValue ?? '')
    }
    for (const cell of document.querySelectorAll<HTMLInputElement>('input.cell'))
      if (han.test(cell.value) && !isMarked(cell)) found.set(cell.ariaLabel ?? '', cell.value)
    return [...found].map(([place, text]) => `${place}: ${text}`)
  })

test('in every room Chinese is said to be Chinese', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-foreign-'))
  const paper = path.join(folder, '青浦日报')
  mkdirSync(paper)
  writeFileSync(path.join(paper, '2026-03-11_A01.txt'), '# 渔船归港\n\n记者 林一舟\n\n渔船归港的消息传遍全城。\n')
  const desk = await launch()
  const { window, app } = desk
  const check = async (name: string, settled: string) => {
    await expect(window.locator(settled).first()).toBeVisible()
    await expect.poll(() => unmarked(window), name).toEqual([])
  }
  const door = (name: string) => window.locator('.door', { hasText: name }).click()
  try {
    await window.waitForSelector('.row')
    const { id } = await desk.call('page.paste', {
      name: '岭头日报_20240101_A01',
      text: '# 潮水\n\n潮水退了三里。\n',
    })
    await desk.call('search.save', { name: '潮水', search: { query: '潮水' } })
    await desk.call('state.set', { pages: [1], step: '一校' })
    await window.getByRole('button', { name: 'English' }).first().click()
    await window.locator('.row-main').first().click()
    await window.keyboard.press('F8')
    await check('the desk and its doubts', '.doubt-words')
    await window.locator('.article-text [data-block]').last().click()
    await window.keyboard.press('Control+3')
    await check('what was done', '.status-act')
    await window.locator('.status-state').click()
    await check('steps', '.step')
    await window.keyboard.press('Escape')

    await window.keyboard.press('Control+Shift+F')
    await check('search', '.saved-name')
    await window.locator('.finder-field input').fill('柳叶')
    await check('hits', '.hit')
    await window.locator('.facet', { hasText: 'Paper' }).click()
    await check('a filter', '.menu-item')
    await window.keyboard.press('Escape')

    await window.keyboard.press('Control+Shift+B')
    await window.locator('.column-row', { hasText: '岭头日报' }).click()
    await check('the library', '.grid-row')
    await desk.call('pages.bin', { ids: [id] })
    await door('Bin')
    await check('the bin', '.bin-pages .list-row')
    await door('Bylines')
    await check('people', '.person-name')
    await door('Imports')
    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, paper)
    await window.keyboard.press('Control+Alt+o')
    await check('an import', '.correction-row[data-known]')
    await window.getByRole('button', { name: 'Import 1 file' }).click()
    await check('its report', '.report-row')
    await window.keyboard.press('Control+Shift+Y')
    await check('the history', '.history-row')
  } finally {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
