/** Every command of the window, once: its names, its key, when it can run, what it does. Menus, palette and shortcuts read this table. */
import { ROLE_NAMES } from '../../shared/page/roles.ts'
import { ACTS, markAs } from '../features/acts/commands.ts'
import { DOUBT_COMMANDS } from '../features/doubts/commands.ts'
import { STATE_COMMANDS } from '../features/states/commands.ts'
import { stepHit } from '../features/search/open-hit.ts'
import { TEXT_COMMANDS } from '../features/editor/text-commands.ts'
import { TAB_COMMANDS } from '../features/tabs/commands.ts'
import { goToPane } from './panes.ts'
import { THEMES } from './themes.ts'
import type { Role } from '../../shared/page/page.ts'
import type { Command } from './command.ts'
import type { Workstation } from './workstation.ts'

/** One key a role: digits for what a story is made of, Alt and a digit for what stands beside it. */
export const ROLE_KEYS: Readonly<Record<Role, string>> = {
  headline: 'Mod+1',
  kicker: 'Mod+2',
  deck: 'Mod+3',
  standfirst: 'Mod+4',
  byline: 'Mod+5',
  crosshead: 'Mod+6',
  keyword: 'Mod+7',
  caption: 'Mod+8',
  credit: 'Mod+9',
  paragraph: 'Mod+0',
  label: 'Alt+1',
  note: 'Alt+2',
  jump: 'Alt+3',
  folio: 'Alt+4',
}

const isOpen = (w: Workstation) => w.desk.get().page !== undefined
const hasFocus = (w: Workstation) => isOpen(w) && w.desk.get().focus !== undefined

/** Commands that work on the page. */
const atDesk = (commands: readonly Command[]): readonly Command[] => commands.map((c) => ({ ...c, desk: 'needs' }))

const roles: readonly Command[] = (Object.keys(ROLE_KEYS) as Role[]).map((role) => ({
  id: `role.${role}`,
  name: { zh: `标为${ROLE_NAMES[role].zh}`, en: `Mark as ${ROLE_NAMES[role].en.toLowerCase()}` },
  key: ROLE_KEYS[role],
  can: hasFocus,
  run: markAs(role),
}))

const themes: readonly Command[] = THEMES.map((theme) => ({
  id: `theme.${theme}`,
  name: {
    light: { zh: '外观：浅色', en: 'Theme: light' },
    dark: { zh: '外观：深色', en: 'Theme: dark' },
    system: { zh: '外观：随系统', en: 'Theme: system' },
    contrast: { zh: '外观：高对比', en: 'Theme: high contrast' },
  }[theme],
  run: (w) => w.choose('theme', theme),
}))

/** A hand is on the frames of the preview: undo is then of the layout. */
const isArranging = () => document.activeElement?.closest('[data-arranging=true], .frame-bar') != null

/** The preview takes the place of the source where the window is too narrow for both. */
function togglePreview(w: Workstation) {
  const { chosen } = w.shell.get()
  const show = !chosen['panel.preview']
  if (show && chosen['panel.source'] && globalThis.innerWidth < NARROW) w.choose('panel.source', false)
  w.choose('panel.preview', show)
}
const NARROW = 1800

/** Where the archive's rooms are; those with a key are gone to most. */
const ROOM_DOORS = [
  { room: 'library', name: { zh: '版面库', en: 'Library' }, key: 'Mod+Shift+B' },
  { room: 'imports', name: { zh: '导入任务', en: 'Imports' }, key: 'Mod+Shift+I' },
  { room: 'replace', name: { zh: '全库查找替换', en: 'Find and replace everywhere' }, key: 'Mod+Shift+H' },
  { room: 'history', name: { zh: '版面历史', en: 'Page history' }, key: 'Mod+Shift+Y' },
  { room: 'people', name: { zh: '署名人', en: 'Bylines' } },
  { room: 'dictionary', name: { zh: '词典', en: 'Dictionary' } },
  { room: 'bin', name: { zh: '回收站', en: 'Bin' } },
  { room: 'backups', name: { zh: '备份与检查', en: 'Backups and checks' } },
] as const

