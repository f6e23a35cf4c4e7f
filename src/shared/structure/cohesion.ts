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

/** A table of pairs, by open addressing: more room than the three texts can fill. */
const SLOT_BITS = 11
const SLOTS = 1 << SLOT_BITS
const pairs = new Int32Array(SLOTS)
/** The texts that are compared; by slot how often its pair stands in each of them. */
const [ABOVE, BELOW, HEAD] = [0, 1, 2] as const
const TEXTS = 4
const tallies = new Int16Array(SLOTS * TEXTS)
type Text = typeof ABOVE | typeof BELOW | typeof HEAD
/** By text what its pairs weigh together with those of each text that stood in the table before them; and what they weigh alone. */
const sums = new Float64Array(TEXTS * TEXTS)
const ALONE = 3

/** The cohesion over the run of lines `first` … `last`; undefined where there is no text on one side. */
export function cohesionOf(
  lines: readonly Line[],
  looks: readonly Look[],
  first: number,
  last: number,
): Cohesion | undefined {
  pairs.fill(0)
  tallies.fill(0)
  sums.fill(0)
  if (!readText(lines, looks, first - 1, -1) || !readText(lines, looks, last + 1, 1)) return undefined
  for (let i = first; i <= last; i++) {
    const { units, start, end } = lines[i]!
    read(units, start, Math.min(end, start + LONGEST), HEAD)
  }
  return { text: cosine(BELOW, ABOVE), above: cosine(HEAD, ABOVE), below: cosine(HEAD, BELOW) }
}

/** Of a longer heading only so much is read; a run has twelve at most. */
const LONGEST = 60

/** Takes in the text lines from `from` on; gives whether there was any. */
function readText(lines: readonly Line[], looks: readonly Look[], from: number, step: 1 | -1): boolean {
  let length = 0
  for (let i = from, n = 0; i >= 0 && i < lines.length && n < LINES && length < SIDE; i += step, n++) {
    const { kind } = looks[i]!
    if (kind !== KIND.body && kind !== KIND.cut && kind !== KIND.dated && kind !== KIND.brief) continue
    const { units, start, end } = lines[i]!
    const size = Math.min(end - start, SIDE - length)
    if (step > 0) read(units, start, start + size, BELOW)
    else read(units, end - size, end, ABOVE)
    length += size
  }
  return length > 0
}

/** Takes in the pairs of a text and sums up what they weigh. */
function read(units: Uint16Array, from: number, to: number, text: Text): void {
  let [above, below, head, alone] = [0, 0, 0, 0]
  let before = units[from]!
  for (let i = from + 1; i < to; i++) {
    const code = units[i]!
    if (isHan(before) && isHan(code)) {
      const rarity = RARITY[before - HAN]! + RARITY[code - HAN]!
      const weight = rarity * rarity
      const at = slotOf((before << 16) | code) * TEXTS
      above += weight * tallies[at]!
      below += weight * tallies[at + BELOW]!
      head += weight * tallies[at + HEAD]!
      alone += weight
      tallies[at + text]!++
    }
    before = code
  }
  const row = text * TEXTS
  sums[row]! += above
  sums[row + BELOW]! += below
  sums[row + HEAD]! += head
  sums[row + ALONE]! += alone
}

function slotOf(pair: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> (32 - SLOT_BITS)
  while (pairs[slot] !== pair) {
    if (pairs[slot] === 0) {
      pairs[slot] = pair
      break
    }
    slot = (slot + 1) & (SLOTS - 1)
  }
  return slot
}

/** The cosine between a text and one that was read before it. */
function cosine(text: Text, before: Text): number {
  const dot = sums[text * TEXTS + before]!
  return dot === 0 ? 0 : dot / Math.sqrt(squareOf(text) * squareOf(before))
}

/** What a text's pairs weigh with one another: each alone, and twice with every one like it that stands before it. */
const squareOf = (text: Text): number => sums[text * TEXTS + ALONE]! + 2 * sums[text * TEXTS + text]!

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
