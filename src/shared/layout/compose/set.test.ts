import { describe, expect, it } from 'vitest'
import { breakHeading, naturalWidth } from './set.ts'
import { splitTitle } from './split.ts'

/** Words parted by `|`. */
const cutting = (marked: string) => ({ cut: () => marked.split('|'), tag: () => [], frequency: () => 0 })
const check = (marked: string, count: number, expected: string) =>
  it(`${marked} in ${count}`, () =>
    expect(splitTitle(marked.replaceAll('|', ''), count, cutting(marked)).join('/')).toBe(expected))

describe('a headline in lines', () => {
  check('动|车开进|小湾东|（|新春|走|基层|·|特别|报道|）', 2, '动车开进小湾东/（新春走基层·特别报道）')
  check('青浦湾|点亮|第一盏|“|潮汐|灯|”', 2, '青浦湾点亮/第一盏“潮汐灯”')
  check('年货足| |幸福满', 2, '年货足/ 幸福满')
  check('让|好|主意|从|塘埂|上|长|出来', 2, '让好主意从/塘埂上长出来')
  check('短题', 1, '短题')
  check('地铁|3|号线|今晨|6|：|30|载客|运营', 2, '地铁3号线今晨/6：30载客运营')
  check('海湾队|主场|2|∶|1|逆转|取胜', 2, '海湾队主场/2∶1逆转取胜')
  check('明晨|最低|−|5|℃|出门|添衣', 2, '明晨最低/−5℃出门添衣')
  check('临川|渔港|三成|渔获|上岸|前|就|有|了|买主', 3, '临川渔港三成/渔获上岸前/就有了买主')
})

/** Words with their tags, as `word/tag` parted by blanks. */
const tagging = (marked: string) => {
  const tagged = marked.split(' ').map((w) => ({ word: w.split('/')[0] ?? '', tag: w.split('/')[1] ?? '' }))
  return { cut: () => tagged.map((w) => w.word), tag: () => tagged, frequency: () => 0 }
}
const checkTagged = (marked: string, count: number, expected: string) =>
  it(`${marked} in ${count}`, () => {
    const words = tagging(marked)
    expect(splitTitle(words.cut().join(''), count, words).join('/')).toBe(expected)
  })

describe('a headline whose words are known', () => {
  checkTagged('海曙/x 江夏/ns 打造/v 卓越/nr 城区/n “/x 窗口/s 街道/n ”/x', 2, '海曙江夏打造/卓越城区“窗口街道”')
  checkTagged('江口/ns 第/m 2/x 项/n 民生/n 实事/n 开工/v', 2, '江口第2项/民生实事开工')
  checkTagged('实事/n 第/m 14/m 项/n 开工/v', 2, '实事第14项/开工')
  checkTagged('食品/n 安全/an “/x 你/r 点/v 我/r 检/v ”/x 进/v 社区/n', 2, '食品安全/“你点我检”进社区')
  checkTagged(
    '海湾/ns 港/j 一季度/mq 吞吐量/n 同比/j 增长/v 12.6/m %/x ，/x 创/n 历史/n 新高/v',
    3,
    '海湾港一季度吞吐量/同比增长12.6%，/创历史新高',
  )
  checkTagged('让/v 好/a 主意/n 从/p 塘埂/n 上/f 长/v 出来/v', 2, '让好主意/从塘埂上长出来')
})

describe('headings', () => {
  it('break where they must', () => expect(breakHeading('一二三四五六七八', 'song', 5)).toBe('一二三四\n五六七八'))
  it('of many lines are set as text', () => expect(breakHeading('长'.repeat(400), 'song', 11)).toBe('长'.repeat(400)))
  it('keep their own lines', () => expect(breakHeading('一二\n三四', 'song', 5)).toBe('一二\n三四'))
  it('have marks of half an em', () => expect(naturalWidth('“一”', 'song')).toBe(2.5))
  it('have a quarter em beside figures', () => expect(naturalWidth('第A版', 'song')).toBeCloseTo(2.5 + 0.718))
})
