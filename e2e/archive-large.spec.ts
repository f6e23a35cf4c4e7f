/** A library of a hundred thousand pages opens, scrolls, sorts and is chosen from, and only what is in view is drawn; what is done to all can be stopped. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { makeArchive } from './harness/large-archive.ts'
import { launch } from './harness/launch.ts'

const PAGES = 103_500

test('a hundred thousand pages scroll', async () => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-large-'))
  const archive = path.join(folder, 'large.banxin')
  makeArchive(archive, PAGES)
  const desk = await launch({ archive })
  try {
    const { window } = desk
    await window.waitForSelector('.row')
    await window.keyboard.press('Control+Shift+B')
    await expect(window.locator('.grid-row').first()).toContainText('2026-03-31')
    expect(await window.locator('.grid').getAttribute('aria-rowcount').then(Number)).toBeGreaterThan(100_000)

    // A person drags the scroll bar through the whole list; every frame is noted.
    const frames = await window.evaluate(async () => {
      const box = document.querySelector('.grid-body')
      if (!box) throw new Error('no table')
      const gaps: number[] = []
      const steps = 240
      let last = performance.now()
      for (let i = 0; i <= steps; i++) {
        box.scrollTop = ((box.scrollHeight - box.clientHeight) * i) / steps
        await new Promise(requestAnimationFrame)
        const now = performance.now()
        gaps.push(now - last)
        last = now
      }
      return gaps.toSorted((a, b) => a - b)
    })
    const at = (share: number) => (frames[Math.floor(frames.length * share)] ?? 0).toFixed(1)
    console.log(`frame p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.999)} ms`)

    expect(await window.locator('.grid-row').count()).toBeLessThan(100)
    await expect(window.locator('.grid-row').last()).toContainText('第', { timeout: 15_000 })
    await window.locator('.grid-row').last().focus()
    await window.keyboard.press('Home')
    await expect(window.locator('.grid-row[data-row="0"]')).toBeFocused()
    await expect(window.locator('.grid-row[data-row="0"]')).toContainText('2026-03-31')
    // However fast the keys come, the list follows each of them.
    for (let n = 0; n < 20; n++) await window.keyboard.press('PageDown', { delay: 0 })
    await expect(window.locator('.grid-row[data-row="300"]')).toBeFocused()
    await window.keyboard.press('Control+a')
    await expect(window.locator('.bulk')).toContainText(/已选 10\d,\d{3} 版/)

    await window.locator('.column-row', { hasText: '海湾日报' }).click()
    await window.getByRole('button', { name: '出版日历' }).click()
    await expect(window.locator('.calendar [data-missing=true]')).toHaveText(['10', '10', '10'])
    // A full year opens at its latest month; keys go from issue to issue.
    await window.getByRole('button', { name: '前一年' }).click()
    const day = (date: string) => window.locator(`.calendar [data-date="${date}"]`)
    await expect(day('2025-12-31')).toBeInViewport()
    await day('2025-12-31').focus()
    await window.keyboard.press('ArrowUp')
    await window.keyboard.press('ArrowUp')
    await window.keyboard.press('ArrowUp')
    await expect(day('2025-12-09')).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(window.locator('.grid-row')).toHaveCount(4)
    await window.getByRole('button', { name: '出版日历' }).click()
    await expect(day('2025-12-09')).toHaveAttribute('aria-current', 'date')
    await expect(day('2025-12-09')).toBeInViewport()

    await window.keyboard.press('Escape')
    await window.keyboard.press('Escape')
    const left = window.locator('.library-list')
    await left.evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await expect(window.locator('.row').last()).toBeVisible()
    expect(await window.locator('.row').count()).toBeLessThan(60)
  } finally {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('an action on thousands of pages is stopped, and what it had done is taken back', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-large-'))
  const archive = path.join(folder, 'large.banxin')
  makeArchive(archive, 30_000)
  const desk = await launch({ archive })
  try {
    const { window } = desk
    await window.waitForSelector('.row')
    await window.keyboard.press('Control+Shift+B')
    const rows = () => window.locator('.grid').getAttribute('aria-rowcount').then(Number)
    await window.locator('.grid-row').first().focus()
    const before = await rows()
    await window.keyboard.press('Control+a')
    const bulk = window.locator('.bulk')
    await bulk.getByRole('button', { name: '移动…' }).click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('版次').fill('Z9')
    await dialog.getByRole('button', { name: '移动', exact: true }).click()
    await expect(dialog.getByRole('status')).toContainText(/正在处理，[\d,]+ \/ [\d,]+ 版/)
    await window.screenshot({ path: test.info().outputPath('moving.png') })
    await dialog.getByRole('button', { name: '停止' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(bulk).toContainText(/[\d,]+ 版/)
    await bulk.getByRole('button', { name: '撤销' }).click()
    await expect(window.locator('.toast', { hasText: '已撤销' })).toBeVisible({ timeout: 60_000 })
    await expect(bulk.getByRole('button', { name: '撤销' })).toHaveCount(0)

    await window.locator('.grid-row').first().focus()
    await window.keyboard.press('Control+a')
    // It is over in a moment, so the button is pressed as soon as it stands there.
    const stopping = () =>
      window.evaluate(
        () =>
          new Promise<void>((done) => {
            const seen = new MutationObserver(() => {
              const stop = [...document.querySelectorAll<HTMLElement>('.bulk button')].find(
                (b) => b.innerText === '停止',
              )
              if (!stop) return
              seen.disconnect()
              stop.click()
              done()
            })
            seen.observe(document.body, { childList: true, subtree: true })
          }),
      )
    const stopped = stopping()
    await bulk.getByRole('button', { name: '移入回收站' }).click()
    await stopped
    await expect(bulk).toContainText(/已把 [\d,]+ 版移入回收站/)
    await expect.poll(rows).toBeLessThan(before)
    expect(await rows()).toBeGreaterThan(1)
    await bulk.getByRole('button', { name: '撤销' }).click()
    await expect.poll(rows, { timeout: 60_000 }).toBe(before)

    // So is taking back, and the rest of it is taken back by another.
    await window.locator('.grid-row').first().focus()
    await window.keyboard.press('Control+a')
    await bulk.getByRole('button', { name: '移入回收站' }).click()
    await expect(bulk).toContainText(/已把 [\d,]+ 版移入回收站/, { timeout: 60_000 })
    const undoStopped = stopping()
    await bulk.getByRole('button', { name: '撤销' }).click()
    await undoStopped
    await expect(window.locator('.toast', { hasText: /已停止：撤销了 [\d,]+ 版/ })).toBeVisible()
    await expect.poll(rows).toBeGreaterThan(1)
    expect(await rows()).toBeLessThan(before)
    await bulk.getByRole('button', { name: '撤销' }).click()
    await expect.poll(rows, { timeout: 60_000 }).toBe(before)
  } finally {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
