/** The trade's words that cues are made of: what columns, notices and particulars are called, and places as headlines begin with them; what their patterns are made of. */

/** What columns' names end with. */
export const LABEL_WORDS =
  '时评|论坛|观察|聚焦|看台|纵横|走基层|行动|专栏|之窗|之声|天地|传真|快讯|速递|简讯|短讯|短波|视点|头条|现场|人物|风采|故事|调查|解读|关注|访谈|专题|专刊|副刊|公告|启事|广场|评论|今日谈|杂谈|随笔|链接|热线|社会|综合|要闻|提示|信箱|榜|窍门|来信|来论|声音|手记|课堂|讲堂|书架|幽默|快评|短评|锐评|微评|深度|导读|速读|速览|服务|信息|资讯|动态|常识|怀念|百科|心语|漫画|盘点|数读|读图|图解|荐读|悦读|夜读|民声|民意|心声|帮办|征联|征文|书摘|社论|社评|棋局|一议|一得|寸言|谈片|拾贝|拾遗|要论|来函|编读|往来|百味|法苑|普法|外媒|维权|视野|视线|瞭望|新语|微语|小语|小识|常谈|广角|纵深|经纬|采风|巡礼|纪事|速写|花边|热点|回声|反馈|探访|话题|参谋|小说|诗歌|杂文|散文|集锦|撷英|掠影|剪影|随想|笔谈|论丛|点击|追踪|图说|画刊|新知|博览|园地|文苑|诗苑|书香|百态|万象|札记|问答|顾问|保供|备耕|为民|寄语|档案|记忆|讲述|议事厅|快递|笔记|对话|提醒|絮语|茶座|夜话|走笔|随感|沙龙|客厅|身边|往事|印象|足迹|风景线|新书|荐书|直通车|晴雨表|大家谈|面对面|新方位|新气象|进行时|资料|小品|服务台|问吧|幽默|诗抄|诗笺|诗页|史话|趣闻|轶事|见闻|品读|走笔|物语|时光|光影|镜头|文萃|荟萃|拾零|拾趣|拾穗|散记|杂记|开讲|说法|曝光台|红黑榜|贴士|导购|点评|前线|一线|连线|直击|追问|释疑|解惑|解答|答疑|会客厅|驿站|花絮|茶馆|书房|书屋|书评|影评|艺苑|文坛|体坛|鉴赏|赏析|风情|风物|文脉|文史|钩沉|掌故'
/** What the titles of notices and of standing tables end with. */
export const TITLES =
  '公告|启事|通知|声明|讣告|讣闻|通报|公示|简介|名单|更正|致歉|鸣谢|招聘|招租|招生|招商|转让|出租|拍卖|影讯|书讯|荧屏|电视|节目|预告|预报|天气|行情|牌价|指数|菜价|物价|粮价|赛程|赛果|战报|成绩|积分榜|奖牌榜|排行榜|一览|一览表|时刻表|揭晓|谜底|谜语'
/** What the names of those end with who sign notices: courts, offices, companies. */
export const OFFICES =
  '公司|集团|法院|检察院|委员会|办公室|[分总]?局|厅|中心|银行|医院|大学|学院|学校|[中小]学|协会|学会|联合会|政府|办事处|编辑部|报社|出版社|小组|工会|支队|大队|合作社|工厂|[分总]厂|商场|商店|宾馆|剧院|影院|[党市县区]委|支部|总站'
/** What notices give line by line, before a colon: 时间, 报名地点, 停水范围, 应聘条件. */
export const PARTICULARS =
  '(?!本[报刊社]|报社|社址)\\p{Script=Han}{0,4}(?:时\\s?间|地\\s?点|日\\s?期|地\\s?址|电\\s?话|热线|范围|条件|要求|待遇|对象|名额|方式)|联系人|传真|邮编|网址|票\\s?价|起拍价|保证金|主办(?:单位)?|承办(?:单位)?|上联|下联|出句|对句|横批|原料|主料|配料|做法|用法|谜[面底]'
/** Provinces, great towns and countries, as headlines begin with them. */
export const PLACES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|无锡|苏州|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|我国|中国|中央|全国|国务院|国家|全省|全市|我省|我市|我县|我区|全县|全区|省委|市委|县委|区委|美国|英国|法国|德国|俄罗斯|俄|日本|韩国|朝鲜|印度|巴西|加拿大|澳大利亚|意大利|西班牙|欧盟|联合国|非洲|欧洲|东盟|伊朗|伊拉克|以色列|巴基斯坦|阿富汗|叙利亚|乌克兰|埃及|南非|泰国|越南|菲律宾|马来西亚|新加坡|印度尼西亚|印尼|土耳其|墨西哥|阿根廷|希腊|荷兰|瑞士|瑞典|波兰'

export const CHINESE = '一二三四五六七八九十'
/** A year in characters, 一九六二年 and 二〇〇七年, with what OCR takes for its nought. */
export const YEAR = '[一二][一二三四五六七八九〇○零ＯO0o]{3}\\s*年'
/** A day in characters: 五月十五日, 十月廿一日. */
export const DAY = '[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日'
export const NUM = '[0-9０-９一二三四五六七八九十百]'
/** An entry of a chronicle, not a strip with the paper's name: 1959年 首次考察, 3月12日 地铁一号线开工. */
export const ENTRY = `(?:(?:19|20)\\d\\d\\s*年|${YEAR}|(?=[0-9一二三四五六七八九十]{1,2}\\s*月))(?:\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?|${DAY})?[\\s:：—]+(?!星期|周[一二三四五六日]|第\\s*${NUM}+\\s*[版期号]|总第|农历|今日|邮|责|编|主编|值班|出版|国内|刊号|本[报期]|\\S{0,8}(?:[报刊版]|新闻)(?:\\s|$))\\p{Script=Han}{3}\\S`
export const REPORTER =
  '(?:[本木]报|本刊|新华社|中新社|央视|人民网|特约|见习|实习|驻[^\\s]{1,6}|首席|全媒体|融媒体|[^\\s，。]{2,5}报|[^\\s，。]{2,4}社){0,2}(?:记者|通[讯汛迅]员|评论员|观察员|撰稿人?|特派员)'

export const DIGITS = '0123456789'
export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
export const NUMBERS = DIGITS + '０１２３４５６７８９一二三四五六七八九十百'
/** The words, also where print sets their characters apart. */
export const spaced = (words: string): string => words.replace(/([^|])(?=[^|])/gu, '$1\\s*')
export const firstsOf = (words: string): string => [...new Set(words.split('|').map((word) => word[0]))].join('')
/** The second character of each word; of a word of one character that one. */
export const secondsOf = (words: string): string =>
  [...new Set(words.split('|').map((word) => word[1] ?? word))].join('')
export const lastsOf = (words: string): string =>
  words
    .split('|')
    .map((word) => word.at(-1))
    .join('')
/** The first code units of rare Chinese characters, which take two: what stands behind them is farther off than it looks. */
export const RARE = Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(0xd840 + i)).join('')
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** What a reporter did, where a headline or its deck says so: 本报记者专访省丝绸协会会长. No name stands there. */
export const ON_STORY = '专访|对话|走访|探访|走进|实地|直击|暗访|体验|追踪|实探|夜访|独家|访问|亲历|带你|一线'
