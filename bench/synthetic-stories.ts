/** Material for made-up pages: the stories of gold pages, and stories put together from running news text with invented names. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '../scripts/shared-data.mjs'
import type { Role } from '../src/shared/page/page.ts'
import type { BenchPage } from './structure-pages.ts'
import type { Random } from './random.ts'

/** A block as it was before OCR: the lines of a heading, the one text of a paragraph. */
export type Part = { readonly role: Role; readonly lines: readonly string[] }
export type Story = readonly Part[]
/** Running text: a title and its paragraphs. */
export type Item = { readonly title: string; readonly paragraphs: readonly string[] }

/** The stories of a gold page, fragments put together. */
export function storiesOf(page: BenchPage): readonly Story[] {
  return page.articles.map((a) =>
    a.blocks.map(({ role, spans }) => {
      const lines = spans.flatMap(([s, e]) => page.source.slice(s, e).split(/\s*[\r\n]+\s*/)).filter(Boolean)
      return { role, lines: LINED.has(role) ? lines : [lines.join('')] }
    }),
  )
}

const LINED = new Set<Role>(['kicker', 'headline', 'deck', 'byline', 'crosshead', 'label', 'keyword', 'folio'])

/** News items of the reference corpus, cleaned of what their broadcaster put around them; none where it is absent. */
export function corpusItems(): readonly Item[] {
  const file = sharedData('corpus', 'news-10k.jsonl.gz')
  if (!file) return []
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean)
  return lines.flatMap((line) => {
    const { title, body } = JSON.parse(line) as { title: string; body: string } // the corpus's shape
    const paragraphs = body
      .split(/[\r\n]+/)
      .map((p) =>
        p
          .trim()
          .replace(/^.{0,24}消息[^：:]{0,10}[：:]/, '')
          .replace(/^本台消息[，：]/, ''),
      )
      .filter((p) => p.length > 15 && /[。！？”]$/.test(p) && !/[（(].{0,6}编辑/.test(p))
    const clean = title.replace(/^【[^】]*】/, '').trim()
    return paragraphs.length > 0 && clean.length > 5 && clean.length < 32 ? [{ title: clean, paragraphs }] : []
  })
}

