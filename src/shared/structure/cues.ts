/**
 * The wordings by which newspapers say what a line is: one table of names and patterns. What OCR takes for characters of the trade's own
 * words counts as these: 木报 for 本报, 汛 and 迅 for 讯, 撮 for 摄.
 */
import { BLANKS } from './lines.ts'
import type { Needs } from './sieve.ts'

/** The head and the tail of a piece that patterns look at; longer text is not searched, so that cost stays linear. */
export const WINDOW = 90

const NUM = '[0-9０-９一二三四五六七八九十百]'
const REPORTER =
  '(?:[本木]报|本刊|新华社|中新社|央视|人民网|特约|见习|实习|驻[^\\s]{1,6}|首席|全媒体|融媒体|[^\\s，。]{2,5}报|[^\\s，。]{2,4}社){0,2}(?:记者|通[讯汛迅]员|评论员|观察员|撰稿人?|特派员)'

const DIGITS = '0123456789'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const NUMBERS = DIGITS + '０１２３４５６７８９一二三四五六七八九十百'
/** What columns' names end with. */
const LABEL_WORDS =
  '时评|论坛|观察|聚焦|看台|纵横|走基层|行动|专栏|之窗|之声|天地|传真|快讯|速递|简讯|短讯|短波|视点|头条|现场|人物|风采|故事|调查|解读|关注|访谈|专题|专刊|副刊|公告|启事|广场|评论|今日谈|杂谈|随笔|链接|热线|社会|综合|要闻|提示|信箱|榜|窍门|来信|来论|声音|手记|课堂|讲堂|书架|幽默|快评|短评|锐评|微评|深度|导读|速读|速览|服务|信息|资讯|动态|常识|怀念|百科|心语|漫画|集锦|撷英|掠影|剪影|随想|笔谈|论丛|点击|追踪|图说|画刊|新知|博览|园地|文苑|诗苑|书香|百态|万象|札记|问答|顾问|保供|备耕|为民|寄语|档案|记忆|讲述|议事厅|快递|笔记|对话|提醒|絮语|茶座|夜话|走笔|随感|沙龙|客厅|身边|往事|印象|足迹|风景线|新书|荐书|直通车|晴雨表|大家谈|面对面|新方位|新气象|进行时|资料|小品|服务台|问吧|幽默|诗抄|诗笺|诗页|史话|趣闻|轶事|见闻|品读|走笔|物语|时光|光影|镜头|文萃|荟萃|拾零|拾趣|拾穗|散记|杂记|开讲|说法|曝光台|红黑榜|贴士|导购|点评|前线|一线|连线|直击|追问|释疑|解惑|解答|答疑|会客厅|驿站|花絮|茶馆|书房|书屋|书评|影评|艺苑|文坛|体坛|鉴赏|赏析|风情|风物|文脉|文史|钩沉|掌故'
/** What the titles of notices and of standing tables end with. */
const TITLES =
  '公告|启事|通知|声明|讣告|讣闻|通报|公示|简介|名单|更正|致歉|鸣谢|招聘|招租|招生|招商|转让|出租|拍卖|影讯|书讯|荧屏|电视|节目|预告|预报|天气|行情|牌价|赛程|赛果|战报|成绩|积分榜|奖牌榜|排行榜|一览|一览表|时刻表|揭晓|谜底|谜语'
/** What notices give line by line, before a colon. */
const PARTICULARS =
  '(?:活动|报名|演出|比赛|开放|截止|办理|举办)?(?:时\\s?间|地\\s?点|日\\s?期)|(?:公司|单位|店铺|联系|详细)?地\\s?址|(?:联系|咨询|报名|服务|监督|举报|订票)?(?:电\\s?话|热线)|联系人|传真|邮编|网址|票\\s?价|主办(?:单位)?|承办(?:单位)?|上联|下联|横批|原料|主料|配料|做法|用法|谜[面底]'
