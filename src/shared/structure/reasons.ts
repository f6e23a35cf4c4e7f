/** Why a block is what it is: the sentences of the codes; `evidenced.ts` says which evidence is told by which of them. */
import type { Reason, Role } from '../page/page.ts'
import { fill } from '../errors.ts'
import { ROLE_NAMES } from '../page/roles.ts'
import type { Lang } from '../page/roles.ts'

type Sentence = Readonly<Record<Lang, string>>

/** Each sentence is one that an editor understands; `{name}` is replaced by the reason's parameter. */
export const REASONS: Readonly<Record<string, Sentence>> = {
  'marks.heading': { zh: 'OCR 在行首标了 #，是标题行', en: 'OCR marked the line with # as a heading' },
  'marks.left': {
    zh: '不是版面上的字，是 OCR 程序或网页留下的记号，可用“清除 OCR 记号”清掉',
    en: 'Not text of the page: a mark left by an OCR program or a web page; “Clear OCR marks” takes it out',
  },
  'marks.none': { zh: '本版标题都有 #，这一行没有', en: 'Headings on this page carry #; this line does not' },
  'size.short': { zh: '单独一行，很短，没有句末标点', en: 'A short line of its own without a full stop' },
  'size.long': { zh: '行长，像正文', en: 'A long line, as body text is' },
  'end.stop': { zh: '以句末标点结束', en: 'It ends with a full stop' },
  'end.open': { zh: '到行末句子还没有完', en: 'The sentence is not finished at its end' },
  'cue.reporter': { zh: '有“记者”“通讯员”字样', en: 'It says 记者 or 通讯员 (reporter, correspondent)' },
  'cue.names': { zh: '全是人名', en: 'It consists of personal names' },
  'cue.photo': { zh: '以“摄”“供图”等图片署名用语结尾', en: 'It ends as picture credits do (摄, 供图)' },
  'cue.picture': { zh: '用了“图为”“这是”一类图片说明的写法', en: 'It is worded as captions are (图为, 这是)' },
  'cue.date': { zh: '以日期开头', en: 'It begins with a date' },
  'cue.dateline': { zh: '以电头开头，是一篇报道的开始', en: 'It begins with a dateline (电头)' },
  'cue.note': { zh: '有编者按、作者单位一类说明用语', en: "It is worded as an editor's or author's note" },
  'cue.source': { zh: '注明了来源', en: 'It names a source' },
  'cue.contact': { zh: '是联系或投稿信息', en: 'It gives contact details' },
  'cue.staff': { zh: '有责编、版式等版面人员用语', en: 'It names page staff (editor, layout)' },
  'cue.folio': { zh: '有版次、日期、星期或报名', en: "It has a page number, date, weekday or the paper's name" },
  'cue.jump': { zh: '有“下转”“上接”“见第…版”字样', en: 'It points to another page (下转, 上接, 见第…版)' },
  'cue.keyword': { zh: '以“关键词”开头', en: 'It begins with 关键词 (keyword)' },
  'cue.number': { zh: '以（一）、一、等序号开头', en: 'It begins with a number such as （一）' },
  'cue.dash': { zh: '有破折号引出或引入标题', en: 'A dash leads to or from a headline' },
  'cue.label': { zh: '用词像栏目名', en: 'It reads as the name of a column' },
  'cue.bracket': { zh: '整个在括号里', en: 'It stands wholly in brackets' },
  'cue.bullet': { zh: '以■●等符号开头', en: 'It begins with a bullet' },
  'cue.slogan': { zh: '两组相称的短语，像标题', en: 'Two balanced phrases, as headings have' },
  'cue.says': {
    zh: '“……强调”“……指出”，引题常这样收尾',
    en: 'It leads to what somebody said (强调, 指出), as kickers do',
  },
  'cue.ask': { zh: '以“问：”“答：”一类开头', en: 'It begins as a question or an answer does (问：, 答：)' },
  'cue.attend': { zh: '以“讲话”“出席”等收尾，副题常这样写', en: 'It ends with who spoke or attended, as decks do' },
  'cue.law': { zh: '是公告、启事、通知一类的标题', en: 'It reads as the title of a notice' },
  'cue.org': { zh: '末尾括号里写着单位或来信人', en: 'An office or a reader is named in brackets at its end' },
  'cue.office': { zh: '是单位的名称，公告、启事常这样落款', en: 'It is the name of an office, as notices are signed' },
  'cue.square': { zh: '以【】开头', en: 'It begins with words in 【】' },
  'cue.bracket-tail': { zh: '末尾带着括号里的话', en: 'Words in brackets stand at its end' },
  'cue.figures': { zh: '多是数字或比分，像赛果、表格', en: 'It is made of figures, as results and tables are' },
  'cue.verse': { zh: '两句相对，字数整齐，像诗句', en: 'Two even halves, as lines of verse have' },
  'cue.opener': { zh: '以“据了解”“目前”一类的话开头，像正文', en: 'It opens as body text does (据了解, 目前)' },
  'cue.mid': {
    zh: '开头的字或标点不能起句，是接着上文说的',
    en: 'It begins with what cannot open a sentence, so it goes on with the text above',
  },
  'cue.quote': {
    zh: '引号不成对，引语与别处相连',
    en: 'Its quotation marks do not pair: the quotation runs on elsewhere',
  },
  'cue.question': { zh: '是一个问句或感叹句', en: 'It is a question or an exclamation' },
  'cue.saying': { zh: '有“说”“表示”“介绍”等转述用语', en: 'It reports what somebody said (说, 表示, 介绍)' },
  'cue.addressee': { zh: '是对读者或听众的称呼', en: 'It addresses readers or listeners' },
  'cue.section': { zh: '是“要闻”“综合”一类的版名', en: 'It is the name of a section of the paper (要闻, 综合)' },
  'cue.quoted': { zh: '以引号开头', en: 'It begins with a quotation mark' },
  'cue.none': {
    zh: '没有署名、图片、转版等版面用语',
    en: 'It has none of the wording of bylines, credits, notes or jumps',
  },
  'letter.first': { zh: '以“{head}”字开头，这类文字常这样开头', en: 'It begins with “{head}”, as such lines often do' },
  'letter.last': { zh: '以“{tail}”字收尾，这类文字常这样收尾', en: 'It ends with “{tail}”, as such lines often do' },
  'word.last': { zh: '收尾的词是这类文字常用的一类', en: 'Its last word is of a kind that often ends such lines' },
  'word.sorts': {
    zh: '有没有人名、地名，说没说做什么，与这类文字相合',
    en: 'People, places and verbs occur in it as they do in such lines',
  },
  'cue.place': { zh: '以地名开头', en: 'It begins with the name of a place' },
  'marks.parts': {
    zh: '这一行空格分出的几段，长短与这类标题相合',
    en: 'Blanks divide the line into parts as long as those of such headings',
  },
  'marks.inside': { zh: '标点和空格的用法与这类文字相合', en: 'Its punctuation and spacing are typical of such lines' },
  'open.none': { zh: '上文没有断开的句子，这里另起', en: 'No sentence above is left open; this begins anew' },
  'open.before': {
    zh: '与上文断开的句子能否接上，支持这样判断',
    en: 'How it fits the sentence left open above supports this',
  },
  'open.shut': {
    zh: '上一行恰好在行末说完一句，另起还是接着说，看这里怎样开头',
    en: 'The line above ends with its sentence; how this one begins shows whether the paragraph goes on',
  },
  'back.story': {
    zh: '接的是隔着另一篇稿件断开的那句话',
    en: 'It goes on with a sentence that another story interrupted',
  },
  'open.after': { zh: '与下文能否接上，支持这样判断', en: 'How the text below follows on from it supports this' },
  'place.top': { zh: '在版面最上面', en: 'It stands at the top of the page' },
  'place.end': { zh: '在版面最末', en: 'It stands at the end of the page' },
  'place.gap': {
    zh: '上面空行比别处多，是图片或版块的位置',
    en: 'More blank lines above than elsewhere: a picture or another part of the page',
  },
  'place.lonely': { zh: '夹在两段正文之间的短行', en: 'A short line between two paragraphs' },
  'place.before-heading': { zh: '下面紧接标题', en: 'A heading follows' },
  'place.after-heading': { zh: '上面紧接标题', en: 'It follows a heading' },
  'place.before-body': { zh: '下面是正文', en: 'Body text follows' },
  'place.after-body': { zh: '上面是正文', en: 'It follows body text' },
  'place.before-credit': { zh: '下面是图片署名', en: 'A picture credit follows' },
  'place.after-picture': { zh: '上面是图片说明', en: 'It follows a caption' },
  'place.before-byline': { zh: '下面是署名', en: 'A byline follows' },
  'place.after-byline': { zh: '上面是署名', en: 'It follows a byline' },
  'place.indent': { zh: '行首缩进，是一段的开头', en: 'It is indented, as paragraphs begin' },
  'place.column': { zh: '占满一栏的一行，是正文中的一行', en: 'It fills the width of its column, as body text does' },
  'echo.after': { zh: '用词在下面的正文里又出现', en: 'Its words recur in the text below' },
  'echo.before': { zh: '用词在上面的正文里出现过', en: 'Its words stand in the text above' },
  'echo.lead': { zh: '下面的正文以电头或日期开篇', en: 'The text below opens with a dateline or a day' },
  'echo.new': {
    zh: '上下文说的不是一回事，像另一篇的开始',
    en: 'The text above and the text below share no words: another story begins',
  },
  'echo.same': {
    zh: '上下文用词相同，说的是一回事',
    en: 'The text above and the text below share words: the same story goes on',
  },
  'place.row': {
    zh: '近旁还有样子相同的标题行，是成组的小标题',
    en: 'Similar headings stand nearby: a series of crossheads',
  },
  'place.list': {
    zh: '近旁几行以同样的符号开头，是一组条目',
    en: 'Lines nearby begin with the same mark: items of a list',
  },
  'echo.plain': {
    zh: '下面的正文不以电头、日期开篇',
    en: 'The text below opens with neither a dateline nor a day',
  },
  'place.glued': {
    zh: 'OCR 把它和同一行的别的内容连在了一起',
    en: 'OCR ran it together with something else on the line',
  },
  'place.brief': {
    zh: '近旁多是短行，像诗、名单或表格',
    en: 'Short lines stand around it, as in verse, lists and tables',
  },
  'place.picture': { zh: 'OCR 在它上面或下面放了图片', en: 'The OCR put a picture right above or below it' },
  'place.column-end': {
    zh: '比一栏短，是一段的末行',
    en: "It is shorter than its column, as a paragraph's last line is",
  },
  'place.no-indent': { zh: '本版段首缩进，这一行没有', en: 'Paragraphs on this page are indented; this line is not' },
  'place.run': { zh: '从它在几行标题里的位置看', en: 'Judged by its place among the heading lines around it' },
  'place.around': {
    zh: '上下各行的样子与这类内容相合',
    en: 'The lines above and below are of the kind that surround such blocks',
  },
  'place.breaks': { zh: '行末有换行记号，与下一行是一体', en: 'A line break marks it and the next line as one' },
  'join.cut': {
    zh: '前一段在句中断开（末字“{tail}”），这里接着说',
    en: 'The fragment before breaks off in mid-sentence (at “{tail}”) and this goes on',
  },
  'join.word': { zh: '“{tail}|{head}”处把一个词切成了两半', en: 'The cut splits a word (“{tail}|{head}”)' },
  'join.quote': { zh: '前一段的引号在这里才收', en: 'A quotation opened before closes here' },
  'join.particle': { zh: '以“{head}”开头，不能另起一段', en: 'It begins with “{head}”, which cannot open a paragraph' },
  'join.between': { zh: '中间隔着{role}', en: '{role} stands between' },
  'join.over': { zh: '中间隔着另一篇稿件', en: 'Another story stands between' },
  'join.far': { zh: '隔了 {n} 块内容', en: '{n} blocks stand between' },
  'join.alone': { zh: '前后没有别的断开的段落', en: 'No other open fragment is near' },
  'half.crosshead': {
    zh: '与前面的小标题行是一个标题的两半，中间被正文隔开',
    en: 'The other half of the crosshead before; body text got between',
  },
  'propose.move': {
    zh: '文章署名之后又有一节，可能应移到署名之前',
    en: 'A section stands after the sign-off byline; it may belong before it',
  },
  'propose.join': { zh: '这两段可能是同一段', en: 'These two fragments may be one paragraph' },
  'propose.continued': { zh: '这是从别的版转来的文章', en: 'This story is continued from another page' },
  learned: { zh: '按本报以往确认过的版面', en: 'As on pages of this paper confirmed earlier' },
  sequence: { zh: '从前后各块的顺序看，这里应是{role}', en: 'By the order of the blocks around it this is a {role}' },
}

/** The sentences of `reasons` as one. */
export const reasonsText = (reasons: readonly Reason[], lang: Lang): string =>
  lang === 'zh'
    ? reasons.map((r) => reasonText(r, lang)).join('；')
    : reasons.map((r, i) => (i === 0 ? reasonText(r, lang) : goingOn(reasonText(r, lang)))).join('; ')

/** A word all of capitals, OCR, keeps them. */
const goingOn = (sentence: string): string => sentence.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase())

/** The sentence of `reason`; parameters named `role` hold a role id and are shown by its name. Unknown codes show as they are. */
export function reasonText(reason: Reason, lang: Lang): string {
  const sentence = REASONS[reason.code]?.[lang]
  if (sentence === undefined) return reason.code
  const params = { ...reason.params }
  const role = params.role
  if (typeof role === 'string' && Object.hasOwn(ROLE_NAMES, role)) params.role = ROLE_NAMES[role as Role][lang] // a key of that table
  return fill(sentence, params)
}
