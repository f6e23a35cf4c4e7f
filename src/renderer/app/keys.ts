/** Keyboard shortcuts as text (`Mod+Shift+Z`; Mod is ⌘ on a Mac, Ctrl elsewhere): matching and showing them. */

export const isMac = /Mac/.test(globalThis.navigator?.platform ?? '')

type KeyLike = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether the event is the shortcut. Letters and digits go by their place on the keyboard, so that an input method cannot hide them. */
export function matchesKey(shortcut: string, e: KeyLike, mac = isMac): boolean {
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  const mod = parts.includes('Mod')
  if ((mac ? e.metaKey : e.ctrlKey) !== mod) return false
  if (mac ? e.ctrlKey : e.metaKey) return false
  if (e.altKey !== parts.includes('Alt') || e.shiftKey !== parts.includes('Shift')) return false
  return codeOf(key) === e.code || (key.length > 1 && key === e.key)
}

/** The shortcut as people read it: Ctrl+Shift+Z, or ⇧⌘Z on a Mac. */
export function showKey(shortcut: string, mac = isMac): string {
  const parts = shortcut.split('+').map((part) => NAMES[part] ?? [part, part])
  return mac ? parts.map(([, m]) => m).join('') : parts.map(([other]) => other).join('+')
}

/**
 * The shortcut that the event is: `Mod+Shift+Z`; undefined while only modifiers are held, `alone` for a key that types.
 * Function keys may stand alone.
 */
export function keyFrom(e: KeyLike, mac = isMac): string | undefined {
  if (/^(Control|Shift|Alt|Meta|CapsLock|Process)$/.test(e.key)) return undefined
  const name = e.code.replace(/^(Key|Digit)(?=.$)/, '')
  if (name === '') return undefined
  const mod = mac ? e.metaKey : e.ctrlKey
  if (!mod && !e.altKey && !/^F\d{1,2}$/.test(name)) return 'alone'
  return [mod && 'Mod', e.altKey && 'Alt', e.shiftKey && 'Shift', name].filter(Boolean).join('+')
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  Period: ['.', '.'],
  Comma: [',', ','],
  Equal: ['=', '='],
  Minus: ['-', '-'],
}

/** The names under which a keyboard event may tell the key of `shortcut`: its code, and what it types where that is a word. */
export function namesOf(shortcut: string): readonly string[] {
  const key = shortcut.slice(shortcut.lastIndexOf('+') + 1)
  return key.length > 1 ? [...new Set([codeOf(key), key])] : [codeOf(key)]
}

const codeOf = (key: string): string => (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key)
