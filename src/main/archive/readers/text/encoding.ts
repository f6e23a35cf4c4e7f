/** Guesses in which encoding Chinese text is written, and decodes it. */
import { isUtf8 } from 'node:buffer'

export type Decoded = {
  readonly text: string
  readonly encoding: string
  /** 0…1: how sure the guess is; 1 for a byte order mark, valid UTF-8 or a person's choice. */
  readonly confidence: number
}

/** Encodings that a person may choose, as the WHATWG standard names them. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const
/** Files of both put together: each line is in one of them. */
export const MIXED = 'utf-8+gb18030'
type Plain = (typeof ENCODINGS)[number]
export type Encoding = Plain | typeof MIXED

export const isEncoding = (name: string): name is Encoding =>
  name === MIXED || (ENCODINGS as readonly string[]).includes(name)

/** The text of `bytes` by the encoding that fits best. */
export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes)
  if (marked) return decodeAs(bytes, marked === 'utf-8' && isMixed(bytes) ? MIXED : marked)
  const sample = bytes.subarray(0, SAMPLE)
  const text = asUtf8(bytes)
  if (text !== undefined) return { text, encoding: 'utf-8', confidence: 1 }
  if (isMixed(bytes)) return decodeAs(bytes, MIXED)
  const ranked = candidates(sample)
    .map((encoding) => ({ encoding, score: likeness(sample, encoding) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = ranked
  if (!best || !second) return decodeAs(bytes, 'utf-8')
  const confidence = Math.max(0, Math.min(0.99, best.score - Math.max(0, second.score) / 2))
  return { ...decodeAs(bytes, best.encoding), confidence }
}

/** The text of `bytes` in `encoding`, without its byte order mark; what does not fit becomes U+FFFD. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): Decoded => ({
  text:
    encoding === MIXED
      ? runsOf(bytes)
          .map((run) => decoderOf(run.encoding).decode(run.bytes))
          .join('')
      : decoderOf(encoding).decode(bytes),
  encoding,
  confidence: 1,
})

type Run = { readonly encoding: 'utf-8' | 'gb18030'; readonly bytes: Uint8Array }

/** Lines of one encoding that follow each other; one of ASCII is of either. In neither is a line's end a part of a character. */
function runsOf(bytes: Uint8Array): readonly Run[] {
  const runs: { encoding: Run['encoding'] | undefined; start: number; end: number }[] = []
  for (const [start, end] of partsOf(bytes)) {
    const part = bytes.subarray(start, end)
    const encoding = part.every((b) => b < 0x80) ? undefined : isUtf8Line(part) ? 'utf-8' : 'gb18030'
    const last = runs.at(-1)
    if (last && (encoding === undefined || (last.encoding ?? encoding) === encoding)) {
      last.encoding ??= encoding
      last.end = end
    } else runs.push({ encoding, start, end })
  }
  return runs.map(({ encoding = 'utf-8', start, end }) => ({ encoding, bytes: bytes.subarray(start, end) }))
}

/** The lines; of one on which a file ends without a line's end and another begins, each of the two. */
function* partsOf(bytes: Uint8Array): Generator<readonly [start: number, end: number]> {
  for (let start = 0; start < bytes.length;) {
    const at = bytes.indexOf(0x0a, start)
    const end = at < 0 ? bytes.length : at + 1
    const seam = start + seamIn(bytes.subarray(start, end))
    if (seam > start) yield [start, seam]
    yield [seam, end]
    start = end
  }
}

/** Where a line that is UTF-8 up to there goes on in GB18030, or the other way round; 0: nowhere. */
function seamIn(line: Uint8Array): number {
  if (isUtf8(line)) return 0
  const { head, tails } = utf8Ends(line)
  if (isSeam(line.subarray(0, head), line.subarray(head))) return head
  return tails.find((tail) => isSeam(line.subarray(tail), line.subarray(0, tail))) ?? 0
}

/** In bytes: two characters, as a short headline has. */
const LEAST_BESIDE = 6

const isSeam = (utf8: Uint8Array, rest: Uint8Array): boolean =>
  utf8.filter((b) => b >= 0x80).length >= LEAST_BESIDE && isUtf8Line(utf8) && isWhole(rest, 'gb18030')

/**
 * How far a line is UTF-8 from its beginning, and from where it may be to its end: after the last byte that is none, or some characters later,
 * since the end of x。 in GB18030 may be one in UTF-8. Characters of two bytes beside such a place are of GB18030: Chinese ones have three.
 */
function utf8Ends(line: Uint8Array): { readonly head: number; readonly tails: readonly number[] } {
  let head: number | undefined
  let tails: number[] = []
  let isSure = false
  for (let i = 0; i < line.length;) {
    const size = utf8Size(line, i)
    if (size === 0) head ??= i
    if (size === 0 || (size === 2 && !isSure)) {
      tails = []
      isSure = false
    } else if (tails.length === 0 || (size > 2 && tails.length < MOST_TAILS)) tails.push(i)
    isSure ||= size > 2
    i += Math.max(1, size)
  }
  head ??= line.length
  while (head > 1 && utf8Size(line, head - 2) === 2) head -= 2
  return { head, tails }
}

const MOST_TAILS = 4

/** Of the character of UTF-8 that begins at `at`, in bytes; 0: none does. */
function utf8Size(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  for (let i = 1; i < size; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return size
}

/** A few characters of GBK are by chance valid UTF-8, and say nothing in it. A sign alone (→A08) says nothing in GBK either. */
function isUtf8Line(line: Uint8Array): boolean {
  if (!isUtf8(line)) return false
  const other = likeness(line, 'gb18030')
  return likeness(line, 'utf-8') >= other || (other <= 0 && line.some((b) => b >= 0xe0))
}

/** Whether the bytes are no valid UTF-8 as a whole, and Chinese text without a misfit where each line is read in its own encoding. */
function isMixed(bytes: Uint8Array): boolean {
  if (isUtf8(bytes) || bytes.subarray(0, SAMPLE).includes(0)) return false
  const runs = runsOf(bytes)
  return (['utf-8', 'gb18030'] as const).every((encoding) => {
    const own = runs.filter((run) => run.encoding === encoding && !run.bytes.every((b) => b < 0x80))
    const all = Buffer.concat(own.map((run) => run.bytes))
    return all.length >= LEAST_MIXED && likeness(all.subarray(0, SAMPLE), encoding) > 0.5 && isWhole(all, encoding)
  })
}

/** In bytes; some ten characters, which by chance are never common ones of another encoding. */
const LEAST_MIXED = 30

const isWhole = (bytes: Uint8Array, encoding: Run['encoding']): boolean =>
  !decoderOf(encoding).decode(bytes).includes('\ufffd')

/** Bytes of which three quarters are printable ASCII are a Western text with some other bytes in it; in UTF-16 those would be zeros between. */
const candidates = (sample: Uint8Array): readonly Plain[] =>
  mostlyLatin(sample) && !sample.includes(0) ? ENCODINGS.filter((e) => !e.startsWith('utf-16')) : ENCODINGS

/** Whether three quarters of the bytes are printable ASCII: text of some kind, even where its encoding is not known. */
export const mostlyLatin = (bytes: Uint8Array): boolean =>
  bytes.reduce((n, b) => n + Number((b >= 0x20 && b < 0x7f) || b === 0x0a || b === 0x0d), 0) > bytes.length * 0.75

/** Enough for a sure guess, little enough to try each encoding on. */
const SAMPLE = 64 * 1024

function byMark(b: Uint8Array): Encoding | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8'
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be'
  return undefined
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Made once each: to make one takes longer than a page's text. */
function decoderOf(encoding: Plain) {
  const made = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, made)
  return made
}

const decoders = new Map<Plain, typeof utf8>()

/** The text of `bytes` where they are valid UTF-8, and not UTF-16 by their zeros. */
function asUtf8(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, SAMPLE).includes(0)) return undefined
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** How much the bytes read as Chinese newspaper text in `encoding`: common characters and marks for it, misfits against it. */
function likeness(bytes: Uint8Array, encoding: Plain): number {
  const text = decoderOf(encoding).decode(bytes)
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, code) => kindOf(code))
  const counts = new Uint32Array(5)
  for (let i = 0; i < text.length; i++) counts[kinds[text.charCodeAt(i)]!]!++
  const [, common = 0, han = 0, other = 0, misfit = 0] = counts
  const all = common + han + other + misfit
  // About half of running Chinese text is among the common characters below; a wrong encoding gives a few per cent.
  return all === 0 ? 0 : Math.min(1, (common / all) * 2) - (other / all) * 0.5 - (misfit / all) * 4
}

