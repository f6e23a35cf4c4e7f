/** What the text editor says. */
export const EDITOR_ZH = {
  'count.tip': '含标点 {{all}} 字，不含标点 {{words}} 字',
  'count.selection': '选中 {{n}} 字',
  'count.article': '本篇 {{n}} 字',
  'count.page': '全版 {{n}} 字',
  'link.title': '链接',
  'link.address': '网址',
  'link.set': '加链接',
  'link.remove': '去掉链接',
  'link.wrong': '请写完整的网址，例如 https://example.org',
  'link.nothing': '先选中要加链接的文字。',
  'recover.crashSaved': '上次没有正常退出。“{{title}}”停在 {{time}} 保存的样子。',
  'recover.crash': '上次没有正常退出。“{{title}}”停在 {{time}} 保存的样子，光标在原处，可以继续撤销 {{n}} 步。',
}
export const EDITOR_EN: Readonly<Record<keyof typeof EDITOR_ZH, string>> = {
  'count.tip': '{{all}} with punctuation, {{words}} without',
  'count.selection': '{{n}} selected',
  'count.article': 'story {{n}} character{{n, s}}',
  'count.page': 'page {{n}} character{{n, s}}',
  'link.title': 'Link',
  'link.address': 'Address',
  'link.set': 'Set link',
  'link.remove': 'Remove link',
  'link.wrong': 'Give a whole address, such as https://example.org',
  'link.nothing': 'Select the text to be linked first.',
  'recover.crashSaved': 'Banxin did not close properly last time. “{{title}}” is as it was saved at {{time}}.',
  'recover.crash':
    'Banxin did not close properly last time. “{{title}}” is as it was saved at {{time}}, the caret is where it was, and {{n}} step{{n, s}} can be undone.',
}