/** A story around a news item: headings, bylines, crossheads, pictures, boxes, as papers have them. */
export function dress(item: Item, others: readonly Item[], r: Random): Story {
  const parts: Part[] = []
  const line = (role: Role, ...lines: string[]) => parts.push({ role, lines })
  const kind = r.pick(['news', 'news', 'feature', 'feature', 'short', 'photo', 'continued'] as const)
  const clause = (min: number, max: number) => clauseOf(r.pick(others), min, max, r)
  const heading = headingOf(item.title, clause, r)
  if (kind === 'photo') {
    if (r.chance(0.2)) line('label', r.pick(['图片新闻', '图片报道', '影像', '图说新闻', '百姓镜头', '光影']))
    if (r.chance(0.7)) line('headline', heading)
    // a picture story's caption may be as long as a paragraph
    line(
      'caption',
      captionOf(item, r) + (r.chance(0.35) ? item.paragraphs[0]!.slice(0, 160).replace(/[^。]*$/, '') : ''),
    )
    if (r.chance(0.85)) line('credit', creditOf(r))
    return parts
  }
  if (kind === 'continued') {
    const first = item.paragraphs[0]!
    const titled = r.chance(0.6)
    const below = r.chance(0.75)
    if (titled && below) line('headline', heading)
    line('jump', r.pick(['（上接第一版）', '（上接第1版）', '（上接A01版）', '（紧接第一版）', '(上接一版)']))
    if (titled && !below) line('headline', heading)
    const at = r.int(4, Math.max(5, first.length - 12))
    line('paragraph', r.chance(0.7) ? first.slice(at) : first)
    for (const p of item.paragraphs.slice(1, 9)) line('paragraph', p)
    return r.chance(0.2) ? [...parts, { role: 'byline', lines: [`记者 ${nameOf(r)}`] }] : parts
  }
  if (r.chance(0.14)) line('label', r.chance(0.6) ? r.pick(LABELS) : clause(3, 5))
  const titled =
    heading +
    (r.chance(0.15)
      ? `（${r.pick(['新春走基层', '经济新方位', '一线见闻', '记者观察', '高质量发展调研行', '奋进新征程'])}${r.chance(0.3) ? `·${clause(3, 6)}` : ''}）`
      : '')
  const kicker = r.chance(0.3)
  if (kicker)
    line(
      'kicker',
      r.chance(0.4)
        ? `${r.chance(0.5) ? `${clause(5, 12)}，` : ''}${clause(6, 16)}——`
        : r.chance(0.3)
          ? clause(8, 18)
          : r.chance(0.5)
            ? `${clause(4, 8)} ${clause(4, 8)}`
            : `${nameOf(r)}在${clause(4, 9)}时强调`,
    )
  if (r.chance(0.12) && titled.length > 14)
    line('headline', titled.slice(0, titled.length >> 1), titled.slice(titled.length >> 1))
  else line('headline', titled)
  if (r.chance(kicker ? 0.1 : 0.28))
    line(
      'deck',
      ...(r.chance(0.4)
        ? [
            `${r.pick(['——', '——', '—', '──', '一一'])}${r.chance(0.5) ? `${clause(4, 10)}` : ''}${clause(6, 14)}${r.pick(['侧记', '纪实', '综述', '调查', '见闻', '述评', '掠影', '小记'])}`,
          ]
        : r.chance(0.4)
          ? [clause(10, 24), clause(8, 16)]
          : r.chance(0.5)
            ? [clause(12, 30)]
            : [`${clause(8, 18)} ${clause(6, 14)}`]),
    )
  const tail = r.chance(0.22)
  const signed = !tail && kind !== 'short' && r.chance(0.6)
  if (signed) line('byline', bylineOf(r))
  const body = item.paragraphs.slice(0, kind === 'short' ? 2 : r.int(4, 16))
  const boxed = r.chance(0.2)
  const sections = kind === 'feature' && body.length > 3 ? r.int(2, 4) : 0
  const opens = new Set(
    Array.from({ length: sections }, (_, i) => Math.floor(((i + 1) * body.length) / (sections + 1))),
  )
  const numbered = r.chance(0.1)
  let n = 0
  // ■ points under the headline are paragraphs without a full stop
  if (r.chance(0.08))
    for (let k = r.int(2, 4); k > 0; k--)
      line(
        'paragraph',
        `${r.pick(['■ ', '■', '■　', '● ', '▶'])}${r
          .pick(r.pick(others).paragraphs)
          .replace(/[。！？”]+$/, '')
          .slice(0, 160)}`,
      )
  body.forEach((p, i) => {
    if (opens.has(i)) {
      if (boxed)
        line(
          'keyword',
          `关键词${r.pick([' ', '　', '：'])}${r.pick(['经济', '生态', '民生', '项目', '智治', '服务', '文化', '创新'])}`,
        )
      const number = numbered ? `${'一二三四五六'[n]}、` : ''
      line('crosshead', ...crossheadOf(clause, r).map((t, k) => (k === 0 ? number + t : t)))
      n++
    }
    line('paragraph', i === 0 && r.chance(signed ? 0.15 : tail ? 0.4 : 0.85) ? datelineOf(r) + p : p)
    if (r.chance(kind === 'short' ? 0.05 : 0.1)) {
      const caption = captionOf(r.pick(others), r)
      line('caption', caption)
      if (r.chance(caption.endsWith('。') ? 0.88 : 0.5)) line('credit', creditOf(r))
    }
  })
  if (tail)
    line(
      'byline',
      ...(r.chance(0.5)
        ? [`记者 ${nameOf(r)}`, `通讯员 ${nameOf(r)} ${nameOf(r)}`]
        : [
            r.chance(0.4)
              ? nameOf(r)
              : r.chance(0.4)
                ? `${nameOf(r)}  ${nameOf(r)}${r.chance(0.4) ? `  ${nameOf(r)}` : ''}`
                : `${r.pick(['记者', '本报记者'])} ${nameOf(r)}`,
          ]),
    )
  else if (r.chance(kind === 'short' ? 0.4 : 0.04))
    line(
      'byline',
      r.pick([`（${nameOf(r)}）`, `（记者 ${nameOf(r)}）`, `（通讯员 ${nameOf(r)}）`, `（${nameOf(r)} ${nameOf(r)}）`]),
    )
  if (r.chance(0.06)) line('credit', `（图片由${clause(4, 9)}提供）`)
  if (r.chance(0.06))
    line(
      'note',
      r.pick([
        '（作者为本报评论员）',
        '（本报记者参与采写）',
        `（作者单位：${clause(4, 8)}）`,
        `数据来源：${clause(4, 7)}`,
      ]),
    )
  if (r.chance(0.05)) line('jump', r.pick(['（下转第二版）', '（下转第4版）', '（下转A06版）', '下转第3版']))
  return parts
}

