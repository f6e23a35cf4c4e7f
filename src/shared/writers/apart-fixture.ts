/** A page with what is set apart from running text: a poem, a table, who signs a notice, a list of names. */
import { article, block, page } from '../page/build.ts'

export const STANZAS = ['风把码头吹得很薄\n薄得像一张旧船票', '卖鱼的人\n收起了秤\n一言不发']
export const APART = page([
  article([block('headline', '等船'), ...STANZAS.map((s) => block('paragraph', s))]),
  article([
    block('paragraph', '|车次|票价|'),
    block('paragraph', '|G2811|64.5|'),
    block('paragraph', '以上公告自本日起施行，原公告同时作废。'),
    block('paragraph', '王海涛 冯 涛 蒋 敏 沈志远 赵红梅 杨 柳 秦 岭 朱建国'),
    block('paragraph', '以上名单自公布之日起生效。'),
    block('paragraph', '青浦湾车站'),
    block('paragraph', '2026年3月23日'),
  ]),
])