/** Of each code unit what it is, made when it is first wanted: uncounted, common, Han, other, misfit. */
let kinds: Uint8Array | undefined

/** The second half of a pair is counted with the first. */
function kindOf(code: number): 0 | 1 | 2 | 3 | 4 {
  const c = String.fromCharCode(code)
  if (COMMON.has(c)) return 1
  if (code < 0x20 ? !/\s/.test(c) : code === 0xfffd || (code >= 0xe000 && code < 0xf900) || code === 0x7f) return 4
  if (code >= 0x4e00 && code < 0xa000) return 2
  return code < 0x80 || (code >= 0xdc00 && code < 0xe000) ? 0 : 3
}

/** The commonest characters of newspapers, simplified and traditional, with the marks between them. */
const COMMON = new Set(
  '，。、；：？！“”‘’（）《》—…·　的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉践尼衣宽扬棉希伤操垂秋宜氢套督振架亮末宪庆编牛触映雷销诗座居抓裂胞呼娘景威绿晶厚盟衡鸡孙延危胶屋乡临陆顾掉呀灯岁措束耐剧玉赵跳哥季课凯胡额款绍卷齐伟蒸殖永宗苗川炉岩弱零杨奏沿露杆探滑镇饭浓航怀赶库夺伊灵税途灭赛归召鼓播盘裁险康唯录菌纯借糖盖横符私努堂域枪润幅哈竟熟虫泽脑壤碳欧遍侧寨敢彻虑斜薄庭纳弹饲伸折麦湿暗荷瓦塞床筑恶户访塔奇透梁刀旋迹卡氯遇份毒泥退洗摆灰彩卖耗夏择忙铜献硬予繁圈雪函亦抽篇阵阴丁尺追堆雄迎泛爸楼避谋吨野猪旗累偏典馆索秦脂潮爷豆忽托惊塑遗愈朱替纤粗倾尚痛楚谢奋购磨君池旁碎骨监捕弟暴割贯殊释词亡壁顿宝午尘闻揭炮残冬桥妇警综招吴付浮遭徐您摇谷赞箱隔订男吹園國會來時們為這個說對學過後開關東車長門問間見現實體點經濟報電話無還進運達動從業將與應發機當產權義黨縣區廣寫讀書聲歲萬億議員總統務處環護選舉臺灣歷'.split(
    '',
  ),
)
