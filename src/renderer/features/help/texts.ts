/** What the help, the tabs and the ways between the panes say. */
export const HELP_ZH = {
  'tabs.title': '打开的版面',
  'tabs.close': '关闭',
  'skip.title': '跳转',
  'skip.editor': '跳到版面正文',
  'skip.library': '跳到版面列表',
  'skip.source': '跳到 OCR 原文',
  'desk.title': '工作台',
  'help.title': '使用说明',
  'help.steps': '从拿到文本到交出版面',
  'help.step.import':
    '把 OCR 文本（.txt、.md）拖进窗口，或打开文件、粘贴文字。版心分出稿件、认出每一块，一个字也不丢。整个文件夹导入前可以核对报纸、日期和版次，每一格的小记号说明它从路径推断、从报眉推断，还是手工改定。',
  'help.step.roles':
    '页边写着每一块是什么。不对就按一个键改；断开的段落用“与下一段相连”接上。标签、横线、公式等 OCR 留下的记号，用块菜单或命令面板里的“清除 OCR 记号”一次清掉，一次撤销。',
  'help.step.doubts': '按 F8 逐处过目机器没有把握的地方，认可或否定，直到“没有存疑”。',
  'help.step.source':
    '右边是原文：选中任何一边，另一边同时亮起；下方的字数账列出改过的字、报眉等稿件以外的字和移出版面的字。',
  'help.step.preview': '打开版面预览，边改边看成版；超出稿框的行数写在“稿件吃版”里。',
  'help.step.export': '导出 PDF、InDesign、Word、网页或公众号文章。改动随时自动存盘。',
  'help.keys': '常用键',
  'help.allKeys': '全部快捷键…',
  'help.formats': '文件格式',
  'help.read': '读入：{{list}}；编码自动辨认（UTF-8、GB18030、Big5、UTF-16）。',
  'help.written': '导出：{{list}}。',
  'help.about': '关于版心',
  'help.what': '版心 Banxin，中文报纸的编辑工作站。Apache-2.0 许可。',
  'help.version': '版本 {{version}} · Electron {{electron}} · SQLite {{sqlite}}',
  'help.archive': '档案：{{path}}',
} as const

export const HELP_EN: Readonly<Record<keyof typeof HELP_ZH, string>> = {
  'tabs.title': 'Open pages',
  'tabs.close': 'Close',
  'skip.title': 'Skip',
  'skip.editor': 'Skip to the page',
  'skip.library': 'Skip to the page list',
  'skip.source': 'Skip to the OCR source',
  'desk.title': 'Desk',
  'help.title': 'Help',
  'help.steps': 'From text to finished page',
  'help.step.import':
    'Drop OCR text (.txt, .md) on the window, open files or paste text. Banxin finds the articles and what every block is, and loses no character. Before a folder is read in you can check newspaper, day and page; a small mark in each cell tells whether it was guessed from the path, from the folio, or set by hand.',
  'help.step.roles':
    'The margin says what each block is. If it is wrong, one key changes it; “Join with the next” heals a broken paragraph. Tags, rules and formulas that OCR left go at once with “Clear OCR marks” in the block’s menu or the command palette, and one undo brings them back.',
  'help.step.doubts': 'F8 goes through what the machine is not sure of; accept or reject until no doubt is left.',
  'help.step.source':
    'The source stands at the right: select on either side and the other lights up; the ledger below lists what was corrected, what stands outside of the stories (folios) and what was removed.',
  'help.step.preview': 'Open the preview to see the finished page as you type, with the lines that do not fit.',
  'help.step.export': 'Export PDF, InDesign, Word, web pages or WeChat articles. Changes are saved as you make them.',
  'help.keys': 'Keys to begin with',
  'help.allKeys': 'All shortcuts…',
  'help.formats': 'File formats',
  'help.read': 'Reads {{list}}; the encoding is found out (UTF-8, GB18030, Big5, UTF-16).',
  'help.written': 'Writes {{list}}.',
  'help.about': 'About Banxin',
  'help.what': 'Banxin 版心, an editorial workstation for Chinese newspapers. Apache-2.0 licence.',
  'help.version': 'Version {{version}} · Electron {{electron}} · SQLite {{sqlite}}',
  'help.archive': 'Archive: {{path}}',
}
