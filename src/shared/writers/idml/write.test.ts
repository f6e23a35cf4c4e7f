import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../../../scripts/shared-data.mjs'
import { sfntOf } from '../../../main/archive/woff.ts'
import { compose } from '../../layout/compose.ts'
import { TEMPLATES, templateOf } from '../../layout/templates.ts'
import { article, block, page } from '../../page/build.ts'
import { walk } from '../../page/walk.ts'
import { APART } from '../apart-fixture.ts'
import { WESTERN_WORD } from './styles.ts'
import { idmlParts, idmlWriter } from './write.ts'

const text =
  '潮水退到最低处的时候，滩涂上露出一排旧木桩，老人说那是“六十年前”的码头；2026年，新闸门已经立起来了——灯也亮了。'
const body = (count: number) => Array.from({ length: count }, (_, i) => block('paragraph', text.repeat(1 + (i % 3))))
const fixture = page(
  [
    article([
      block('kicker', '向海而行'),
      block('headline', '青浦湾点亮第一盏“潮汐灯”'),
      block('byline', '本报记者 何知秋'),
      ...body(12),
      block('caption', '四号闸门提起，海水涌入流道。'),
      block('credit', '何知秋摄'),
      block('crosshead', '等一个潮\n等了十一年'),
      ...body(9),
    ]),
    article([
      block('headline', '渔港三成渔获上岸前就有了买主'),
      ...body(10),
      block('keyword', '关键词 讲价'),
      block('paragraph', text.repeat(2)),
    ]),
    article([block('headline', '<b>&“尖括号”'), ...body(1), block('paragraph', '每年少排CO₂三吨。')]),
    article([block('folio', '本版责编 周砚')]),
  ],
  { publication: '海湾日报', date: '2026-03-18', number: '04', section: '要闻' },
)
const context = {
  name: '样',
  lang: 'zh',
  picture: () => undefined,
  typeset: () => Promise.reject(new Error('not here')),
} as const
const solid = (s: string) => s.replaceAll(/\s|\u2028/g, '')
const temp = () => mkdtempSync(path.join(os.tmpdir(), 'banxin-idml-'))
const isThere = (command: string, ...args: readonly string[]) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('IDML', () => {
  it('is a package with its mimetype first and stored', async () => {
    const [file] = await idmlWriter.write(fixture, { ...context, template: 'national-tabloid' })
    const bytes = file?.bytes ?? new Uint8Array()
    expect(new TextDecoder().decode(bytes.slice(30, 81))).toBe('mimetypeapplication/vnd.adobe.indesign-idml-package')
    expect(Object.keys(unzipSync(bytes))).toContain('designmap.xml')
  })

  for (const t of TEMPLATES) {
    it(`holds every block once and in order: ${t.id}`, () => {
      const parts = idmlParts(fixture, compose(fixture, t))
      const stories = [...parts].filter(([name]) => name.startsWith('Stories/')).map(([, xml]) => xml)
      const contents = stories.map((xml) =>
        [...xml.matchAll(/<Content>([\s\S]*?)<\/Content>/g)].map((m) => m[1] ?? '').join(''),
      )
      const all = contents.map((c) =>
        solid(c.replaceAll('&lt;', '<').replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&').replaceAll('&amp;', '&')),
      )
      for (const { block: b } of walk(fixture))
        expect(
          all.some((c) => c.includes(solid(b.text))),
          b.text,
        ).toBe(true)
    })
  }

  it('sets small figures in a font that has them, and the text beside them in that of its style', () => {
    const parts = idmlParts(fixture, compose(fixture, templateOf('national-tabloid')))
    const ranges = [...parts.values()].join('').split('<CharacterStyleRange')
    const said = (range = '') => /<Content>([^<]*)/.exec(range)?.[1]
    const at = ranges.findIndex((range) => said(range) === '₂')
    expect([said(ranges[at - 1])?.endsWith('CO'), said(ranges[at + 1])]).toEqual([true, '三吨。'])
    const inKai = [at - 1, at, at + 1].map((i) => ranges[i]?.includes('<AppliedFont type="string">LXGW WenKai<'))
    expect(inKai).toEqual([false, true, false])
  })

  it('sets a headline whose characters were spread as it is measured', () => {
    const spread = page([article([block('headline', '最 后 的 挑 夫'), ...body(3)])])
    const stories = [...idmlParts(spread, compose(spread, templateOf('city-tabloid'))).values()].join('')
    expect(stories).toContain('<Content>最\u2009后\u2009的\u2009挑\u2009夫</Content>')
  })
  it('has Western words of the text parted as English, and none of a heading', () => {
    const styles =
      idmlParts(fixture, compose(fixture, templateOf('national-tabloid'))).get('Resources/Styles.xml') ?? ''
    const styleOf = (name: string) => styles.split('<ParagraphStyle ').find((s) => s.includes(`Name="${name}"`)) ?? ''
    expect(styles).toMatch(/<CharacterStyle Self="CharacterStyle\/西文"[^>]*AppliedLanguage="\$ID\/English: USA"/)
    expect(styleOf('正文')).toMatch(/Hyphenation="true"[\s\S]*CharacterStyle\/西文<[\s\S]*\\u\?\\l\{5,\}/)
    expect(styleOf('主标题')).toContain('Hyphenation="false"')
    expect(styleOf('主标题')).not.toContain('西文')
  })
  it.each([
    ['叫Communications司', ['Communications']],
    ['“beautiful”，technology.', ['beautiful', 'technology']],
    ['AstraZeneca与COMMUNICATIONS', []],
    ['www.example.com/communications 或 observatory@example.org', []],
    ['socio-economically，communications2', []],
  ])('takes for Western words in %s: %j', (of, expected) => {
    const expression = WESTERN_WORD.replaceAll('\\l', 'a-z').replaceAll('\\u', 'A-Z')
    const inPlace = expression.replaceAll(/(?<!\[[^\]]*)([aA]-[zZ])/g, '[$1]')
    expect(of.match(new RegExp(inPlace, 'g')) ?? []).toEqual(expected)
  })
  it('sets the name of a column under its headline in the size that it stands in', () => {
    for (const between of ['', '\n']) {
      const headline = `港口三成渔获上岸前就有了各地买主${between}（新春走基层·海边的日子）`
      const p = page([
        article([block('headline', headline), ...body(3)]),
        article([block('headline', '灯亮了'), ...body(9)]),
      ])
      const xml = [...idmlParts(p, compose(p, templateOf('national-tabloid'))).values()].join('')
      const ranges = xml
        .split('<CharacterStyleRange')
        .filter((range) => /<Content>[^<]*(?:买主|新春走基层)/.test(range))
      const sizes = ranges.map((range) => Number(/PointSize="([\d.]+)"/.exec(range)?.[1]))
      expect(ranges.map((range) => /<Content>([^<]*)/.exec(range)?.[1]).join('')).toBe(
        '港口三成渔获上岸前就有了各地买主\u2028（新春走基层·海边的日子）',
      )
      expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) * 0.7)
    }
  })

  const rng = sharedData('schemas', 'rng', 'IDML.rng')
  it.skipIf(!rng || !isThere('xmllint', '--version'))(
    'is valid by the RELAX NG schema (needs the reference data and xmllint)',
    () => {
      for (const t of TEMPLATES) {
        const file = path.join(temp(), 'single.xml')
        for (const p of [fixture, APART]) {
          writeFileSync(file, single(idmlParts(p, compose(p, t))))
          execFileSync('xmllint', ['--noout', '--relaxng', rng ?? '', file], { stdio: 'pipe' })
        }
      }
    },
  )

  it.skipIf(!isThere('which', 'scribus') || !isThere('which', 'xvfb-run'))(
    'opens in Scribus with every story’s text (needs scribus)',
    async () => {
      const dir = temp()
      const [file] = await idmlWriter.write(fixture, { ...context, template: 'city-broadsheet' })
      writeFileSync(path.join(dir, 'page.idml'), file?.bytes ?? '')
      writeFileSync(path.join(dir, 'fonts.conf'), fontsConf(dir))
      writeFileSync(
        path.join(dir, 'read.py'),
        `import scribus,json
scribus.openDoc('${dir}/page.idml')
open('${dir}/texts.json','w').write(json.dumps([scribus.getAllText(n) for n in scribus.getAllObjects() if scribus.getObjectType(n)=='TextFrame']))
scribus.closeDoc()
`,
      )
      mkdirSync(path.join(dir, 'home'))
      const env = { ...process.env, HOME: path.join(dir, 'home'), FONTCONFIG_FILE: path.join(dir, 'fonts.conf') }
      execFileSync('xvfb-run', ['-a', 'scribus', '-g', '-ns', '-py', path.join(dir, 'read.py')], {
        env,
        stdio: 'ignore',
        timeout: 55_000,
      })
      const texts = (JSON.parse(readFileSync(path.join(dir, 'texts.json'), 'utf8')) as string[]).map(solid) // written by the script above
      for (const { block: b } of walk(fixture))
        expect(
          texts.some((c) => c.includes(solid(b.text))),
          b.text,
        ).toBe(true)
    },
  )
})

