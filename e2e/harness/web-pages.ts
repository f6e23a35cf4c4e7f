/** Pages of our own invention in any number, for benchmarks: every one different, always the same for the same number. */
import { article, block, page } from '../../src/shared/page/build.ts'
import type { Block, Page } from '../../src/shared/page/page.ts'

const SENTENCES = [
  '清晨六点，云河支渠的第七号闸门自己抬高了三厘米。',
  '“放在往年，这个时候我正打着手电在渠上走。”种粮大户柳长庚说。',
  '过去按村分水，先到先得，“上游淹、下游旱”年年都有。',
  '去年冬天，镇上给37处闸门装上了传感器，渠道流量每10分钟上传一次。',
  '改造的时候，居民提了一个要求：街可以修，人不搬。',
  '施工队把夜班改成了白班，水管一段一段换，早点铺一家没停。',
  '图书馆三楼的窗户正对着旧码头，孩子们叫它“看船的地方”。',
  '合作社算过一笔账，每亩地能省下42元，够买两袋肥料。',
  '县里的公交线路一共调整了11次，最后一次是为了三位老人。',
  '他把钥匙交给年轻人，转身去修那台用了二十年的水泵。',
  '据测算，今年春灌可节水约120万立方米，这些水将留在白鹭湿地。',
  '专家认为，关键不在机器有多新，而在数据有没有人看、看了有没有人管。',
]
const HEADS = [
  '八千亩水田用上会算账的闸门',
  '老街修好了，邻居没有走',
  '渡口的故事，讲给孩子听',
  '一张公交图，改了十一回',
  '水泵不响了，稻子照样绿',
  '山里的电影，每周三放映',
]
const NAMES = ['陆知远', '苏禾', '沈荻', '高一川', '程砚秋', '方小满', '顾南星', '叶知秋']
const WORDS = ['节水', '民生', '文化', '交通', '教育', '生态']

/** The page of number `n`, about `characters` long, one of eight of its day. */
export function benchPage(n: number, characters = 6000): Page {
  const next = random(n + 1)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T // next is below the length
  const articles = []
  for (let left = characters; left > 0;) {
    const wanted = Math.min(left, 500 + next(1800))
    const blocks: Block[] = [
      block('headline', pick(HEADS)),
      block('byline', `本报记者 ${pick(NAMES)} 通讯员 ${pick(NAMES)}`),
    ]
    let size = 0
    for (let i = 0; size < wanted; i++) {
      if (i % 5 === 4) blocks.push(block('keyword', `关键词 ${pick(WORDS)}`), block('crosshead', pick(HEADS)))
      const text = Array.from({ length: 2 + next(4) }, () => pick(SENTENCES)).join('')
      blocks.push(block('paragraph', text))
      size += text.length
    }
    if (next(3) === 0) blocks.push(block('caption', pick(SENTENCES)), block('credit', `${pick(NAMES)}摄`))
    articles.push(article(blocks))
    left -= size
  }
  const day = Math.floor(n / 8)
  const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
  return page(articles, {
    publication: '云河日报',
    date,
    number: String((n % 8) + 1).padStart(2, '0'),
    section: pick(['要闻', '综合', '文化', '民生']),
  })
}

/** A small generator of whole numbers below its argument (Park–Miller). */
function random(seed: number): (below: number) => number {
  let state = (seed * 7919) % 2147483647
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}
