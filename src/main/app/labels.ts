/** What native menus and dialogs say, in both languages. */
import type { Lang } from '../../shared/page/roles.ts'

const LABELS = {
  'menu.file': { zh: '文件', en: 'File' },
  'menu.edit': { zh: '编辑', en: 'Edit' },
  'menu.view': { zh: '显示', en: 'View' },
  'menu.help': { zh: '帮助', en: 'Help' },
  'file.open': { zh: '打开 OCR 文字…', en: 'Open OCR Text…' },
  'page.paste': { zh: '粘贴为新版面', en: 'Paste as New Page' },
  'export.open': { zh: '导出…', en: 'Export…' },
  'export.dialog': { zh: '导出选项与批量导出…', en: 'Export with Options…' },
  'print.proof': { zh: '打印大样…', en: 'Print a Proof…' },
  'view.preview': { zh: '版面预览', en: 'Page Preview' },
  'app.quit': { zh: '退出版心', en: 'Quit Banxin' },
  'edit.undo': { zh: '撤销', en: 'Undo' },
  'edit.redo': { zh: '重做', en: 'Redo' },
  'edit.cut': { zh: '剪切', en: 'Cut' },
  'edit.copy': { zh: '复制', en: 'Copy' },
  'edit.paste': { zh: '粘贴', en: 'Paste' },
  'edit.selectAll': { zh: '全选', en: 'Select All' },
  'view.zoomIn': { zh: '放大', en: 'Zoom In' },
  'view.zoomOut': { zh: '缩小', en: 'Zoom Out' },
  'view.zoomReset': { zh: '实际大小', en: 'Actual Size' },
  'view.fullScreen': { zh: '全屏', en: 'Full Screen' },
  'app.about': { zh: '关于版心', en: 'About Banxin' },
  'dialog.import': { zh: '选择 OCR 文字文件', en: 'Choose OCR text files' },
  'dialog.importFolder': { zh: '选择 OCR 文字所在的文件夹', en: 'Choose a folder of OCR text' },
  'dialog.text': { zh: 'OCR 文字', en: 'OCR text' },
  'dialog.all': { zh: '所有文件', en: 'All files' },
  'dialog.export': { zh: '导出到', en: 'Export to' },
  'dialog.folder': { zh: '选择导出的文件夹', en: 'Choose a folder to export to' },
  'dialog.replaceOne': {
    zh: '“{name}”已经在那里了。要替换它以及这次导出中其他同名的文件吗？',
    en: '“{name}” is there already. Replace it, and the other files of this export that are there?',
  },
  'dialog.keep': { zh: '保留原有的', en: 'Keep the old ones' },
  'dialog.replaceYes': { zh: '替换', en: 'Replace' },
  'about.standIn': {
    zh: '正运行在替代的 Electron 上：官方版本未能下载，只供试用和测试。',
    en: 'Running on a stand-in Electron: the official one could not be downloaded. For trial and testing only.',
  },
  'about.archive': { zh: '档案库', en: 'Archive' },
} as const satisfies Readonly<Record<string, Readonly<Record<Lang, string>>>>

export type Label = keyof typeof LABELS

export const label = (id: Label, lang: Lang): string => LABELS[id][lang]
