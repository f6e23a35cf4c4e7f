import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import type { Page } from '../../shared/page/page.ts'
import { walk } from '../../shared/page/walk.ts'
import { pdfOf } from '../../shared/writers/pdf/write.ts'
import type { WriterContext } from '../../shared/writers/writer.ts'
import { typeset } from './typeset.ts'

const text =
  '潮水退到最低处的时候，滩涂上露出一排旧木桩，老人说：“那是六十年前的码头。”2026年，新闸门（一号）已经立起来了——灯也亮了……'
const body = (count: number) => Array.from({ length: count }, (_, i) => block('paragraph', text.repeat(1 + (i % 3))))
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const sha256 = 'a'.repeat(64)
const fixture = page(
  [
    article([
      block('kicker', '向海而行'),
      block('headline', '青浦湾点亮第一盏“潮汐灯”'),
      block('byline', '本报记者 何知秋'),
      ...body(6),
      block('caption', '四号闸门提起。', { picture: { sha256, width: 600, height: 400 } }),
      block('crosshead', '等一个潮\n等了十一年'),
      ...body(20),
    ]),
    article([
      block('headline', '渔港三成渔获上岸前就有了买主'),
      ...body(12),
      block('keyword', '关键词 讲价'),
      ...body(2),
    ]),
    article([block('headline', '老井水可以寄一瓶给远方“\\#$"'), ...body(1)]),
  ],
  { publication: '海湾日报', date: '2026-03-18', number: '04', section: '要闻' },
)
const context: WriterContext = {
  name: '样',
  lang: 'zh',
  picture: (hash) => (hash === sha256 ? PNG : undefined),
  typeset,
}

async function written(pages: readonly Page[], more: Partial<WriterContext> = {}): Promise<string> {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'banxin-pdf-')), 'page.pdf')
  writeFileSync(file, await pdfOf(pages, { ...context, ...more }))
  return file
}
const run = (command: string, ...args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const has = (command: string) => {
  try {
    run('which', command)
    return true
  } catch {
    return false
  }
}
const solid = (s: string) => s.replaceAll(/\s/g, '')

describe('the page as PDF', () => {
  it('is a PDF, plain and for the archive, with and without marks', async () => {
    for (const print of [{}, { marks: true }, { archive: true }]) {
      expect(run('head', '-c', '5', await written([fixture], { print }))).toBe('%PDF-')
    }
  })
  it.skipIf(!has('pdftotext'))('gives every block whole and every story in order (needs pdftotext)', async () => {
    for (const template of ['national-broadsheet', 'city-tabloid', 'feature-broadsheet']) {
      const out = solid(run('pdftotext', '-raw', await written([fixture], { template }), '-'))
      let at = 0
      for (const { block: b } of walk(fixture)) {
        const found = out.indexOf(solid(b.text), at)
        expect(found, `${template} ${b.role} ${b.text.slice(0, 12)}`).toBeGreaterThanOrEqual(0)
        at = found
      }
    }
  })
  it.skipIf(!has('qpdf'))('says what is heading, paragraph and picture to who hears it (needs qpdf)', async () => {
    const file = await written([fixture], { template: 'national-broadsheet' })
    const raw = run('qpdf', '--qdf', '--object-streams=disable', file, '-')
    const count = (tag: string) => raw.match(new RegExp(`/S /${tag}\\n`, 'g'))?.length
    expect([count('H1'), count('H2'), count('Figure')]).toEqual([3, 2, 1])
    expect(count('P')).toBeGreaterThanOrEqual([...walk(fixture)].length - 5)
    expect(raw).toContain('/Marked true')
  })
  it('says in the file that it is PDF/A-2, with its date', async () => {
    const pdf = Buffer.from(await pdfOf([fixture], { ...context, print: { archive: true } })).toString('latin1')
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf).toContain('2026-03-18')
  })
  it.skipIf(!has('pdffonts'))('embeds and subsets every font with a Unicode map (needs pdffonts)', async () => {
    const fonts = run('pdffonts', await written([fixture]))
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.length).toBeGreaterThan(2)
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+.* yes yes yes /)
  })
  it.skipIf(!has('qpdf') || !has('pdfinfo'))(
    'says where a sheet with marks is cut (needs qpdf and pdfinfo)',
    async () => {
      const file = await written([fixture, fixture], { print: { marks: true }, template: 'city-tabloid' })
      expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
      const info = run('pdfinfo', '-box', '-l', '2', file)
      const box = (name: string) =>
        (new RegExp(`2 ${name}:\\s+([\\d. ]+)`).exec(info)?.[1] ?? '').trim().split(/\s+/).map(Number)
      const [left = 0, , right = 0] = box('TrimBox')
      expect(right - left).toBeCloseTo((275 / 25.4) * 72, 1)
      expect((left - (box('BleedBox')[0] ?? 0)) * (25.4 / 72)).toBeCloseTo(3, 1)
    },
  )
  it.skipIf(!has('qpdf'))('passes qpdf, has properties, an outline and black alone (needs qpdf)', async () => {
    const file = await written([fixture, fixture], { template: 'national-broadsheet' })
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors')
    const raw = run('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(raw.match(/\/Type \/Page\n|\/Type \/Page$/gm)?.length).toBe(2)
    expect(raw).toContain('/Outlines')
    expect(raw).toMatch(/0 0 0 1 k/)
    expect(raw).not.toMatch(/\n(?:[\d.]+ ){3}rg\n/)
  })
})