function headingOf(title: string, clause: (min: number, max: number) => string, r: Random): string {
  const spaced = title.replace(/[，,]/g, () => (r.chance(0.5) ? ' ' : '，'))
  const shape = r.int(0, 10)
  if (shape < 5) return spaced
  if (shape < 6) return `${clause(4, 8)} ${clause(4, 8)}`
  if (shape < 7) return `${clause(2, 5)}：${clause(6, 14)}`
  if (shape < 8) return `“${clause(4, 10)}”`
  if (shape < 9) return clause(4, 12)
  return `${clause(4, 8)}，${clause(5, 10)}`
}

/** A crosshead of one line or two, in one of the shapes that papers give it. */
function crossheadOf(clause: (min: number, max: number) => string, r: Random): readonly string[] {
  const shape = r.int(0, 24)
  if (shape < 6) return [`${clause(4, 9)}，${clause(4, 9)}`]
  if (shape < 10) return [clause(5, 16)]
  if (shape < 12) return [`“${clause(4, 8)}”${clause(3, 8)}`]
  if (shape < 14) return [clause(5, 11), clause(5, 12)]
  if (shape < 16)
    return [`${clause(3, 6)}“${clause(2, 4)}”`, `${clause(3, 7)}${r.chance(0.6) ? `“${clause(2, 4)}”` : ''}`]
  if (shape < 17) return [`${clause(2, 6)}：${clause(5, 12)}`]
  if (shape < 18) return [`${clause(4, 9)} ${clause(4, 9)}`]
  if (shape < 19) return [clause(2, 2).split('').join(' ')]
  if (shape < 20) return [`${clause(6, 14)}${r.pick(['——', '？', '！'])}`]
  if (shape < 21) return [`【${clause(3, 10)}】`]
  if (shape < 22) return [`${clause(4, 10)}，${clause(4, 9)}？`]
  if (shape < 23) return [`${r.pick(['（一）', '（二）', '一、', '1.', '①'])}${clause(4, 14)}`]
  return [`${clause(4, 8)}、${clause(4, 8)}`]
}

const LABELS = [
  '短新闻',
  '今日关注',
  '基层速递',
  '记者观察',
  '一线调查',
  '民生热线',
  '读者来信',
  '时评',
  '积极行动',
  '图片新闻',
  '简讯',
  '会议现场',
]

/** The top strip of a page. */
export function folioOf(r: Random): readonly string[] {
  const date = `20${r.pick(['05', '12', '19', '22'])}年${r.int(1, 13)}月${r.int(1, 29)}日`
  const day = `星期${r.pick([...'一二三四五六日'])}`
  const number = r.pick(['01版', '第2版', 'A04', '03', '第四版'])
  const section = r.pick([
    '要闻',
    '综合',
    '经济',
    '地方新闻',
    '要闻·综合',
    '民生·社会',
    '国际新闻',
    '文化周刊',
    '时政',
    '教育·科技',
    '县区新闻',
  ])
  const paper =
    r.pick([...PLACES]) +
    r.pick([...PLACES]) +
    r.pick(['日报', '晚报', '时报', '晨报', '商报', '农报', '都市报', '周刊', '报'])
  const staff = `${r.pick(['责任编辑', '本版责编', '本版编辑', '编辑'])}${r.pick(['：', ':', ' '])}${nameOf(r)}${r.pick([' ', '　', '  '])}${r.pick(['版式设计', '美编', '校对', '视觉'])}${r.pick(['：', ':', ' '])}${nameOf(r)}`
  const whole = [date, day, section, number]
  if (r.chance(0.3)) whole.push(paper)
  if (r.chance(0.25))
    return r.shuffled([paper, section, ...(r.chance(0.5) ? [number] : []), ...(r.chance(0.5) ? [date] : [])])
  return r.chance(0.6)
    ? [r.shuffled(whole).join(' '), ...(r.chance(0.4) ? [staff] : [])]
    : r.shuffled([`${date} ${day}`, section, number, ...(r.chance(0.5) ? [staff] : [])])
}

