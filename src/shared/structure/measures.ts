/** Numbers and what is counted: a cut between 11 and 名 goes through a phrase, where no word is parted. */
import { characterOf, codesOf, HAN } from './classes.ts'

const NUMERALS = codesOf('0123456789０１２３４５６７８９一二三四五六七八九十百千万亿两几数零〇')
/** What stands right behind a number. */
const MEASURES = codesOf(
  '个名人万亿千百十元角分吨斤公米里厘毫亩平立年月日天时点秒周岁度届次项条家户座所辆台部件种类套支只头匹株棵架艘位倍成章节号版页层幢栋间股份批组队班级步双瓶箱袋桶寸尺丈升克瓦多余来余％%℃',
)

/** Whether something counted (1) or another word (0) begins behind a number's end; −1 where no number ends. */
export function isCounted(tail: number, head: number): -1 | 0 | 1 {
  if (!NUMERALS.has(tail)) return -1
  if (MEASURES.has(head)) return 1
  return characterOf(head) === HAN ? 0 : -1
}
