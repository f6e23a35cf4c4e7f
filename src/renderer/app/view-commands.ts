/** The commands that change what is seen: panes, rooms, size of the text, language, theme. */
import { isOpen } from './command.ts'
import { goToPane } from './panes.ts'
import { panesNow } from './shown-panes.ts'
import { THEMES } from './themes.ts'
import type { Command } from './command.ts'
import type { Pane } from './shown-panes.ts'
import type { Workstation } from './workstation.ts'

export const VIEW_COMMANDS: readonly Command[] = [
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
    run: (w) => togglePane(w, 'library'),
  },
  {
    id: 'view.source',
    name: { zh: 'OCR 原文', en: 'OCR source' },
    key: 'Mod+Shift+O',
    desk: 'shows',
    run: (w) => togglePane(w, 'source'),
  },
  {
    id: 'view.preview',
    name: { zh: '版面预览', en: 'Page preview' },
    key: 'Mod+Shift+P',
    desk: 'shows',
    run: (w) => togglePane(w, 'preview'),
  },
  {
    id: 'layout.arrange',
    name: { zh: '手工拼版', en: 'Arrange by hand' },
    key: 'Mod+Shift+M',
    desk: 'shows',
    can: isOpen,
    run: (w) => {
      if (!panesNow(w.shell).includes('preview')) togglePane(w, 'preview')
      w.layout.set({ arranging: !w.layout.get().arranging, selected: undefined })
    },
  },
]

/** Shows the pane, or takes it away where it stands. */
function togglePane(w: Workstation, pane: Pane) {
  const show = !panesNow(w.shell).includes(pane)
  // The preview takes the place of the source where the window is too narrow for both to be read.
  const narrow = globalThis.innerWidth < NARROW
  if (show && pane === 'preview' && narrow && w.shell.get().chosen['panel.source']) w.choose('panel.source', false)
  if (show) w.shell.set({ asked: pane })
  w.choose(`panel.${pane}`, show)
}
const NARROW = 1800

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

export const ROOM_COMMANDS: readonly Command[] = ROOM_DOORS.map(({ room, ...command }) => ({
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

export const COMFORT_COMMANDS: readonly Command[] = [
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
  {
    id: 'view.language',
    name: { zh: '切换到 English', en: 'Switch to Chinese (中文)' },
    run: (w) => w.choose('language', w.shell.get().chosen.language === 'zh' ? 'en' : 'zh'),
  },
  ...themes,
]
