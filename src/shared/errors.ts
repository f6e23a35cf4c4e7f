/** The errors that a caller can act on: a code, what goes into its sentence, and the sentence in both languages. */
import type { Lang } from './page/roles.ts'

type Params = Readonly<Record<string, string | number>>

/** Each sentence says what is wrong and what to do; `{name}` is replaced by the parameter of that name. */
const ERRORS = {
  'input/invalid': { zh: '请求的内容不符合约定：{detail}', en: 'The request does not fit the contract: {detail}' },
  'method/unknown': { zh: '没有这个操作：{method}', en: 'There is no such operation: {method}' },
  internal: {
    zh: '程序内部出错，已记入日志。请重试；若仍不行，请把日志发给开发者。',
    en: 'Something went wrong inside Banxin and was logged. Try again; if it persists, send the log to the developers.',
  },
  'archive/unavailable': {
    zh: '档案进程正在重新启动，请稍候再试。',
    en: 'The archive process is restarting; try again in a moment.',
  },
  'archive/missing': {
    zh: '这里没有档案库：{path}。请检查路径。',
    en: 'There is no archive at {path}; check the path.',
  },
  'archive/locked': {
    zh: '档案库正被另一个程序占用：{path}。请关闭那个程序后重试。',
    en: 'Another program holds the archive {path}; close it and try again.',
  },
  'archive/checking': {
    zh: '正在检查档案库，没有恢复备份。请等检查完再试。',
    en: 'The archive is being checked, so no backup was restored; try again when the check is done.',
  },
  'archive/restoring': {
    zh: '正在恢复一份备份。请等恢复完再试。',
    en: 'A backup is being restored; try again when that is done.',
  },
  'archive/damaged': {
    zh: '档案库已损坏：{path}。请在“备份与检查”里恢复一份备份，或运行 banxin salvage 抢救内容。',
    en: 'The archive {path} is damaged; restore a backup under “Backups and checks”, or run banxin salvage to rescue what is in it.',
  },
  'archive/lost': {
    zh: '从 {path} 里读不出任何内容，无法抢救。请恢复备份；也请确认这是版心的档案库。',
    en: 'Nothing can be read of {path}, so nothing can be rescued; restore a backup, and make sure that it is a Banxin archive.',
  },
  'archive/foreign': {
    zh: '这不是版心的档案库：{path}。请换一个路径。',
    en: '{path} is no Banxin archive; choose another path.',
  },
  'archive/newer': {
    zh: '档案库由更新版本的版心建立（{version}）。请升级版心。',
    en: 'This archive was made by a newer Banxin ({version}); update Banxin.',
  },
  'archive/read-only': {
    zh: '档案库不能写入：{path}。请检查文件权限。',
    en: 'The archive {path} cannot be written; check its permissions.',
  },
  'archive/moved': {
    zh: '档案库文件已被移走、替换或删除：{path}，没有保存。请把它放回原处；若已删除，请立即在“备份与检查”里做一份备份，再从那份恢复。已输入的内容仍在窗口中。',
    en: 'The archive {path} was moved, replaced or deleted, and nothing was saved. Put it back; if it is deleted, make a backup under “Backups and checks” now and restore that one. What you typed is still in the window.',
  },
  'archive/overwritten': {
    zh: '档案库文件被别的程序改写了：{path}，没有保存。已输入的内容仍在窗口中。请退出版心再打开，看看现在的文件；若不是您要的，到“备份与检查”里恢复一份备份。',
    en: 'Another program wrote over the archive {path}, and nothing was saved; what you typed is still in the window. Leave Banxin and open it again to see what is there now; if that is not what you want, restore a backup under “Backups and checks”.',
  },
  'disk/full': {
    zh: '磁盘已满，没有保存。请腾出空间后重试，已输入的内容仍在窗口中。',
    en: 'The disk is full and nothing was saved; free some space and try again. What you typed is still in the window.',
  },
  'window/full': {
    zh: '窗口的存储空间已满，没能替您留住改动，版面仍开着。请保存它：稍后重试，或先从回收站恢复它；也可以先处理别的未保存的版面。',
    en: 'The storage of the window is full, so that the changes could not be kept for you and the page stays open. Save it: try again later, or restore it from the bin first; settling other pages that are not saved makes room too.',
  },
  'page/missing': {
    zh: '找不到这个版面，可能已被删除。请刷新列表。',
    en: 'The page is not there; it may have been deleted. Refresh the list.',
  },
  'page/binned': {
    zh: '这个版面在回收站里，没有改动它。请先从回收站恢复，再试一次；写下的字仍在窗口中。',
    en: 'The page lies in the bin and was not changed; restore it from the bin first, then try again. What you typed is still in the window.',
  },
  'page/conflict': {
    zh: '这个版面在别处被改过，没有覆盖。请比较两个版本后再决定。',
    en: 'The page was changed elsewhere and was not overwritten; compare both versions and decide.',
  },
  'date/impossible': {
    zh: '没有 {date} 这一天，没有保存。请改正日期，或先留空。',
    en: 'There is no day {date}, and nothing was saved; correct the date, or leave it empty for now.',
  },
  'print/none': {
    zh: '没有找到打印机。请先在系统里装好打印机；也可以用“导出”把大样存成 PDF。',
    en: 'There is no printer. Set one up in the system first, or save the proof as a PDF by “Export”.',
  },
  'print/failed': {
    zh: '大样没有打印出来（{detail}）。请检查打印机；也可以用“导出”把大样存成 PDF。',
    en: 'The proof was not printed ({detail}). Check the printer, or save the proof as a PDF by “Export”.',
  },
  'file/empty': {
    zh: '文件是空的：{name}。请选择有文字的文件。',
    en: '{name} is empty; choose a file with text in it.',
  },
  'file/binary': {
    zh: '这不是文本文件：{name}。请选择 OCR 文字（.txt 或 .md）。',
    en: '{name} is not a text file; choose OCR text (.txt or .md).',
  },
  'file/too-large': {
    zh: '文件太大：{name} 有 {size} MB，上限是 {limit} MB。请拆分后再导入。',
    en: '{name} is too large: {size} MB, the limit is {limit} MB. Split it and import the parts.',
  },
  'file/directory': {
    zh: '这是文件夹而不是文件：{name}。请选择里面的文件，或用“导入文件夹”。',
    en: '{name} is a folder; choose the files in it, or use “Import folder”.',
  },
  'file/unreadable': {
    zh: '读不了文件：{name}（{detail}）。请检查权限。',
    en: 'Cannot read {name} ({detail}); check its permissions.',
  },
  'file/name': {
    zh: '文件名或文件夹名不是 UTF-8 编码，打不开：{name}。请在文件管理器里改名后再导入。',
    en: 'The name of {name} or of its folder is not in UTF-8, so it cannot be opened; rename it in the file manager and import it again.',
  },
  'file/missing': {
    zh: '找不到文件：{name}。它可能已被移走、改名或删除，请核对后再试。',
    en: '{name} is not there; it may have been moved, renamed or deleted. Look where it is and try again.',
  },
  'file/taken': {
    zh: '已有 {name}。请换一个名字。',
    en: '{name} exists already; choose another name.',
  },
  'file/own': {
    zh: '{name} 就是档案库本身，不能用它来存。请换一个名字。',
    en: '{name} is the archive itself and is not written over; choose another name.',
  },
  'file/exists': {
    zh: '文件已存在：{name}。加 --force 才会覆盖。',
    en: '{name} exists already; use --force to replace it.',
  },
  'file/unwritable': {
    zh: '写不了文件：{name}（{detail}）。请换一个位置。',
    en: 'Cannot write {name} ({detail}); choose another place.',
  },
  'file/unsupported': {
    zh: '{name} 不是版心能读的版面 JSON：可能不完整、被改坏了，或由更新的版本写成。请重新导出，或改用 .txt、.md。',
    en: '{name} is no page that this Banxin can read: incomplete, damaged, or written by a newer version. Export it anew, or use .txt or .md.',
  },
  'file/line': {
    zh: '{name} 的第 {line} 行读不懂，这不是 banxin dump 写出的文件。前面各行已读入。',
    en: 'Line {line} of {name} cannot be read; this is no file that banxin dump wrote. The lines before it are in.',
  },
  'file/day': {
    zh: '{name} 的第 {line} 行写着 {date}，没有这一天。前面各行已读入；改正后可以再读一次，读过的不会重复。',
    en: 'Line {line} of {name} says {date}, and there is no such day. The lines before it are in; correct it and load the file again, nothing comes in twice.',
  },
  'token/expired': { zh: '所选文件已失效，请重新选择。', en: 'The chosen file is no longer at hand; choose it again.' },
  'format/unknown': {
    zh: '没有这种格式：{format}。可用的有：{known}。',
    en: 'There is no format {format}; there are: {known}.',
  },
  'export/failed': {
    zh: '导出失败（{detail}）。请重试，或换一种格式；若仍不行，请把括号里的话发给开发者。',
    en: 'The export failed ({detail}). Try again, or another format; if it persists, send what stands in brackets to the developers.',
  },
  'export/unsaved': {
    zh: '这个版面还没存上，没有导出。请等状态栏写着“已保存”，再导出一次。',
    en: 'The page is not saved yet and was not exported; export it again when the status line says “Saved”.',
  },
  'query/empty': {
    zh: '没有写明要检索什么。请写出至少一个词，或选一个筛选条件。',
    en: 'There is nothing to search for; write one word at least, or choose a filter.',
  },
  'pattern/none': {
    zh: '命名规则“{pattern}”里没有写明任何一项。请用花括号标出至少一项，如 {报名}_{日期}_{版次}。',
    en: 'The pattern “{pattern}” names nothing; put at least one part in braces, such as {报名}_{日期}_{版次}.',
  },
  'pattern/unknown': {
    zh: '命名规则“{pattern}”里的 {part} 不认得。可用的有：{报名} {日期} {年} {月} {日} {版次} {版名}。',
    en: 'The pattern “{pattern}” has {part}, which is not known; there are: {报名} {日期} {年} {月} {日} {版次} {版名}.',
  },
  'pattern/twice': {
    zh: '命名规则“{pattern}”里的 {part} 写了两次。请只留一处，另一处改用 *。',
    en: 'The pattern “{pattern}” has {part} twice; keep one, and write * for the other.',
  },
  'pattern/beside': {
    zh: '命名规则“{pattern}”里的 {parts} 紧挨着，分不出哪里到哪里。请在中间写上文件名里的分隔符，或去掉一个。',
    en: 'Nothing parts {parts} in the pattern “{pattern}”, so where one ends cannot be told; write the sign that stands between them in the names, or leave one out.',
  },
  'expression/bracket': {
    zh: '正则表达式里的括号没有成对：{find}。括号本身写作 \\( \\) \\[ \\]。',
    en: 'A bracket of the expression lacks its other half: {find}. Brackets themselves are written \\( \\) \\[ \\].',
  },
  'expression/repeat': {
    zh: '正则表达式里的 * + ? {n} 前面没有可重复的内容：{find}。这些符号本身写作 \\* \\+ \\?。',
    en: 'Nothing stands before a * + ? or {n} of the expression: {find}. The signs themselves are written \\* \\+ \\?.',
  },
  'expression/escape': {
    zh: '正则表达式里的反斜杠后面不对：{find}。反斜杠本身写作 \\\\。',
    en: 'What stands after a backslash of the expression means nothing: {find}. A backslash itself is written \\\\.',
  },
  'expression/empty': {
    zh: '这个正则表达式连空文字也匹配：{find}。请写出至少一个必有的字。',
    en: 'The expression fits even no text at all: {find}. Have it ask for one character at least.',
  },
  'expression/invalid': {
    zh: '正则表达式写得不对：{find}。请检查括号、反斜杠和 * + ?。',
    en: 'The expression is not well formed: {find}. Look at its brackets, backslashes and * + ?.',
  },
  'expression/group': {
    zh: '“替换为”里的 {group} 在表达式里没有对应的括号：{find}。$1 是第一对括号，$& 是整个匹配；要写进去的是“$”本身，就写作 $$。',
    en: 'No bracket of the expression {find} is meant by {group} in the replacement. $1 is the first one, $& the whole match; a dollar sign itself is written $$.',
  },
  'expression/slow': {
    zh: '这个正则表达式太费时，已停下：{find}。请改写，不要让一个 + 或 * 里面再有一个。',
    en: 'The expression takes too long and was stopped: {find}. Write it without a + or * inside another.',
  },
  'operation/missing': {
    zh: '没有可以撤销的这一步，可能已经撤销过。',
    en: 'There is no such step to take back; it may have been taken back already.',
  },
  'operation/running': {
    zh: '这一步还在进行，请等它做完再撤销。',
    en: 'This step is still under way; take it back when it is done.',
  },
  'operation/gone': {
    zh: '这一步动过的版面都已彻底删除，撤销不了。',
    en: 'The pages that this step changed were all deleted for good; it cannot be taken back.',
  },
  'operation/taken': {
    zh: '这一步停了太久，已由另一个程序接手，没有做完。请在“回收站 · 近来的操作”里查看，再试一次。',
    en: 'This step stood still for so long that another program took it over; it is not done. See the recent actions in the bin, then try again.',
  },
  'backup/folder': {
    zh: '备份文件夹用不了：{path}（{detail}）。请检查权限，或移走同名的文件。',
    en: 'The folder of the backups cannot be used: {path} ({detail}). Check its permissions, or move away the file of that name.',
  },
  'list/binary': {
    zh: '这不是词表：{name}。请选择每行一个词的文本文件。',
    en: '{name} is no list of words; choose a text file with one word a line.',
  },
  'list/too-large': {
    zh: '词表太大：{name}，上限是 {limit} 字。请拆成几份。',
    en: 'The list {name} is too large, the limit is {limit} characters; split it.',
  },
  'backup/damaged': {
    zh: '这份备份不能用：{name}。请换一份。',
    en: 'The backup {name} cannot be used; choose another one.',
  },
  'picture/unsupported': {
    zh: '这不是可用的图片：{name}。请用 JPEG、PNG 或 WebP。',
    en: '{name} is no picture that can be used; choose JPEG, PNG or WebP.',
  },
  'job/missing': { zh: '找不到这个任务。', en: 'There is no such job.' },
  cancelled: { zh: '已取消。', en: 'Cancelled.' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

export type ErrorCode = keyof typeof ERRORS

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)

/** The sentence of `code` in `lang`. */
export const errorText = (code: ErrorCode, params: Params, lang: Lang): string => fill(ERRORS[code][lang], params)

/** `{name}` in `sentence` replaced by the parameter of that name; an unknown one stays as it is. */
export const fill = (sentence: string, params: Params): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))

/** An error that the caller can act on. `message` is the English sentence; show `errorText` to people. */
export class BanxinError extends Error {
  readonly code: ErrorCode
  readonly params: Params

  constructor(code: ErrorCode, params: Params = {}, options?: ErrorOptions) {
    super(errorText(code, params, 'en'), options)
    this.name = 'BanxinError'
    this.code = code
    this.params = params
  }
}