/** The words, also where print sets their characters apart. */
const spaced = (words: string): string => words.replace(/([^|])(?=[^|])/gu, '$1\\s*')
const firstsOf = (words: string): string => [...new Set(words.split('|').map((word) => word[0]))].join('')
/** The second character of each word; of a word of one character that one. */
const secondsOf = (words: string): string => [...new Set(words.split('|').map((word) => word[1] ?? word))].join('')
const lastsOf = (words: string): string =>
  words
    .split('|')
    .map((word) => word.at(-1))
    .join('')
/** Provinces, great towns and countries, as headlines begin with them. */
const PLACES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|无锡|苏州|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|南宁|海口|成都|贵阳|昆明|拉萨|西安|兰州|西宁|银川|乌鲁木齐|我国|中国|中央|全国|国务院|国家|全省|全市|我省|我市|我县|我区|全县|全区|省委|市委|县委|区委|美国|英国|法国|德国|俄罗斯|俄|日本|韩国|朝鲜|印度|巴西|加拿大|澳大利亚|意大利|西班牙|欧盟|联合国|非洲|欧洲|东盟|伊朗|伊拉克|以色列|巴基斯坦|阿富汗|叙利亚|乌克兰|埃及|南非|泰国|越南|菲律宾|马来西亚|新加坡|印度尼西亚|印尼|土耳其|墨西哥|阿根廷|希腊|荷兰|瑞士|瑞典|波兰'
/** The first code units of rare Chinese characters, which take two: what stands behind them is farther off than it looks. */
const RARE = Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(0xd840 + i)).join('')
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Patterns over a whole piece's head (`^`), tail (`$`) or anywhere in those windows, each with characters that it cannot do without:
 * where none of them stands the pattern is not tried.
 */
