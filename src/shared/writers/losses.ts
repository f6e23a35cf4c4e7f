/**
 * What each format can hold, found out by writing: a format holds a thing where two pages that differ in nothing else give different
 * files. The table of README is made of this, so that it cannot say what is not so.
 */
import { unzipSync } from 'fflate'
import { article, block, page } from '../page/build.ts'
import { MARK_KINDS, ROLES } from '../page/page.ts'
import type { Block, Page, PageMeta } from '../page/page.ts'
import type { Lang } from '../page/roles.ts'
import type { Writer, WriterContext, WrittenFile } from './writer.ts'

/** Pages that differ in one thing only; `held` of them all, when every one gives other files. */
export type Probe = {
  readonly id: string
  readonly name: Readonly<Record<Lang, string>>
  readonly pages: readonly Page[]
}

/** How many of a probe's pages a format tells apart, of how many. */
export type Held = { readonly probe: Probe; readonly told: number; readonly of: number }

/** What `writer` holds, probe by probe. */
export async function heldBy(writer: Writer): Promise<readonly Held[]> {
  const held: Held[] = []
  for (const probe of PROBES) {
    const prints = new Set<string>()
    for (const p of probe.pages) prints.add(fingerprint(await writer.write(p, CONTEXT)))
    held.push({ probe, told: prints.size, of: probe.pages.length })
  }
  return held
}

const PICTURE = 'a'.repeat(64)
/** One white point: the smallest PNG there is. */
const PNG = Uint8Array.from([
  137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155, 85,
  0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 248, 15, 0, 1, 1, 1, 0, 27, 182, 238, 86, 0, 0, 0, 0, 73, 69, 78, 68, 174,
  66, 96, 130,
])
const CONTEXT: WriterContext = {
  name: 'probe',
  lang: 'zh',
  picture: (sha256) => (sha256 === PICTURE ? PNG : undefined),
  typeset: (source) => Promise.resolve(new Uint8Array([...source].map((c) => (c.codePointAt(0) ?? 0) % 251))),
}

const TEXT = '青禾镇的水来自上游的白鹭水库，今年省下两成。'
const one = (b: Block, meta: PageMeta = {}): Page => page([article([block('headline', '题目'), b])], meta)
const body = (init: Partial<Block> = {}, text = TEXT): Page => one(block('paragraph', text, init))
const caption = (init: Partial<Block>): Page => one(block('caption', '柳长庚在查看水位。', init))
const pair = (id: string, zh: string, en: string, ...pages: readonly Page[]): Probe => ({ id, name: { zh, en }, pages })

const MARK_NAMES: Readonly<Record<(typeof MARK_KINDS)[number], readonly [string, string]>> = {
  bold: ['加粗', 'bold'],
  italic: ['斜体', 'italic'],
  emphasis: ['着重号', 'emphasis dots'],
  superscript: ['上标', 'superscript'],
  subscript: ['下标', 'subscript'],
  link: ['链接地址', 'link address'],
  dateline: ['电头', 'dateline'],
}

const marked = (kind: (typeof MARK_KINDS)[number]): Page =>
  body({ marks: [{ kind, start: 0, end: 3, ...(kind === 'link' && { href: 'https://example.cn/' }) }] })

const meta = (key: keyof PageMeta, a: string, b: string): readonly Page[] =>
  [a, b].map((value) => one(block('paragraph', TEXT), { [key]: value }))

export const PROBES: readonly Probe[] = [
  pair('articles', '文章划分', 'which blocks are one article', ...splits()),
  pair(
    'order',
    '块的次序',
    'order of the blocks',
    ...[
      ['甲文', '乙文'],
      ['乙文', '甲文'],
    ].map((texts) => page([article(texts.map((t) => block('paragraph', t)))])),
  ),
  pair(
    'roles',
    '角色（14 种）',
    'roles (14 kinds)',
    ...ROLES.map((role) =>
      page([article([block('headline', '题目'), block('paragraph', TEXT), block(role, '云河日报')])]),
    ),
  ),
  pair(
    'lines',
    '标题分行',
    'lines of a heading',
    ...['上一行\n下一行', '上一行下一行'].map((t) => page([article([block('headline', t), block('paragraph', TEXT)])])),
  ),
  ...MARK_KINDS.map((kind) =>
    pair(
      kind,
      ...MARK_NAMES[kind],
      body(),
      kind === 'link' ? linked('https://example.com/') : marked(kind),
      ...(kind === 'link' ? [marked(kind)] : []),
    ),
  ),
  pair(
    'picture',
    '图片本身',
    'the picture itself',
    caption({}),
    caption({ picture: { width: 600, height: 400, sha256: PICTURE } }),
  ),
  pair(
    'placeholder',
    '缺图的比例',
    'proportion of a missing picture',
    caption({ picture: { width: 600, height: 400 } }),
    caption({ picture: { width: 400, height: 600 } }),
  ),
  pair('publication', '报名', 'publication', ...meta('publication', '云河日报', '白鹭晚报')),
  pair('date', '日期', 'date', ...meta('date', '2024-03-12', '2024-03-13')),
  pair('number', '版次', 'page number', ...meta('number', '02', '03')),
  pair('section', '版名', 'section of the paper', ...meta('section', '要闻', '综合')),
  pair('title', '版面标题', 'title given to the page', ...meta('title', '甲', '乙')),
  pair('blanks', '首尾空格', 'blanks at both ends', body(), body({}, ` ${TEXT} `)),
  pair('controls', '控制字符', 'control characters', body({}, `${TEXT}\u0001`), body({}, `${TEXT}\u0002`)),
  pair('halves', '不成对的代理码', 'half surrogate pairs', body({}, `${TEXT}\ud800`), body({}, `${TEXT}\udc00`)),
  pair('spans', '溯源', 'provenance (spans)', body(), body({ spans: [[0, 3]] })),
  pair(
    'confidence',
    '把握与理由',
    'confidence and reasons',
    body(),
    body({ confidence: 0.5, reasons: [{ code: 'x' }] }),
  ),
  pair('joins', '接合处', 'places of joins', body(), body({ joins: [{ at: 3, score: 0.9, reasons: [] }] })),
  pair('confirmed', '人工确认', 'confirmed by a person', body(), body({ confirmed: true })),
  pair('proposals', '待定的建议', 'open proposals', body(), {
    ...body(),
    proposals: [{ id: 'p1', kind: 'join', blocks: ['b1', 'b2'], confidence: 0.5, reasons: [] }],
  }),
]

function splits(): readonly Page[] {
  const [a, b] = [block('paragraph', '甲文在这里。'), block('paragraph', '乙文在这里。')]
  return [page([article([a]), article([b])]), page([article([a, b])])]
}

/** Another address over the same words. */
function linked(href: string): Page {
  return body({ marks: [{ kind: 'link', start: 0, end: 3, href }] })
}

/** The files as one text; a zip by what is in it, and without the time at which it was made. */
function fingerprint(files: readonly WrittenFile[]): string {
  return files.map((f) => `${f.name}\n${contentOf(f)}`).join('\n')
}

function contentOf(f: WrittenFile): string {
  if (f.bytes[0] !== 0x50 || f.bytes[1] !== 0x4b) return latin(f.bytes)
  const parts = Object.entries(unzipSync(f.bytes)).map(([name, bytes]) => `${name}\n${latin(bytes)}`)
  return parts.join('\n').replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '')
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}
