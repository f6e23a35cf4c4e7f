/** Personal names in bylines and credits: a table of surnames and the shapes that names take in print. */
import { codesOf } from './classes.ts'
import { isBlank } from './lines.ts'

/** The single surnames that cover nearly all bylines, by frequency in the population; and the compound ones. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温常葛管骆邢尚殷施洪翁艾左季康毕庄苗岳齐樊兰俞牛梅倪安卜时傅成鲍宁仇关柴祝盛凌霍翟耿柯焦鲁辛聂章牟米阮丛欧吉池路裴涂滕喻甘华席娄柳游桂巩曲冉储屈霞饶简娜靳褚符蓝谷占佟单房邰申燕窦童项戚詹应芦麻包娄冼匡党晏楚蒙隋查郎荆乔冀甄沙穆褟竺卓班闵詹缪苑楼揭商匡闻农宫郁鞠寇敬强边卞舒司景束历幸诸车尤平全商伍文步明宣贲阳丰解植沐卫智仲衣展蔺瞿邬巫粟亓暴敖麦原郜扈都仝亢闪勾冷訾辜荣种益才蹇禹苟信柏奚酆费廉岑湛祁贝臧茅庞纪颜刁虞昝裘钮嵇荀芮羿邴糜隗宓郗伊栾钭厉戎韶蓟蒲赖屠胥莘逄姬宰郦雍郤璩桑濮郏浦慕茹宦庾暨夔晁阚毋蒯迟尧邸'
const COMPOUND = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '端木',
  '夏侯',
  '东方',
  '南宫',
  '长孙',
  '宇文',
  '澹台',
  '公冶',
  '闻人',
  '申屠',
  '鲜于',
  '仲孙',
  '钟离',
  '拓跋',
  '独孤',
  '呼延',
  '万俟',
  '西门',
  '完颜',
  '赫连',
  '淳于',
  '单于',
  '太史',
  '轩辕',
  '濮阳',
  '左丘',
  '百里',
])
const SURNAMES = codesOf(SINGLE)
const COMPOUND_BEGINS = codesOf([...COMPOUND].map((name) => name[0]).join(''))

/** Words that look like a name but are none, so that 记者 and places do not count as people. */
const NOT_NAMES = new Set([
  '记者',
  '通讯',
  '作者',
  '时报',
  '晚报',
  '日报',
  '综合',
  '要闻',
  '经济',
  '文化',
  '高清',
  '成绩',
  '方案',
  '安全',
  '安居',
  '全国',
  '全省',
  '全市',
  '平安',
  '文明',
  '明天',
  '和平',
  '金融',
  '应对',
  '万元',
  '江南',
  '江山',
  '时间',
  '常态',
  '向前',
  '成长',
  '成果',
  '关注',
  '关爱',
  '关心',
  '强国',
  '智能',
  '党建',
  '游客',
  '农民',
  '农村',
  '农业',
  '商业',
  '都市',
  '费用',
  '廉洁',
  '廉政',
  '廉租房',
  '贝壳',
  '庞大',
  '纪念',
  '纪录',
  '纪录片',
  '纪实',
  '纪事',
  '纪委',
  '纪检',
  '纪律',
  '颜色',
  '颜值',
  '厉害',
  '伊朗',
  '伊拉克',
  '迟到',
  '屠宰',
  '慕名',
  '柏油路',
  '宰相',
])

export const startsWithSurname = (text: string): boolean => SURNAMES.has(text.charCodeAt(0)) || startsWithCompound(text)

const startsWithCompound = (text: string): boolean =>
  COMPOUND_BEGINS.has(text.charCodeAt(0)) && COMPOUND.has(text.slice(0, 2))

/** Whether `word` (no blanks) may be one person's name: a surname and one or two characters, a compound one and up to two, or a transcribed name with a dot. */
export function isName(word: string): boolean {
  // most words are none and show it by their first character
  const surnamed = startsWithCompound(word) ? word.length > 2 : word.length <= 3 && SURNAMES.has(word.charCodeAt(0))
  if (surnamed && /^\p{Script=Han}{2,4}$/u.test(word)) return !NOT_NAMES.has(word)
  return isDotted(word) && DOTTED.test(word)
}

const isDotted = (text: string): boolean => text.includes('·') || text.includes('•')
const DOTTED = /^\p{Script=Han}{1,6}(?:[·•]\p{Script=Han}{1,8})+$/u

/**
 * The names in a run of names parted by blanks, commas or 、, with spaced names (吴  君) put together; undefined where something in it
 * is no name.
 */
export const nameRun = (text: string): readonly string[] | undefined => namesOf([text])

/** The same of a text that is parted already, but for commas. */
export function namesOf(texts: readonly string[]): readonly string[] | undefined {
  if (texts.length === 0 || !mayBegin(texts[0]!)) return undefined
  const parts = texts.length === 1 ? partsOf(texts[0]!) : texts.flatMap(partsOf)
  const [first] = parts
  if (first === undefined || parts.length > MOST) return undefined
  if (!(isSingle(first) ? startsWithSurname(first) : isName(first))) return undefined
  return namesFrom(parts, 0, new Set())
}

/** The names in the parts from `i` on; `failed`: from where on there are none. Spaced names (吴  君) are of two or three characters. */
function namesFrom(parts: readonly string[], i: number, failed: Set<number>): readonly string[] | undefined {
  if (i === parts.length) return []
  if (failed.has(i)) return undefined
  for (const size of sizesAt(parts, i)) {
    const rest = namesFrom(parts, i + size, failed)
    if (rest) return [parts.slice(i, i + size).join(''), ...rest]
  }
  failed.add(i)
  return undefined
}

/** Of how many parts the name at `i` may be, the likelier number first. */
function sizesAt(parts: readonly string[], i: number): readonly number[] {
  const part = parts[i]!
  if (!isSingle(part)) return isName(part) ? [1] : []
  const [second, third] = [parts[i + 1], parts[i + 2]]
  if (!isSingle(second) || !startsWithSurname(part)) return []
  if (!isSingle(third)) return [2]
  return startsWithSurname(third!) && isSingle(parts[i + 3]) ? [2, 3] : [3, 2]
}

/** Longer runs are no people. */
const MOST = 40

const PARTERS = codesOf('、，,；;')
const partsAt = (code: number): boolean => PARTERS.has(code) || isBlank(code)

/** Most texts are no run of names, and show it by their first character. */
function mayBegin(text: string): boolean {
  const code = text.charCodeAt(0)
  return SURNAMES.has(code) || COMPOUND_BEGINS.has(code) || partsAt(code) || isDotted(text)
}

/** The runs of characters that are no blanks and no commas. */
function partsOf(text: string): readonly string[] {
  const found: string[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !partsAt(text.charCodeAt(i))) continue
    if (i > from) found.push(text.slice(from, i))
    from = i + 1
  }
  return found
}

/** Of one character, which may be two halves of a surrogate pair. */
const isSingle = (part: string | undefined): boolean =>
  part !== undefined && (part.length === 1 || (part.length === 2 && part.codePointAt(0)! > 0xffff))
