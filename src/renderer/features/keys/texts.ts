/** What the map of the keys and the palette say. */
export const KEYS_ZH = {
  'keys.title': '快捷键',
  'keys.find': '按名称、拼音或键位查找',
  'keys.change': '更改“{{name}}”的键位',
  'keys.press': '请按下新的键位…（Esc 取消，退格清除）',
  'keys.none': '无',
  'keys.taken': '{{key}} 已用于“{{other}}”；再按一次改归“{{name}}”，原命令不再有键位。',
  'keys.alone': '单独的字母和数字要留给打字，请加 Ctrl 或 Alt。',
  'keys.reset': '恢复“{{name}}”的默认键位',
  'keys.resetAll': '全部恢复默认',
  'keys.count': '{{n}} 条命令，改过 {{changed}} 条',
  'keys.empty': '没有这样的命令',
} as const

export const KEYS_EN: Readonly<Record<keyof typeof KEYS_ZH, string>> = {
  'keys.title': 'Keyboard shortcuts',
  'keys.find': 'Find by name, pinyin or key',
  'keys.change': 'Change the key of “{{name}}”',
  'keys.press': 'Press the new key… (Esc cancels, Backspace clears)',
  'keys.none': 'none',
  'keys.taken': '{{key}} runs “{{other}}” already; press it again to give it to “{{name}}” instead.',
  'keys.alone': 'Letters and digits alone are for typing; add Ctrl or Alt.',
  'keys.reset': 'Give “{{name}}” its own key back',
  'keys.resetAll': 'Reset all',
  'keys.count': '{{n}} commands, {{changed}} changed',
  'keys.empty': 'No such command',
}