const rooms: readonly Command[] = ROOM_DOORS.map(({ room, ...command }) => ({
  ...command,
  id: `room.${room}`,
  ...(room === 'history' && { can: isOpen }),
  run: (w) => w.rooms.set({ room: w.rooms.get().room === room ? undefined : room }),
}))

const ZOOM_STEP = 1.1
const zoomBy = (factor: number) => (w: Workstation) =>
  w.choose(
    'view.zoom',
    Math.min(2.5, Math.max(0.7, Math.round(100 * w.shell.get().chosen['view.zoom'] * factor) / 100)),
  )

const comfort: readonly Command[] = [
  { id: 'view.nextPane', name: { zh: '下一个窗格', en: 'Next pane' }, key: 'F6', run: goToPane(1) },
  { id: 'view.previousPane', name: { zh: '上一个窗格', en: 'Previous pane' }, key: 'Shift+F6', run: goToPane(-1) },
  {
    id: 'view.focus',
    name: { zh: '专注模式', en: 'Focus mode' },
    key: 'F9',
    desk: 'shows',
    run: (w) => w.choose('view.focus', !w.shell.get().chosen['view.focus']),
  },
  {
    id: 'view.larger',
    name: { zh: '放大文字', en: 'Larger text' },
    key: 'Mod+Alt+Equal',
    run: zoomBy(ZOOM_STEP),
  },
  {
    id: 'view.smaller',
    name: { zh: '缩小文字', en: 'Smaller text' },
    key: 'Mod+Alt+Minus',
    run: zoomBy(1 / ZOOM_STEP),
  },
  {
    id: 'view.textSize',
    name: { zh: '文字恢复原大', en: 'Text in its own size' },
    key: 'Mod+Alt+0',
    run: (w) => w.choose('view.zoom', 1),
  },
  {
    id: 'view.help',
    name: { zh: '使用说明与关于', en: 'Help and about' },
    key: 'Shift+F1',
    run: (w) => w.shell.set({ dialog: { name: 'help' } }),
  },
]

const hasHits = (w: Workstation) => w.search.get().hits.length > 0

