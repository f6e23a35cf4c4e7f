/** A page of our own invention in which every role, every mark and a few hard cases stand; for tests and demonstrations. */
import { article, block, page } from '../page/build.ts'
import type { Page } from '../page/page.ts'

export const FIXTURE: Page = page(
  [
    article([block('folio', '云河日报  2024年3月12日 星期二  第02版  要闻')]),
    article([
      block('label', '春耕一线'),
      block('kicker', '从“看天吃饭”到“知天而作”——'),
      block('headline', '青禾镇八千亩水田\n用上了会算账的闸门'),
      block('deck', '今年灌溉用水预计减少两成，粮农不再半夜守水'),
      block('standfirst', '■ 闸门装上传感器，水量按田块计算\n■ 合作社统一调度，农户手机上报需求'),
      block('byline', '本报记者 陆知远 通讯员 苏 禾'),
      block('paragraph', '本报青禾3月11日电（记者陆知远）清晨六点，云河支渠的第七号闸门自己抬高了三厘米。', {
        marks: [{ kind: 'dateline', start: 0, end: 17 }],
      }),
      block(
        'paragraph',
        '“放在往年，这个时候我正打着手电在渠上走。”种粮大户柳长庚说。他家的640亩地分在4个村，最远的两块相距11公里，过去放一次水要跑两天；现在打开手机，哪块田缺水、缺多少，一目了然。',
      ),
      block('caption', '柳长庚在第七号闸门旁查看水位。', { picture: { width: 1200, height: 800 } }),
      block('credit', '通讯员 苏 禾摄'),
      block('keyword', '关键词\u3000节水'),
      block('crosshead', '一条渠的账，\n算到了每块田'),
      block(
        'paragraph',
        '青禾镇的水来自上游的白鹭水库。过去按村分水，先到先得，“上游淹、下游旱”年年都有。去年冬天，镇上给37处闸门装上了传感器，土壤墒情、渠道流量每10分钟上传一次，CO2与H2O的数据也一并记录。',
        {
          marks: [
            { kind: 'subscript', start: 82, end: 83 },
            { kind: 'subscript', start: 85, end: 86 },
          ],
        },
      ),
      block('paragraph', '镇水利站站长程砚秋介绍，新办法只有一条：谁的田最渴，先给谁。', {
        marks: [
          { kind: 'bold', start: 12, end: 19 },
          { kind: 'emphasis', start: 20, end: 29 },
        ],
      }),
      block('crosshead', '省下的水去了哪里'),
      block('paragraph', '据测算，今年春灌可节水约120万立方米。这些水将留在白鹭湿地，那里每年有3000多只候鸟停歇……'),
      block('note', '编者按：本文数据截至3月10日，由青禾镇水利站提供。'),
      block('jump', '（下转第四版）'),
    ]),
    article([
      block('headline', '老街修好了 邻居没有走（新春走基层）'),
      block('paragraph', '云河县榆树街长四百米，住着213户人家。改造的时候，居民提了一个要求：街可以修，人不搬。'),
      block('paragraph', '于是施工队把夜班改成了白班，水管一段一段换，早点铺一家没停。'),
      block('byline', '记者 沈 荻\n通讯员 高一川'),
    ]),
    article([
      block('headline', '图片新闻'),
      block('caption', '3月10日，孩子们在云河县图书馆里听老人讲渡口的故事。'),
      block('credit', '本报记者 沈 荻摄'),
    ]),
  ],
  { publication: '云河日报', date: '2024-03-12', number: '02', section: '要闻' },
)
