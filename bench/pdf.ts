/** The print page as PDF, side by side in one run: our composition and Typst, and Electron's printToPDF of the same text in columns. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { electronRuntime } from '../scripts/electron.mjs'
import { typeset } from '../src/main/archive/typeset.ts'
import { compose } from '../src/shared/layout/compose.ts'
import { templateOf } from '../src/shared/layout/templates.ts'
import type { Page } from '../src/shared/page/page.ts'
import { pdfOf } from '../src/shared/writers/pdf/write.ts'
import { count, edited, quantile, samplePage } from './sample-page.ts'

const RUNS = 12
const out = (line: string) => process.stdout.write(`${line}\n`)
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const page = samplePage(9000)
const t = templateOf('national-broadsheet')
const { placement } = compose(page, t)
out(`A broadsheet page of ${count(page.articles)} characters, ${RUNS} runs with an edit before each.`)

const ours = await measureOurs()
const theirs = measureElectron()
report('Banxin (compose + Typst)', ours)
if (theirs) {
  report('Electron printToPDF', theirs)
  out(`ratio ${(quantile(theirs.times, 0.5) / quantile(ours.times, 0.5)).toFixed(1)} × (printToPDF / Banxin, p50)`)
} else out('Electron printToPDF skipped: no Electron runtime or no display here.')

type Measured = { readonly first: number; readonly times: readonly number[]; readonly bytes: number }

async function measureOurs(): Promise<Measured> {
  const times: number[] = []
  let bytes = 0
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now()
    const pdf = await pdfOf([edited(page, run)], {
      name: 'page',
      lang: 'zh',
      picture: () => undefined,
      typeset,
      print: { placement },
    })
    times.push(performance.now() - from)
    bytes = pdf.length
    writeFileSync(path.join(folder, 'ours.pdf'), pdf)
  }
  return { first: times[0] ?? NaN, times: times.slice(1), bytes }
}

function measureElectron(): Measured | undefined {
  const runtime = electronRuntime()
  if (!runtime) return undefined
  const html = path.join(folder, 'page.html')
  const pdf = path.join(folder, 'theirs.pdf')
  writeFileSync(html, htmlOf(page))
  const { trim } = t
  const env = {
    ...process.env,
    BANXIN_HTML: html,
    BANXIN_PDF: pdf,
    BANXIN_RUNS: String(RUNS),
    BANXIN_INCHES: `${trim.width / 25.4}x${trim.height / 25.4}`,
  }
  const flags = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    path.join(import.meta.dirname, 'print-rival'),
  ]
  const command: readonly [string, readonly string[]] = process.env.DISPLAY
    ? [runtime.executable, flags]
    : ['xvfb-run', ['-a', runtime.executable, ...flags]]
  const { stdout } = spawnSync(command[0], command[1], { env, encoding: 'utf8', timeout: 120_000 })
  const line = /^RESULT (.*)$/m.exec(stdout ?? '')?.[1]
  if (!line) return undefined
  const said = JSON.parse(line) as Measured // written by print-rival
  return { first: said.first, times: said.times.slice(1), bytes: statSync(pdf).size }
}

/** The same text in the same fonts on a sheet of the same size, in CSS columns. */
function htmlOf(p: Page): string {
  const require = createRequire(import.meta.url)
  const font = (family: string, file: string) =>
    pathToFileURL(path.join(path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), file)).href
  const faces = [
    ['Song', 400, font('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf')],
    ['Song', 900, font('noto-serif-sc', '900Black/NotoSerifSC_900Black.ttf')],
    ['Hei', 400, font('noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf')],
    ['Hei', 700, font('noto-sans-sc', '700Bold/NotoSansSC_700Bold.ttf')],
  ]
  const style = faces
    .map(([family, weight, url]) => `@font-face{font-family:${family};font-weight:${weight};src:url(${url})}`)
    .join('')
  const escape = (s: string) => s.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)
  const body = p.articles
    .map(
      (a) =>
        `<article>${a.blocks.map((b) => (b.role === 'headline' ? `<h2>${escape(b.text)}</h2>` : b.role === 'crosshead' ? `<h3>${escape(b.text)}</h3>` : `<p>${escape(b.text)}</p>`)).join('')}</article>`,
    )
    .join('')
  return `<!doctype html><meta charset="utf-8"><style>${style}body{margin:20mm;columns:6;font:9pt/13pt Song;text-align:justify}h2{font:900 28pt Song;column-span:all}h3{font:700 10.5pt Hei}p{text-indent:2em;margin:0}</style><body>${body}`
}

function report(name: string, m: Measured): void {
  out(
    `${name.padEnd(26)} first ${m.first.toFixed(0)} ms, then p50 ${quantile(m.times, 0.5).toFixed(0)} ms, p95 ${quantile(m.times, 0.95).toFixed(0)} ms, ${(m.bytes / 1000).toFixed(0)} kB`,
  )
}
