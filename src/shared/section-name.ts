/** Whether a name is one that newspapers give to a section: 要闻, 国际新闻, 本埠·民生, 读书周刊. */
import { normalise } from './search/normalise.ts'

/** Up to three of the words that such names are made of, in either script. */
export const isSectionName = (name: string): boolean => SECTION.test(normalise(name))

/** Grouped by what they say: place in the paper, near and far, subject, kind of text. */
const WORDS = `
头版 封面 封底 头条 要闻 要论 导读 目录 综合 专版 专刊 专题 专栏 特刊 特别 副刊 周刊 周末 假日 增刊 号外
国内 国际 世界 环球 全国 本埠 本地 本市 本省 区域 地方 城市 都市 城事 社区 街道 县域 乡镇 乡村 农村 港澳 台湾 两岸 海外 华人
时政 政治 政务 党建 党政 人大 政协 统战 工会 纪检 经济 财经 产经 金融 证券 股市 理财 银行 保险 商业 产业 企业 工业 农业 三农 能源 电力 水利
海洋 航运 港口 铁路 交通 社会 民生 法治 法制 公安 军事 国防 文化 文艺 文学 文体 文史 文教 人文 历史 体育 科技 科学 科教 科普 教育 校园 高校
健康 卫生 医药 医疗 生态 环境 环保 气象 旅游 娱乐 影视 艺术 书画 读书 阅读 悦读 民族 宗教 生活 消费 服务 汽车 房产 楼市 家居 美食 时尚 收藏
少儿 青年 老年 妇女 女性 家庭 职场 就业 学习 思想
新闻 报道 快讯 简讯 资讯 评论 时评 言论 理论 观点 视点 焦点 热点 聚焦 关注 深度 调查 纪实 人物 故事 往事 实践 互动 来信 热线 摄影 图片 影像 视觉
漫画 连载 小说 诗歌 散文 随笔 作品 广告 公告 公示 启事`

const SECTION = new RegExp(`^(?:${WORDS.trim().split(/\s+/).join('|')}){1,3}版?$`, 'u')