const TABLE: readonly (readonly [name: string, pattern: RegExp, needs?: Needs])[] = [
  ['reporter-head', new RegExp(`^[■□▲●◎◆★☆※\\s（(]*${REPORTER}`, 'u'), { any: '记讯汛迅论察撰派', next: '者员稿' }],
  ['reporter-any', /记者|通[讯汛迅]员/u, { any: '记讯汛迅', next: '者员' }],
  ['reporter-dup', /通讯员|记者.*?记者/u, { any: '记讯', next: '者员' }],
  [
    'by-label',
    /^[■□▲●◎◆★☆\s（(]*(?:作者|文|撰文|执笔|口述|整理|采访|编译|翻译|统筹|策划)\s*[:：/／·|｜]?\s*\p{Script=Han}/u,
    { first: BLANKS + '■□▲●◎◆★☆（(作文撰执口整采编翻统策', any: '者文笔述理访译筹划' },
  ],
  [
    'slash-credit',
    /(?:文|图|摄影?|图文|图片|供图|摄影报道)\s*[/／|｜]|[/／|｜]\s*(?:文|图|摄影?|图文)/u,
    { any: '/／|｜' },
  ],
  [
    'photo-tail',
    /(?:[摄撮]|摄影|供图|图片|资料图|资料照片|摄影报道|影像中国|人民视觉|视觉中国|新华社发|中新社发|图)\s*[）)】\]]*$/u,
    { last: '摄撮影图片道国觉发）)】]' },
  ],
  ['photo-take', /[摄撮]\s*(?:[（(][^（）()]{1,12}[）)])?\s*[）)】\]]*$/u, { last: '摄撮）)】]' }],
  ['photo-given', /供图|提供[）)]?$|图片由|资料图|资料照片/u, { any: '供提片资', next: '图供由料' }],
  ['photo-source', /影像\p{Script=Han}{2}|人民视觉|视觉中国|新华社发|中新社发/u, { any: '影民视社', next: '像视觉发' }],
  [
    'picture-ref',
    /^(?:图[①-⑳0-9一二三四五六七八九十为：:]|[上下左右大小题压]图|图中|图片说明|这是|题图|如图|[▲△▼◀▶←→↑↓])/u,
    { first: '图上下左右大小题压这如▲△▼◀▶←→↑↓' },
  ],
  [
    'picture-in',
    /图为|这是|资料照片|合影|全景|一角|外景|场景|夜景|(?:^|[，。])图[①-⑳]/u,
    { any: '图这资合全一外场夜', next: '为是料影景角' + CIRCLED },
  ],
  [
    'date-head',
    /^(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日)?|^(?:近日|日前|昨日|昨天|昨晚|今日|今晨|前天|前日|连日来)/u,
    { first: DIGITS + '近日昨今前连' },
  ],
  ['date-day-head', /^(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日/u, { first: DIGITS }],
  [
    'dateline',
    /^(?:[【（(]?\s*(?:[本木]报|本台|本刊|新华社|中新社|新华网|人民网|据新华社|据[^\s，。]{2,5}社|[^\s，。]{2,4}报)[^，。]{0,14}?(?:[讯汛迅]|电|消息|报道|专电)|[^，。\s]{2,8}\d{1,2}月\d{1,2}日电)/u,
    { any: '讯汛迅电消道' },
  ],
  [
    'org-end',
    /[（(][^（）()]{0,10}(?:组|部|局|社|报|员|团|站|院|会|办|中心|大队|读者|社区|居民|学校|小学|中学)[^（）()]{0,4}[)）]$/u,
    { last: '）)' },
  ],
  [
    'addressee',
    /^(?:同志们|各位|尊敬的|编辑同志|亲爱的|女士们|先生们|朋友们)|[：:]$/u,
    { any: '同各尊编亲女先朋：:', next: '志位敬辑爱士生友' },
  ],
  ['report-end', /(?:记者|通讯员)[^。]{2,12}[)）]$/u, { last: '）)' }],
  [
    'note-head',
    /^[【（(]?\s*(?:编者按|编者的话|编者注|编者附[记言]|编者小记|编余|编后|编辑(?:手记|点评|感言|寄语)|开栏的话|按语|按[:：]|记者手记|采访手记|后记|附[记言]|致读者|链接|新闻链接|相关链接|背景|延伸阅读|小贴士|提示|注[:：]|说明[:：]|人物(?:简介|名片)|名片|(?:上期|前情|前文)提要|更正(?:与说明)?[:：])/u,
    {
      first: '【（(编开按记采后附致链新相背延提小注说人名上前更',
      near: BLANKS + '者余后辑栏语:：访记言读接闻关景伸贴示明物片期情文正',
    },
  ],
  [
    'note-author',
    /^[（(]\s*(?:作者|本文|执笔|整理|本报记者|记者|据|来源|图表|制图|本版|新华社|以上|均)/u,
    { first: '（(' },
  ],
  [
    'note-body',
    /^[（(【■]?\s*(?:本版|本栏|本组|本报将|以上|来稿|投稿|上期|本期|截至|选自|摘自|原载|摘编|答疑|值班|应.{0,6}要求|文中|人物名片|名词解释|相关)|仅供参考|为准|为化名|未完待续|线索征集|欢迎(?:拨打|来电|来信|报名|垂询)/u,
    {
      any: '本以来投上截选摘原答值要文人名相仅为未线欢',
      next: '版栏组报期上稿至自编载疑班求中物词关供准化完索迎',
    },
  ],
  [
    'standfirst-head',
    /^[【■]?\s*(?:核心提示|核心阅读|核心内容|阅读提示|内容提要|内容摘要|新闻提示|提要|摘要|导语)(?:[】:：\s]|$)/u,
    { first: '【■核阅内新提摘导', any: '示读容要语', next: '】:：' + BLANKS },
  ],
  [
    'note-tail',
    /(?:采写|整理|撰写|编译|报道|制图|采访|参与)[）)。]*$/u,
    { any: '采整撰编报制参', next: '写理译道图访与', last: '写理译道图访与）)。' },
  ],
  ['source', /^(?:[（(])?(?:数据|资料|图片|稿件|信息|文章)?来源[:：]|^据.{2,12}(?:报道|消息)[）)]?$/u, { any: '源据' }],
  [
    'contact',
    /欢迎(?:投稿|来稿|关注|扫码)|投稿|邮箱|二维码|[\w.-]@[\w.-]|https?:|www\./iu,
    { any: '迎投邮维@pPsSſwW', next: '投来关扫稿箱码:.-_' + DIGITS + LETTERS + 'ſ\u212a' },
  ],
  ['phone', /电话|热线|传真|广告|\d{3}[-—－]\d{7}|\d{8}/u, { any: DIGITS + '电热传广', next: DIGITS + '话线真告-—－' }],
  [
    'staff',
    /(?:责任编辑|责编|本版编辑|编辑|主编|校对|美编|版式|视觉|值班|编审|组版|制作|排版|检校|一读|二读|版面设计)\s*[:：/／|｜ ]/u,
    { any: BLANKS + '辑编对式觉班审版作校读计', next: BLANKS + ':：/／|｜' },
  ],
  [
    'folio-page',
    new RegExp(
      `第\\s*${NUM}+\\s*版|(?:^|\\s)[A-Z]?\\d{1,2}\\s*版|^[A-Z]\\d{1,2}$|^\\d{1,2}$|总第.{1,8}期|刊号|国内统一`,
      'u',
    ),
    { any: BLANKS + NUMBERS + '总刊统', next: BLANKS + '版第号一' },
  ],
  ['weekday', /星期[一二三四五六日天]/u, { any: '星' }],
  [
    'lunar',
    /农历|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年/u,
    { any: '农子丑寅卯辰巳午未申酉戌亥', next: '历年' },
  ],
  ['full-date', /(?:19|20)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/u, { any: BLANKS + DIGITS, next: '年' }],
  [
    'paper-name',
    /(?:日报|晚报|早报|时报|晨报|快报|商报|周刊|周报|新闻报|导报|农报|青年报|都市报|科技报|工人报|文摘报)$/u,
    { last: '报刊' },
  ],
  [
    'paper-strip',
    /^\S{1,7}[报刊]\s+(?:要闻|综合|经济|社会|文化|体育|国际|国内|时政|地方|教育|科技|法治|民生|农业|三农|健康|财经|理论|评论|副刊|专题|专版|广告|城事|视点|焦点)(?:[·•・/／&\s]*(?:要闻|综合|经济|社会|文化|体育|国际|国内|时政|地方|教育|科技|法治|民生|农业|健康|财经|广告|新闻|周刊|版))*$/u,
    { any: '报刊', next: BLANKS },
  ],
  [
    'section-name',
    /^(?:要闻|综合|经济|社会|文化|体育|国际|国内|时政|时事|地方|本地|本埠|教育|科技|法治|民生|县区|县域|乡镇|农业|三农|健康|卫生|财经|理论|评论|副刊|专题|专版|广告|天下|城事|视点|焦点)(?:新闻|要闻|版|周刊|专刊)?(?:[·•・/／&、\s]{1,3}(?:要闻|综合|经济|社会|文化|体育|国际|国内|时政|地方|教育|科技|法治|民生|农业|健康|财经|广告|资讯|服务|新闻|视觉|人物|生活))?$/u,
    { first: '要综经社文体国时地本教科法民县乡农三健卫财理评副专广天城视焦' },
  ],
  ['question-tail', /[？?][”’」』）)]?$/u, { last: '？?”’」』）)', any: '？?' }],
  ['exclaim-tail', /[！!][”’」』）)]?$/u, { last: '！!”’」』）)', any: '！!' }],
  [
    'photo-text',
    /文\s*(?:并\s*)?[/／、]?\s*[图摄]|图文|摄影报道/u,
    { any: BLANKS + '文并/／、图影', next: '图摄文报' },
  ],
  ['points', /^[■●◆▲▶□○◇].*[^。！？]$/u, { first: '■●◆▲▶□○◇' }],
  [
    'jump-turn',
    /(?:下\s*转|转|上\s*接|紧\s*接|接)\s*第?\s*[A-Z]?[0-9０-９一二三四五六七八九十\s]+\s*版/u,
    { any: '版' },
  ],
  [
    'jump-head',
    /^[（(▶►★▲→\s]*(?:上\s*接|紧\s*接|下\s*转|接)\s*第?\s*[A-Z]?[0-9０-９一二三四五六七八九十\s]+\s*版/u,
    { any: '版' },
  ],
  [
    'jump-see',
    new RegExp(
      `(?:相关|报道|详|全文|文章|社论|更多|图文|评论|内容)[^。]{0,10}?(?:见|刊|请看)[^。]{0,6}?(?:${NUM}|[A-Z]\\d)+\\s*(?:、|—|－|-|至|${NUM})*\\s*版`,
      'u',
    ),
    { any: '版' },
  ],
  [
    'page-ref',
    /^[→>》▶▷■\s]*(?:第\s*)?(?:[A-Z]?[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*版?(?:\s+\p{Script=Han}{2,4})?$/u,
    { first: DIGITS + '→>》▶▷■第ABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十０１２３４５６７８９' },
  ],
  ['keyword', /^[【[]?\s*(?:关\s*键\s*词|关键字|热词|主题词)\s*[】\]]?/u, { first: '【[关热主' }],
  [
    'number-head',
    /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}[章节条、]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|[①-⑳])/u,
    { first: DIGITS + '（(一二三四五六七八九十第' + CIRCLED, near: '）)、．.章节条' + CIRCLED },
  ],
  ['circled-head', /^[①-⑳]/u, { first: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳' }],
  ['bullet', /^[■□●○◆◇▲△★☆※►▶♦•·]/u, { first: '■□●○◆◇▲△★☆※►▶♦•·' }],
  ['dash-head', /^[—－─–-]{1,4}/u, { first: '—－─–-' }],
  ['dash-tail', /[—－─]{1,4}$/u, { last: '—－─' }],
  ['bracket-all', /^[（(【[〔][^（）()【】]*[）)】\]〕]$/u, { first: '（(【[〔' }],
  ['bracket-tail', /[^\s][（(][^（）()]{2,24}[）)]$/u, { last: '）)' }],
  ['square-head', /^【[^】]{1,16}】/u, { first: '【' }],
  ['quote-head', /^[“"『「‘]/u, { first: '“"『「‘' }],
  ['question', /[？?]/u, { any: '？?' }],
  [
    'says',
    /[说道称示]$|[说道称示：][，。：]|介绍|表示|指出|强调/u,
    { any: '说道称示：介表指强', next: '，。：绍示出调' },
  ],
  ['says-tail', /(?:指出|强调|要求|表示|致辞|讲话|说|批示|宣布)$/u, { last: '出调求示辞话说布' }],
  [
    'ask-head',
    new RegExp(`^(?:问|答|记者|本报记者|主持人|Q|A|[@＠][^\\s:：]{1,12}|${PARTICULARS})\\s*[:：]`, 'u'),
    { any: ':：' },
  ],
  ['see-full', /[（(][^（()）]{0,8}全文[^（()）]{0,8}版[）)]/u, { any: '版' }],
  [
    'scene-tail',
    /(?:全貌|夜景|一角|现场|外景|全景|场景|合影|鸟瞰|俯瞰|新貌|风光|美景|风景|近照|作业|掠影|留影|中|忙|景象|情景)$/u,
    { last: '貌景角场影瞰光照业中忙象' },
  ],
  ['at-work', /正在|在.{1,14}?[中上里旁前边内下]|（[左右中前后]/u, { any: '在（' }],
  [
    'opener',
    /^(?:据了解|据悉|据介绍|目前|近年来|近日|日前|此外|同时|随着|记者|如今|今年|去年|当天|随后|接着|其中|为此|与此同时|截至|在|从|为了?|对于|“|一是|此次|会议|会上|下一步|他|她|该)/u,
    { first: '据目近日此同随记如今去当接其为与截在从对“一会下他她该' },
  ],
  [
    'opener-clear',
    /^(?:据了解|据悉|据介绍|据统计|据测算|据分析|据记者|记者(?:了解|获悉|看到|在|从)|目前，|近年来|近几年|多年来|此外|与此同时|同时，|为此|对此|然而|不过|于是|但是|可是|会议(?:指出|强调|要求|认为|听取|审议)|通知(?:要求|指出|强调)|报告(?:指出|显示|认为)|截[至止]|有一[次天回年]|原来|走进|来到|首先|其次|最后，|第[一二三四五]，|说起|谈起|谈到|提起|当[天日晚]|随后|此前|之后，|如今|今年|去年|前年|前不久|不久前|下一步|接下来|上午|下午|晚上|早上|清晨|凌晨|[一二三四五六]是|(?:19|20)[0-9]{2}年|[0-9]{1,2}月[0-9]{1,2}日|编辑同志)/u,
    {
      first:
        DIGITS +
        '一三上下不与为之二于五今会但六其凌前原去可同四多如对当截报据接提早晚最有来此清然目第编记说谈走近通随首',
    },
  ],
  ['leading-particle', /^[的了着过和与及或等而且并得地们]/u, { first: '的了着过和与及或等而且并得地们' }],
  ['illegal-head', /^[，。、；：？！”’）》】％%…]/u, { first: '，。、；：？！”’）》】％%…' }],
  ['illegal-tail', /[“‘（《【]$/u, { last: '“‘（《【' }],
  [
    'place-head',
    /^(?!.{0,3}(?:城市|山区|社区|景区|小区))\p{Script=Han}{2,4}?[省市县区镇乡旗州村](?=\p{Script=Han}{3})/u,
    { near: '省市县区镇乡旗州村' + RARE },
  ],
  [
    'place-name',
    new RegExp(`^(?:${PLACES})(?=[^\\s。]{2})`, 'u'),
    { first: firstsOf(PLACES), near: secondsOf(PLACES) },
  ],
  ['slogan', /^\S{4,9}\s+\S{4,9}$/u, { any: BLANKS }],
  [
    'attend-tail',
    /(?:出席|主持|讲话|致辞|参加|陪同|报告|揭牌|颁奖|批示|贺信|会见|座谈)$/u,
    { last: '席持话辞加同告牌奖示信见谈' },
  ],
  ['verse', /^\S{4,7}[，,]\S{4,7}[。！？]?$/u, { any: '，,' }],
  [
    'label-word',
    new RegExp(`(?:${LABEL_WORDS}|连载[⑴-⒇①-⑳0-9（）()]*|回音壁?|谚语?|第\\d+期)$`, 'u'),
    { last: `${lastsOf(LABEL_WORDS)}载⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳${DIGITS}（）()音壁谚语期` },
  ],
  ['law', new RegExp(`(?:${spaced(TITLES)})$`, 'u'), { last: lastsOf(TITLES) }],
  ['spaced', /^\S(?:\s+\S){1,5}$/u, { near: BLANKS }],
  ['score', /\d\s*[:：比∶-]\s*\d/u, { any: BLANKS + DIGITS, next: ':：比∶-' }],
  ['money', /万元|亿元|％|%/u, { any: '元％%' }],
  ['latin', /[A-Za-z]{3,}/u, { any: LETTERS }],
]

export const CUES: readonly { readonly name: string; readonly pattern: RegExp; readonly needs: Needs }[] = TABLE.map(
  ([name, pattern, needs = {}]) => ({ name, pattern, needs }),
)

/** The number of a cue is its place in the table. Throws where there is none of that name. */
export function cue(name: string): number {
  const n = CUES.findIndex((c) => c.name === name)
  if (n < 0) throw new Error(`no cue is named ${name}`)
  return n
}

/** A 1 at the number of each of these cues. */
export function cuesOf(...names: readonly string[]): Uint8Array {
  const marks = new Uint8Array(CUES.length)
  for (const name of names) marks[cue(name)] = 1
  return marks
}
