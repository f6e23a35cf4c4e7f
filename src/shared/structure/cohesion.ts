/** Whether the text goes on with its matter over a run of headings: a section speaks of what went before, a new story does not. */
import { FIRST_HAN as HAN, LAST_HAN, isHan } from './classes.ts'
import { KIND } from './kinds.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/**
 * How much two texts have in common, 0…1: the cosine of their pairs of Chinese characters, a pair counting the more the rarer its
 * characters are. `text`: the text above the run and that below it; `above`, `below`: the run's own words and either text.
 */
export type Cohesion = { readonly text: number; readonly above: number; readonly below: number }

/** So many characters of text on either side are compared, from so many lines at most. */
const SIDE = 250
const LINES = 9

/** A table of pairs, by open addressing: more room than the three texts can fill. `used` are the slots in use, the first `count` of it. */
const SLOTS = 4096
const pairs = new Int32Array(SLOTS)
/** Of each slot how often its pair stands in the text above, in that below and in the run, and what it weighs. */
const ABOVE = 0
const BELOW = 1
const HEAD = 2
const WEIGHT = 3
const tallies = new Int16Array(SLOTS * 4)
type Part = typeof ABOVE | typeof BELOW | typeof HEAD
const used = new Int16Array(SLOTS)
let count = 0

/** The cohesion over the run of lines `first` … `last`; undefined where there is no text on one side. */
export function cohesionOf(
  lines: readonly Line[],
  looks: readonly Look[],
  first: number,
  last: number,
): Cohesion | undefined {
  clear()
  if (!readText(lines, looks, first - 1, -1) || !readText(lines, looks, last + 1, 1)) return undefined
  for (let i = first; i <= last; i++) read(lines[i]!.text, 0, Math.min(lines[i]!.text.length, LONGEST), HEAD)
  return cosines()
}

/** Of a longer heading only so much is read; a run has twelve at most. */
const LONGEST = 60

function clear(): void {
  for (let k = 0; k < count; k++) {
    const slot = used[k]!
    pairs[slot] = 0
    for (let at = slot * 4; at < slot * 4 + WEIGHT; at++) tallies[at] = 0
  }
  count = 0
}

/** Takes in the text lines from `from` on; gives whether there was any. */
function readText(lines: readonly Line[], looks: readonly Look[], from: number, step: 1 | -1): boolean {
  let length = 0
  for (let i = from, n = 0; i >= 0 && i < lines.length && n < LINES && length < SIDE; i += step, n++) {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated && kind !== KIND.brief) continue
    const { text } = lines[i]!
    const begin = step > 0 ? 0 : Math.max(0, text.length - (SIDE - length))
    const end = step > 0 ? Math.min(text.length, SIDE - length) : text.length
    read(text, begin, end, step > 0 ? BELOW : ABOVE)
    length += end - begin
  }
  return length > 0
}

function read(text: string, begin: number, end: number, part: Part): void {
  if (end <= begin) return
  let before = text.charCodeAt(begin)
  for (let i = begin + 1; i < end; i++) {
    const code = text.charCodeAt(i)
    if (isHan(before) && isHan(code)) {
      const weight = RARITY[before - HAN]! + RARITY[code - HAN]!
      if (weight > 0) tallies[slotOf((before << 16) | code, weight) * 4 + part]!++
    }
    before = code
  }
}

function slotOf(pair: number, weight: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - 12)
  while (pairs[slot] !== pair) {
    if (pairs[slot] === 0) {
      pairs[slot] = pair
      tallies[slot * 4 + WEIGHT] = weight
      used[count++] = slot
      break
    }
    slot = (slot + 1) & (SLOTS - 1)
  }
  return slot
}

function cosines(): Cohesion {
  let [text, above, below] = [0, 0, 0]
  let [aboveAll, belowAll, headAll] = [0, 0, 0]
  for (let k = 0; k < count; k++) {
    const at = used[k]! * 4
    const weight = tallies[at + WEIGHT]! * tallies[at + WEIGHT]!
    const a = tallies[at + ABOVE]!
    const b = tallies[at + BELOW]!
    const h = tallies[at + HEAD]!
    text += a * b * weight
    above += a * h * weight
    below += b * h * weight
    aboveAll += a * a * weight
    belowAll += b * b * weight
    headAll += h * h * weight
  }
  return {
    text: cosine(text, aboveAll, belowAll),
    above: cosine(above, aboveAll, headAll),
    below: cosine(below, belowAll, headAll),
  }
}

const cosine = (dot: number, squareA: number, squareB: number): number =>
  dot === 0 ? 0 : dot / Math.sqrt(squareA * squareB)

/** The characters that news is full of, most frequent first, in classes; all others are rare. */
const COMMON = [
  '的国中在一人大了和会发新年作是有地全为展家民出要行上方进不天',
  '视到央成来部生政对合联个业这主工关经多网动时开同消播息实重区今加表以闻力员日长建前高我强等现公们平共两化总将务机系利过学议下面十就定党他通文',
  '分好后能委持理法次与于保近体事产电各社本市道设用目自交号台月里最度当第提示海代安也推点领制入增心济者说基美内北小场正军路得改外亚名统斯特已水车战间报都资万西调起从记院农问治还三明期' +
    '子向续府席深导达南村金着题信际位更相可习活决运及任山组比量首元受科流取京之造并团举局界解立布东克意众世情应广程老常项队尔拉性马式结创步坚门被指协企城医品八其施节放省而编计所友支届规' +
    '二书此看手义数气域江李见华风查互把双护由',
  '物群投救频革巴种选去接非技教四级据防件求收灾参回反德集精张果做些辑至继始完处服案专断罗传使费州确研商积愿术告每带认亿感标温快速空稳因林别但管论警办没环变益线航先格俄客口势走色转望源' +
    '房让叙切午极话河少难给神晚司然米访族打落阿宣境击型助游病往字观策春严五百希复原织供育致略边历权县演责干岛价条影直维形火构想纪列志约赛引预善层很无乡副促备居监装努铁土连如样洲身况降士' +
    '越武升宝住贸周整质欧优超准卫只几头户伊络显态划障讲突效真奥震需紧福站易验尼批谈兴再史获核命王包朝采响审证官球英康挥师段旅随单检营范飞声光险儿伤票注青亲龙未职根密困岸镇终韩础清热言识' +
    '献苏食盟兵伙古具半排女遇称幕校伴录候夫己哈功扩控必派争负迎刚鲜远照思红察片坦究模围离考仅沙启雨死千庆刘试执博份太财养知港低又才雪良疗评送么阳象充普景融援富故爱请听修急星贯卡孩依媒该' +
    '危减六破测何梦率措石亡临藏宁湖她兰类均值健药那贺满川容爆移吉花岁停印抗奖云园烈召吴朗涛补承胡按彻则害班邦除陆黄置船伟帮袭署律馆底较器座锦配钱失纳免萨练念斗款艺待贵综章购患射抓牌草贾' +
    '留驻炸仍或洪鱼乐祝荣针图洋油版足括贡许售输七止早训例银遭奋欢存尽辆固涉染暴弹九粮什塔载货讨探即田剧室',
]
const RARITY = new Uint8Array(LAST_HAN - HAN + 1).fill(COMMON.length)
COMMON.forEach((chars, rarity) => {
  for (let i = 0; i < chars.length; i++) RARITY[chars.charCodeAt(i) - HAN] = rarity
})
