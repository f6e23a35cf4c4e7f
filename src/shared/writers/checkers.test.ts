// Other people's programs judge our files. Each test skips, saying so, where its program is absent.
import { execFile, execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { sharedData } from '../../../scripts/shared-data.mjs'
import type { Page } from '../page/page.ts'
import { APART } from './apart-fixture.ts'
import { docxWriter } from './docx/write.ts'
import { FIXTURE } from './fixture.ts'
import { hostilePage } from './hostile.ts'
import { htmlWriter } from './html/write.ts'
import { DOM_VERSION, icmlWriter } from './icml/write.ts'
import { siteWriter } from './site/write.ts'
import { CONTEXT, inkOf, ink, textOf } from './testing.ts'
import type { Writer, WriterContext } from './writer.ts'

const run = promisify(execFile)
const vnuJar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
const folder = mkdtempSync(path.join(tmpdir(), 'banxin-checkers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hostile = fc.sample(hostilePage, { numRuns: 12, seed: 7 })

test.skipIf(missing('java', '-version'))(
  'the Nu Html Checker finds nothing in web pages and digital editions (needs java)',
  async () => {
    const files = await written(htmlWriter, [FIXTURE, APART, ...hostile.filter((p) => p.articles.length > 0)])
    const site = (await written(siteWriter, [FIXTURE], ON_THE_WEB)).filter((f) => /\.(?:html|css|svg)$/.test(f))
    const { stderr } = await run('java', [
      '-jar',
      vnuJar,
      '--errors-only',
      '--also-check-css',
      '--also-check-svg',
      ...files,
      ...site,
    ]).catch((error: unknown) => error as { stderr: string })
    expect(stderr.split('\n').filter((line) => !IGNORED.test(line))).toEqual([])
  },
  120_000,
)

/** An edition with a picture of the printed page, and a place on the web. */
const PAPER = { sha256: 'ab'.repeat(32), width: 1200, height: 1700 }
const ON_THE_WEB = {
  paper: PAPER,
  siteUrl: 'https://paper.example.cn/epaper/',
  picture: (sha256: string) => (sha256 === PAPER.sha256 ? Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) : undefined),
}

/** What it says of text that no page of a newspaper has: not normalised, private characters. */
const IGNORED = /^$|Unicode Normalization Form C|private use/i

test.skipIf(missing('xmllint', '--version') || !sharedData('schemas/rng'))(
  'InCopy stories fit the schema (needs xmllint and the schema)',
  async () => {
    const schema = sharedData('schemas/rng/IDML.rng') ?? ''
    for (const file of await written(icmlWriter, [FIXTURE, APART, ...hostile])) {
      // The schema is fixed to one version of InDesign; nothing else that we write depends on it.
      writeFileSync(file, readFileSync(file, 'utf8').replace(`DOMVersion="${DOM_VERSION}"`, 'DOMVersion="21.5"'))
      await run('xmllint', ['--noout', '--nonet', '--relaxng', schema, file])
    }
  },
  120_000,
)

test.skipIf(missing('soffice', '--version'))(
  'LibreOffice reads the same text in Word documents (needs soffice)',
  async () => {
    const [file = ''] = await written(docxWriter, [FIXTURE])
    await run('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/office`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      file,
    ])
    const text = readFileSync(file.replace(/docx$/, 'txt'), 'utf8').replace('\ufeff', '')
    expect(ink(text)).toBe(inkOf(FIXTURE).join(''))
  },
  120_000,
)

test.skipIf(missing('xmllint', '--version'))('feed and sitemap are well-formed (needs xmllint)', async () => {
  const xml = (await written(siteWriter, [FIXTURE, ...hostile], ON_THE_WEB)).filter((f) => f.endsWith('.xml'))
  await run('xmllint', ['--noout', '--nonet', ...xml])
})

let count = 0

/** Writes the files of `pages` and gives their paths. */
async function written(
  writer: Writer,
  pages: readonly Page[],
  context: Partial<WriterContext> = {},
): Promise<readonly string[]> {
  const files: string[] = []
  for (const p of pages) {
    for (const f of await writer.write(p, { ...CONTEXT, ...context, name: `p${++count}` })) {
      const to = path.join(folder, f.name)
      mkdirSync(path.dirname(to), { recursive: true })
      writeFileSync(to, f.bytes)
      files.push(to)
    }
  }
  expect(files.every((f) => textOf({ name: f, bytes: readFileSync(f) }).length > 0)).toBe(true)
  return files
}

function missing(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: 'ignore' })
    return false
  } catch {
    return true
  }
}
