/** Invented words for made-up pages: names, bylines, credits, datelines, jumps, as papers print them. */
import type { Random } from './random.ts'

/** Gives a clause of running text, of `min`…`max` characters, without marks. */
export type Clause = (min: number, max: number) => string

const PLACES = [...'江河海山岭川湖州城安宁平阳东南西北清云龙凤临新长永兴华']

const COMPOUND = ['欧阳', '上官', '司马', '诸葛', '慕容', '令狐', '司徒', '皇甫', '尉迟', '端木', '夏侯']
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛',
]
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国新春海山林雨欣晨宇浩然子轩梓涵思远志宏晓东立峰玉梅金凤长安永福德胜一鸣若水清源',
]

/** A person's name; short ones are sometimes spaced out as papers do it. */
export function nameOf(r: Random): string {
  const given = r.pick(GIVEN) + (r.chance(0.65) ? r.pick(GIVEN) : '')
  const surname = r.chance(0.03) ? r.pick(COMPOUND) : r.pick(SURNAMES)
  return given.length === 1 && surname.length === 1 && r.chance(0.4)
    ? `${surname}${r.pick([' ', ' ', '　', '  '])}${given}`
    : surname + given
}

const namesOf = (r: Random, most: number): string =>
  Array.from({ length: r.int(1, most) }, () => nameOf(r)).join(r.pick([' ', '　', '、', '  ']))

/** A place's bare name, of two characters. */
export const placeName = (r: Random): string => r.pick(PLACES) + r.pick(PLACES)

/** A town, county or village. */
export const placeOf = (r: Random): string =>
  placeName(r) + r.pick(['市', '县', '镇', '乡', '区', '村', '街道', '公社'])

/** An office, a firm, a school: who signs a letter or gives a picture. */
export const officeOf = (r: Random): string =>
  placeOf(r) +
  r.pick(['政府', '小学', '文化站', '报道组', '供电所', '卫生院', '宣传部', '公安局', '林业站', '气象局', '机械厂'])

/** A byline at a story's head. */
export function bylineOf(r: Random): string {
  const names = () => namesOf(r, 4)
  const mark = () => r.pick(['■', '□', '■■', '●', '◎', '□ ', '■ '])
  const rank = () => r.pick(['本报记者', '本报记者', '记者', '首席记者', '本报特约记者', '见习记者', '全媒体记者'])
  return r.pick([
    () => nameOf(r),
    () => nameOf(r),
    names,
    names,
    () => `${rank()} ${names()}`,
    () => `${rank()}${r.pick([' ', '　', ''])}${nameOf(r)}`,
    () => `${rank()} ${nameOf(r)} ${r.pick(['通讯员', '实习生', '见习记者'])} ${names()}`,
    () => `${mark()}${rank()} ${names()}`,
    () => `${mark()}${names()}`,
    () => `文/${nameOf(r)}`,
    () => `文/图 ${names()}`,
    () => `${rank()} ${names()} ${r.pick(['文/图', '文并摄', '摄影报道', '文 摄'])}`,
    () => `${rank()} ${nameOf(r)}/文 ${nameOf(r)}/图`,
    () => `通讯员 ${names()}`,
    () => `${placeOf(r)}${r.pick(['农民', '读者', '教师', ''])} ${nameOf(r)}`,
    () => `作者：${nameOf(r)}`,
    () => `${nameOf(r)} ${r.pick(['整理', '编译', '口述'])}`,
  ])()
}

/** A byline in brackets, as short pieces end. */
export const signOf = (r: Random): string => {
  const inside = r.pick([
    () => nameOf(r),
    () => nameOf(r),
    () => `记者 ${nameOf(r)}`,
    () => `通讯员 ${nameOf(r)}`,
    () => `${nameOf(r)} ${nameOf(r)}`,
    () => `本报记者 ${nameOf(r)}`,
    () => `${nameOf(r)} 记者 ${nameOf(r)}`,
    () => officeOf(r),
  ])()
  return r.chance(0.75) ? `（${inside}）` : `(${inside})`
}

