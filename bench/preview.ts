/**
 * `npm run bench:preview`: from a key to the recomposed and painted page, in the real window, on a broadsheet page of some
 * 9,000 characters. Prints p50 and p95 in milliseconds; beside them what composing alone took.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../scripts/build.mjs'
import { hasDisplay } from '../scripts/system.mjs'

const KEYS = 120
const WARM = 15
/** The page holds at least so many characters. */
const LENGTH = 9000

const file = fileURLToPath(import.meta.url)
if (!hasDisplay()) {
  const { status } = spawnSync(
    'xvfb-run',
    ['--auto-servernum', '--server-args=-screen 0 1920x1200x24', process.execPath, ...process.execArgv, file],
    { stdio: 'inherit' },
  )
  process.exit(status ?? 1)
}
if (build() !== 0) process.exit(1)
const { launch } = await import('../e2e/harness/launch.ts')
const folder = mkdtempSync(path.join(os.tmpdir(), 'banxin-bench-'))
const desk = await launch()
try {
  const { window } = desk
  const page = path.join(folder, '对开一版.txt')
  const text = broadsheet()
  writeFileSync(page, text)
  await desk.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, page)
  await window.waitForSelector('.paper')
  await window.keyboard.press('Control+o')
  await window.waitForSelector('.toast[data-kind=info]', { timeout: 90_000 })
  await window.keyboard.press('Control+Shift+p')
  await window.waitForSelector('.sheet-painted g[data-block]', { timeout: 90_000 })
  await window.locator('.preview-template').click()
  await window.getByRole('menuitemradio', { name: /全国大报.*对开/ }).click()
  await window.evaluate(() => document.fonts.ready)
  await window.waitForTimeout(3000)
  const lines = await window.locator('.sheet-painted g[data-block]').count()
  const place = window.locator('.article-text[contenteditable] .block[data-role=paragraph]').first()
  await place.click()
  await window.evaluate(watch)
  for (let i = 0; i < WARM + KEYS; i++) {
    await window.keyboard.insertText(i % 25 === 24 ? '。' : '新')
    await window.waitForTimeout(120)
  }
  const taken = (await window.evaluate(() => (globalThis as unknown as { taken: number[] }).taken)).slice(WARM)
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  console.log(`broadsheet page: ${text.replace(/\s/g, '').length} characters, ${lines} lines on the first sheet`)
  console.log(
    `key → recomposed and painted, ${taken.length} of ${KEYS} keys: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, most ${at(1).toFixed(0)} ms`,
  )
  console.log(`load of the machine meanwhile: ${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`)
  if (taken.length < KEYS * 0.9 || at(0.95) >= 100) process.exitCode = 1
} finally {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Notes for every key how long it takes until the sheet that follows it is on the screen. */
function watch() {
  const taken: number[] = []
  Object.assign(globalThis, { taken })
  let from: number | undefined
  document.addEventListener('beforeinput', (event) => (from ??= event.timeStamp), true)
  const sheet = document.querySelector('.sheet-painted')
  const painted = () => {
    const began = from
    if (began === undefined) return
    from = undefined
    // The frame after the change is drawn when the task after its animation frame runs.
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => taken.push(performance.now() - began)
      channel.port2.postMessage(0)
    })
  }
  if (sheet) new MutationObserver(painted).observe(sheet, { childList: true, subtree: true })
}

/** The sample pages as one, as often as it takes to fill a broadsheet. */
function broadsheet(): string {
  const samples = path.resolve(file, '../../resources/samples')
  const texts = readdirSync(samples)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => decoded(readFileSync(path.join(samples, name))))
  let text = ''
  for (let i = 0; text.replace(/\s/g, '').length < LENGTH; i++) text += `${texts[i % texts.length] ?? ''}\n\n`
  return text
}

/** One of the samples is GB18030, as many papers' files are. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