const PLACES = '江河海山岭川湖州城安宁平阳东南西北清云龙凤临新长永兴华'
const COMPOUND = ['欧阳', '上官', '司马', '诸葛', '慕容', '令狐', '司徒', '皇甫', '尉迟', '端木', '夏侯']

export function nameOf(r: Random): string {
  const given = r.pick([...GIVEN]) + (r.chance(0.65) ? r.pick([...GIVEN]) : '')
  const surname = r.chance(0.03) ? r.pick(COMPOUND) : r.pick([...SURNAMES])
  return given.length === 1 && surname.length === 1 && r.chance(0.4) ? `${surname} ${given}` : surname + given
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛'
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国新春海山林雨欣晨宇浩然子轩梓涵思远志宏晓东立峰玉梅金凤长安永福德胜一鸣若水清源'

function bylineOf(r: Random): string {
  const names = () => Array.from({ length: r.int(1, 4) }, () => nameOf(r)).join(r.pick([' ', '　', '、', '  ']))
  return r.pick([
    () => nameOf(r),
    () => nameOf(r),
    names,
    names,
    () => `本报记者 ${names()}`,
    () => `本报记者 ${names()}`,
    () => `记者 ${names()}`,
    () => `本报记者 ${nameOf(r)} 通讯员 ${names()}`,
    () => `■本报记者 ${names()}`,
    () => `□ ${names()}`,
    () => `文/${nameOf(r)}`,
    () => `文/图 ${names()}`,
    () => `本报记者 ${names()} 文/图`,
    () => `本报记者 ${nameOf(r)}/文 ${nameOf(r)}/图`,
    () => `记者 ${nameOf(r)} 文/摄`,
    () => `通讯员 ${names()}`,
  ])()
}

function creditOf(r: Random): string {
  const by = () => nameOf(r)
  return r.pick([
    () => `新华社记者 ${by()}摄`,
    () => `本报记者 ${by()}摄`,
    () => `${by()}摄（影像中国）`,
    () => `${by()}摄（人民视觉）`,
    () => `${by()} 摄`,
    () => '通讯员供图',
    () => `通讯员 ${by()} 摄`,
    () => `记者 ${by()} 摄`,
    () => `${by()}/摄`,
    () => `（${by()}摄）`,
    () => '（资料图片）',
    () => `图/${by()}`,
    () => '受访者供图',
    () => `新华社发（${by()} 摄）`,
  ])()
}

function captionOf(item: Item, r: Random): string {
  const sentence =
    item.paragraphs.flatMap((p) => p.split(/(?<=。)/)).find((s) => s.length > 10 && s.length < 60) ?? item.title
  const date = r.chance(0.5) ? `${r.int(1, 13)}月${r.int(1, 29)}日，` : ''
  const bare = sentence.replace(/^[^，]{1,8}，/, '').replace(/[“”]/g, '')
  return r.pick([
    () => `${date}${bare}`,
    () => `${date}${bare}`,
    () => `图为${bare}`,
    () => `图①：${bare}`,
    () => clauseOf(item, 4, 14, r) + r.pick(['全貌', '一角', '', '夜景', '现场', '外景']),
    () => `${clauseOf(item, 4, 12, r)}。`,
    () => `上图：${bare}`,
  ])()
}

function datelineOf(r: Random): string {
  const day = `${r.int(1, 13)}月${r.int(1, 29)}日`
  const by = r.chance(0.7) ? `${r.pick(['（', '  （', '('])}记者${r.pick(['', ' '])}${nameOf(r)}）` : ''
  return r.pick([
    `新华社北京${day}电${r.pick([' ', '  ', '　'])}${by}`,
    `本报讯${by}${by ? '' : '  '}`,
    `本报北京${day}电${by || ' '}`,
    `本报讯 `,
  ])
}

/** A clause of the item's text or title, of `min`…`max` characters, without marks. */
function clauseOf(item: Item, min: number, max: number, r: Random): string {
  const clauses = [item.title, ...item.paragraphs]
    .flatMap((t) => t.split(/[，。！？：；“”、（）()《》\s—]+/))
    .filter((c) => c.length >= min && c.length <= max && !/^[的了和在]/.test(c))
  return clauses.length > 0 ? r.pick(clauses) : item.title.replace(/[，。！？：；“”、（）()《》\s—]/g, '').slice(0, max)
}