/** Who made a picture. */
export function creditOf(r: Random): string {
  const by = () => nameOf(r)
  const blank = () => r.pick(['', ' ', '　', ' '])
  return r.pick([
    () => `新华社记者 ${by()}${blank()}摄`,
    () => `本报记者 ${by()}${blank()}摄`,
    () => `本报记者${blank()}${by()}${blank()}摄`,
    () => `${by()}摄（影像中国）`,
    () => `${by()}摄（人民视觉）`,
    () => `${by()}${blank()}摄`,
    () => `${by()} 摄`,
    () => '通讯员供图',
    () => `通讯员 ${by()} 摄`,
    () => `记者 ${by()} ${r.pick(['摄', '文/图', '摄影报道'])}`,
    () => `${by()}/摄`,
    () => `（${by()}${blank()}摄）`,
    () => r.pick(['（资料图片）', '资料图', '资料照片', '（新华社发）', '新华社发', '新华社/法新']),
    () => `${r.pick(['图/', '摄/', '摄影：', '摄影/', '漫画/', '制图/', '制图：'])}${by()}`,
    () => r.pick(['受访者供图', '本报资料图', '企业供图', '网络图片']),
    () => `${officeOf(r)}供图`,
    () => `新华社发（${by()}${blank()}摄）`,
    () => `${by()} ${by()} 摄影报道`,
    () => `（${by()} 摄影报道）`,
    () => `（记者 ${by()} 文/图）`,
  ])()
}

/** A dateline with the blanks that follow it. */
export function datelineOf(r: Random): string {
  const day = `${r.int(1, 13)}月${r.int(1, 29)}日`
  const who = r.pick(['记者', '记者', '记者', '通讯员'])
  const by = r.chance(0.65)
    ? `${r.pick(['（', '  （', '(', ' （'])}${who}${r.pick(['', ' '])}${namesOf(r, 3)}${r.pick(['）', '）', ')'])}`
    : ''
  return r.pick([
    () => `新华社北京${day}电${r.pick([' ', '  ', '　'])}${by}`,
    () => `新华社${placeOf(r)}${day}电${by || ' '}`,
    () => `本报讯${by || r.pick(['  ', ' ', '　'])}`,
    () => `本报讯${by || r.pick(['  ', ' ', '　'])}`,
    () => `本报${placeOf(r)}${day}电${by || ' '}`,
    () => `据新华社${r.pick(['电', `${placeOf(r)}${day}电`])} `,
    () => `【本报讯】`,
    () => `${placeOf(r)}讯 `,
  ])()
}

const NUMBER = ['一', '二', '三', '四', '1', '2', '3', 'A01', 'A1', '01', 'A02']

/** 上接第一版 and its like. */
export const jumpFrom = (r: Random): string => {
  const page = `${r.pick(['上接', '上接', '上接', '紧接'])}${r.pick(['第', '第', ''])}${r.pick(NUMBER)}版`
  return r.pick([`（${page}）`, `（${page}）`, `（${page}）`, `(${page})`, page, `▶${page}`])
}

/** 下转第四版 and its like. */
export const jumpTo = (r: Random): string => {
  const page = `下转${r.pick(['第', '第', ''])}${r.pick(['二', '三', '四', '4', '6', 'A06', '08', '七'])}版`
  return r.pick([`（${page}）`, `（${page}）`, `（${page}）`, `(${page})`, page, `▶${page}`, `（${page}②）`])
}

/** 相关报道见第三版 and its like. */
export const jumpSee = (r: Random): string =>
  r.pick([
    `（${r.pick(['相关报道', '详细报道', '报道', '评论员文章', '相关评论'])}${r.pick(['见', '刊'])}第${r.pick(['二', '三', '4', '五'])}版）`,
    `（相关报道见A0${r.int(2, 9)}版）`,
    `详见${r.int(2, 9)}版`,
    `>>${r.pick(['A', 'B', ''])}0${r.int(2, 9)}版`,
    `（更多内容见第${r.int(2, 9)}版）`,
  ])
