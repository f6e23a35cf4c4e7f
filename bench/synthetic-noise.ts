/** What bad OCR does to characters: look-alikes, lost and changed marks, stray blanks; the text's length may change, never to nothing. */
import type { Role } from '../src/shared/page/page.ts'
import type { Random } from './random.ts'

/** Pairs that OCR takes for each other. */
const ALIKE = new Map<string, string[]>()
for (const [from, to] of (
  '人入 日曰 己已 未末 土士 大太 千干 天夫 力刀 侯候 0O 1l 。. 。， ，, ：: （( ）) “" ”" 、， 、丶 ；: 了丁 午牛 特待 村材 货贷 治冶 园圆' +
  ' 自白 间问 今令 师帅 析折 拔拨 傅傳 辩辨 折拆 设没 元无 刺剌 官宫 住往 徽微 拢扰 恋变 复夏 乌鸟 免兔 竞竟 买卖 历厉 〇○ 一- 二工 八入'
).split(' '))
  ALIKE.set(from!, [...(ALIKE.get(from!) ?? []), to!])
/** What a badly printed character may be read as. */
const ANY = [
  ...'的一是了不在有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经',
]
/** Specks and rules that OCR reads as marks. */
const SPECKS = ['.', '·', ',', "'", '一', '-', '|', '、', '：', '_', '’']
const NARROW = new Map<string, string>([...'，。：；？！（）“”'].map((c, i) => [c, [...',.:;?!()""'][i]!]))

/** How a page's OCR errs. */
export type Noise = {
  /** Chance that a character, and a mark, is spoilt. */
  readonly words: number
  readonly marks: number
  /** Of the spoilt marks these are lost. */
  readonly lost: number
  /** Chance of a stray blank after a character, of a speck at a piece's end. */
  readonly blanks: number
  readonly specks: number
  /** Chance that the mark at a piece's end is lost: it stands at the column's edge. */
  readonly ends: number
}

/** About `rate` of the characters are spoilt; pages differ in what their OCR does worst. */
export const noiseOf = (rate: number, r: Random): Noise => ({
  words: rate * r.pick([0.5, 1, 2]),
  marks: rate * r.pick([1, 3, 6]),
  lost: r.pick([0.05, 0.15, 0.4]),
  blanks: rate * r.pick([0, 0.1, 0.5]),
  specks: rate * r.pick([0, 1, 3]),
  ends: r.pick([0, 0, 0.04, 0.15]),
})

export function blur(text: string, role: Role, noise: Noise, r: Random): string {
  let out = ''
  for (const c of text) {
    const mark = /[。，、：；（）“”—]/.test(c)
    if (!r.chance(mark ? noise.marks : noise.words)) out += c
    else if (mark && r.chance(noise.lost) && text.length > 8) out += ''
    else if (ALIKE.has(c)) out += r.pick(ALIKE.get(c)!)
    else out += !mark && /\p{Script=Han}/u.test(c) && r.chance(0.6) ? r.pick(ANY) : c
    if (role !== 'folio' && r.chance(noise.blanks)) out += ' '
  }
  if (text.length > 6 && r.chance(noise.specks)) out += r.pick(SPECKS)
  if (role === 'paragraph' && text.length > 16 && r.chance(noise.ends)) out = out.replace(/[。.，]$/, '')
  return out.trim() === '' ? text : out.trim()
}

/** `text` with the marks in `which` written narrow. */
export const printed = (text: string, which: string): string =>
  [...text].map((c) => (which.includes(c) ? (NARROW.get(c) ?? c) : c)).join('')
