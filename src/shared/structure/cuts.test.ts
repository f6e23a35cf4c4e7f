/** Where a line may fall into pieces. */
import { expect, test } from 'vitest'
import { latticeOf } from './lattice.ts'

test.each([
  ['a caption, a credit by name, the words that go on', '申小禾在测量稻穗长度|戚 海 摄|无踪。她站在水里捞了一夜。'],
  ['a credit of somebody without a name', '乐小玲和“站长”|市民 老 林 供图|下，等灯亮了，才转身离开。'],
  ['a credit by name with a bracket behind it', '老城墙下的护城河|记者王小雨摄（资料图）|边上长大的一代人如今都老了'],
  ['a credit in brackets', '老照片留念|（受访者供图）|人世，剩下的三个都在外地'],
  ['a credit by name at the end, that nothing parts from its caption', '贝晓东在廊道内检测|岑 |雨摄'],
  [
    'a caption with a comma in it before the last word of a paragraph',
    '他三十年都跟鸟过不去，家里人不理解，老伴三天没有跟他说一句话，儿子也从城里把电话打回来\n\n白鹭洲湿地，东方白鹳在浅水区觅食|了。',
  ],
  [
    'a credit before the last word of a paragraph',
    '渔家乐、露营地、划艇俱乐部相继开张，他的毛收入有二十八万元，比当年在井下挣得\n\n\n矿灯小院夜景|。|记者 |祁 山 摄|还多。',
  ],
  ['an entry of an index', '高考加分项目今年减了七项|A3'],
  ['an entry that looks like a folio strip', '民间借贷利率红线怎么划|第5版'],
  ['captions side by side', '①盲道通向电线杆。|②卓立绕行马路。|③泔水桶占道。'],
  [
    'a caption before the rest of a paragraph, with no more blank lines than elsewhere',
    '如今，豆腐坊还在三官弄，门口多了一块小木牌，慕名来尝鲜的人反倒更多了，周末一天能卖掉六板豆\n\n老邵夫妇招呼顾客。|腐。',
  ],
  ['what a speaker does', '宋桂芳：我是怕下雨。（笑）'],
  ['a sentence with a photographer in it', '昨天下午，他和妻子一起拍摄了这座桥。'],
])('%s', (_, parted) => {
  const text = parted.replaceAll('|', '')
  const last = text.lastIndexOf('\n') + 1
  const cuts = [...new Set(latticeOf(text).arcs.map((arc) => arc.start))].filter((at) => at > last)
  const starts = [0, ...cuts.sort((a, b) => a - b)]
  expect(starts.map((at, i) => text.slice(at, starts[i + 1])).join('|')).toBe(parted)
})