export const COMMANDS: readonly Command[] = [
  { id: 'file.open', name: { zh: '打开文件…', en: 'Open files…' }, key: 'Mod+O', run: (w) => w.openFiles() },
  {
    id: 'file.folder',
    name: { zh: '导入文件夹…', en: 'Import a folder…' },
    key: 'Mod+Alt+O',
    run: (w) => w.openFolder(),
  },
  {
    id: 'page.paste',
    name: { zh: '粘贴为新版面…', en: 'Paste as a new page…' },
    key: 'Mod+Shift+V',
    run: (w) => w.shell.set({ dialog: { name: 'paste' } }),
  },
  {
    id: 'page.save',
    name: { zh: '立即保存', en: 'Save now' },
    key: 'Mod+S',
    can: isOpen,
    run: (w) => w.autosave.flush(),
  },
  {
    id: 'export.open',
    name: { zh: '导出…', en: 'Export…' },
    key: 'Mod+E',
    can: isOpen,
    run: (w) => w.shell.set({ exportMenu: true }),
  },
  {
    id: 'export.dialog',
    name: { zh: '导出选项与批量导出…', en: 'Export with options…' },
    key: 'Mod+Shift+E',
    run: (w) => w.shell.set({ dialog: { name: 'export' } }),
  },
  {
    id: 'print.proof',
    name: { zh: '打印大样…', en: 'Print a proof…' },
    key: 'Mod+P',
    can: isOpen,
    run: (w) => w.printProof(),
  },
  { id: 'export.html', name: { zh: '导出 HTML', en: 'Export HTML' }, can: isOpen, run: (w) => w.exportAs('html') },
  { id: 'export.pdf', name: { zh: '导出 PDF', en: 'Export PDF' }, can: isOpen, run: (w) => w.exportAs('pdf') },
  ...atDesk([
    {
      id: 'edit.undo',
      name: { zh: '撤销', en: 'Undo' },
      key: 'Mod+Z',
      can: (w) => (isArranging() ? w.layout : w.desk).get().past.length > 0,
      run: (w) => (isArranging() ? w.layout : w.desk).undo(),
    },
    {
      id: 'edit.redo',
      name: { zh: '重做', en: 'Redo' },
      key: 'Mod+Shift+Z',
      also: ['Mod+Y'],
      can: (w) => (isArranging() ? w.layout : w.desk).get().future.length > 0,
      run: (w) => (isArranging() ? w.layout : w.desk).redo(),
    },
    {
      id: 'role.menu',
      name: { zh: '更改角色…', en: 'Change role…' },
      key: 'Mod+Period',
      can: hasFocus,
      run: (w) => w.shell.set({ roleMenu: w.desk.get().focus?.from.block }),
    },
    ...roles,
    ...TEXT_COMMANDS,
    ...ACTS,
    ...DOUBT_COMMANDS,
    ...TAB_COMMANDS,
  ]),
  ...STATE_COMMANDS,
  {
    id: 'view.palette',
    name: { zh: '命令面板', en: 'Command palette' },
    key: 'Mod+K',
    run: (w) => w.shell.set({ dialog: { name: 'palette' } }),
  },
  {
    id: 'view.keys',
    name: { zh: '快捷键…', en: 'Keyboard shortcuts…' },
    key: 'F1',
    run: (w) => w.shell.set({ dialog: { name: 'keys' } }),
  },
  {
    id: 'view.library',
    name: { zh: '版面列表', en: 'Page list' },
    key: 'Mod+Shift+L',
    desk: 'shows',
    run: (w) => w.choose('panel.library', !w.shell.get().chosen['panel.library']),
  },
  {
    id: 'view.source',
    name: { zh: 'OCR 原文', en: 'OCR source' },
    key: 'Mod+Shift+O',
    desk: 'shows',
    run: (w) => w.choose('panel.source', !w.shell.get().chosen['panel.source']),
  },
  {
    id: 'view.preview',
    name: { zh: '版面预览', en: 'Page preview' },
    key: 'Mod+Shift+P',
    desk: 'shows',
    run: togglePreview,
  },
  {
    id: 'layout.arrange',
    name: { zh: '手工拼版', en: 'Arrange by hand' },
    key: 'Mod+Shift+M',
    desk: 'shows',
    can: isOpen,
    run: (w) => {
      if (!w.shell.get().chosen['panel.preview']) togglePreview(w)
      w.layout.set({ arranging: !w.layout.get().arranging, selected: undefined })
    },
  },
  {
    id: 'layout.propose',
    name: { zh: '重新自动拼版', en: 'Propose a layout anew' },
    can: (w) => w.layout.get().composed !== undefined,
    run: (w) => w.layout.propose(),
  },
  {
    id: 'search.open',
    name: { zh: '检索档案', en: 'Search the archive' },
    key: 'Mod+Shift+F',
    run: (w) => w.openSearch(),
  },
  {
    id: 'search.next',
    name: { zh: '下一条检索结果', en: 'Next search result' },
    key: 'F4',
    desk: 'shows',
    can: hasHits,
    run: (w) => stepHit(w, 1),
  },
  {
    id: 'search.previous',
    name: { zh: '上一条检索结果', en: 'Previous search result' },
    key: 'Shift+F4',
    desk: 'shows',
    can: hasHits,
    run: (w) => stepHit(w, -1),
  },
  {
    id: 'page.reread',
    name: { zh: '换编码重读…', en: 'Read in another encoding…' },
    can: isOpen,
    run: (w) => w.rooms.set({ dialog: 'reread' }),
  },
  ...rooms,
  ...comfort,
  {
    id: 'view.language',
    name: { zh: '切换到 English', en: 'Switch to 中文' },
    run: (w) => w.choose('language', w.shell.get().chosen.language === 'zh' ? 'en' : 'zh'),
  },
  ...themes,
]

export const commandOf = (id: string): Command | undefined => COMMANDS.find((c) => c.id === id)

export const canRun = (w: Workstation, command: Command): boolean =>
  !(command.desk === 'needs' && w.rooms.get().room !== undefined) && (command.can?.(w) ?? true)

/** Runs the command if it can run now; true when it did. */
export function runCommand(w: Workstation, command: Command): boolean {
  if (!canRun(w, command)) return false
  if (command.desk === 'shows') w.rooms.set({ room: undefined })
  void command.run(w)
  return true
}