/** The package's parts as the single document that the schema describes. */
function single(parts: ReadonlyMap<string, string>): string {
  const inner = (name: string) => (parts.get(name) ?? '').replaceAll(/<\?[^>]*\?>\s*|<\/?idPkg:\w+[^>]*>/g, '')
  const map = (parts.get('designmap.xml') ?? '').replaceAll(/<\?aid[^>]*\?>\s*/g, '')
  const whole = map.replaceAll(/<idPkg:\w+ src="([^"]+)"\s*(?:\/>|><\/idPkg:\w+>)/g, (_, name: string) => inner(name))
  return whole.replace(/ xmlns:idPkg="[^"]*"/, '').replace('DOMVersion="8.0"', 'DOMVersion="21.5"')
}

/** Scribus asks a person when a font is missing: it gets the project's own. */
function fontsConf(dir: string): string {
  const require = createRequire(import.meta.url)
  // only the weights that pages are set in: looking through all of them takes half a minute
  const folders = [
    ['noto-serif-sc', '400Regular'],
    ['noto-serif-sc', '600SemiBold'],
    ['noto-serif-sc', '900Black'],
    ['noto-sans-sc', '400Regular'],
    ['noto-sans-sc', '700Bold'],
    ['noto-sans-sc', '900Black'],
  ].map(([family, weight]) =>
    path.join(path.dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), weight ?? ''),
  )
  const kai = sfntOf(readFileSync(require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')))
  mkdirSync(path.join(dir, 'fonts'))
  writeFileSync(path.join(dir, 'fonts', 'kai.ttf'), kai ?? '')
  const dirs = [...folders, path.join(dir, 'fonts')].map((f) => `<dir>${f}</dir>`).join('')
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${dir}/cache</cachedir></fontconfig>`
}
