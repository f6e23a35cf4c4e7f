/** The whole path on a sample page, step by step, with a picture of each: what `npm run demo` shows. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { block, caretAt, importFile, saved } from './harness/desk.ts'
import { allSamples, launch, root } from './harness/launch.ts'

test('from OCR text to a finished page', async () => {
  const out = process.env['BANXIN_DEMO_OUT'] ?? test.info().outputDir
  mkdirSync(out, { recursive: true })
  const desk = await launch({ first: true })
  const { window, app } = desk
  let step = 0
  const shot = async (name: string) => {
    await window.evaluate(() => document.fonts.ready)
    await window.waitForTimeout(350)
    await window.screenshot({ path: path.join(out, `${String(++step).padStart(2, '0')}-${name}.png`) })
  }

  await window.waitForSelector('.paper')
  await allSamples(window)
  await shot('start')

  await importFile(desk, path.join(root, 'resources/samples/海湾日报_20260318_A01.txt'))
  await expect(block(desk, 'headline').first()).toBeVisible()
  // The news that it stood in the archive already would lie over the foot of the source.
  await window.locator('.toast button').click()
  await caretAt(desk, '2015年，市水利勘测院', 12)
  await shot('page-beside-its-source')

  await window.keyboard.type('（记者现场）')
  await saved(desk)
  await shot('typed-and-saved')

  await window.keyboard.press('Control+.')
  await shot('role-menu')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Control+4')
  await expect(block(desk, 'standfirst').filter({ hasText: '2015年' })).toBeVisible()
  await shot('role-changed')

  await window.keyboard.press('Control+z')
  await window.keyboard.press('Control+z')
  await expect(window.locator('.article-text').filter({ hasText: '（记者现场）' })).toHaveCount(0)
  await shot('undone')

  await window.keyboard.press('Control+Shift+P')
  await expect(window.locator('.sheet-paper text').first()).toBeVisible()
  await shot('preview')
  await window.keyboard.press('Control+Shift+P')
  await window.keyboard.press('Control+Shift+O')

  await window.keyboard.press('Control+k')
  await shot('commands')
  await window.keyboard.press('Escape')

  for (const [extension, name] of [
    ['html', /HTML|网页/],
    ['pdf', /PDF/],
  ] as const) {
    const target = path.join(out, `海湾日报_20260318_A01.${extension}`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, target)
    await window.keyboard.press('Control+e')
    if (extension === 'html') await shot('export')
    await window.getByRole('menuitem', { name }).first().click()
    await expect.poll(() => existsSync(target) && statSync(target).size, { timeout: 20_000 }).toBeGreaterThan(1000)
  }
  await shot('exported')

  await window.getByRole('button', { name: '外观' }).click()
  await window.getByRole('menuitemradio', { name: '深色' }).click()
  await window.getByRole('button', { name: '切换到 English' }).click()
  await shot('dark-and-english')
  await desk.close()
})
