/** The sound of Chinese names: 海曙 → haishu, hs. */
import { pinyin } from 'pinyin-pro'

/** Whether from some character on a name sounds as typed (in small letters): 今日海曙 as haishu, hais, hs. */
export const soundsLike = (name: string, typed: string): boolean =>
  [...name].some((_, at, characters) => {
    const sound = soundOf(characters.slice(at).join(''))
    return sound.pinyin.startsWith(typed) || sound.initials.startsWith(typed)
  })

/** The letters of a sound, as `soundOf` has them, of `typed` in normal form: lǚ, lyu → lv, xi'an → xian. Undefined for what is more than letters. */
export function lettersOf(typed: string): string | undefined {
  const letters = typed
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\u0300\u0301\u0304\u030c'’]/g, '')
    .replace(/^([ln])yu/, '$1v')
  return /^[a-z]+$/.test(letters) ? letters : undefined
}

const cache = new Map<string, { readonly pinyin: string; readonly initials: string }>()
const MOST = 50_000

/** Full syllables and initials without tones; what is no Han stays, in lower case. `name`: read the first character as a surname (单 shàn). */
export function soundOf(text: string, name = false): { readonly pinyin: string; readonly initials: string } {
  const key = (name ? 'n' : 't') + text
  const known = cache.get(key)
  if (known) return known
  const syllables = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(name && { surname: 'head' as const }),
  })
  const sound = {
    pinyin: syllables.join('').toLowerCase(),
    initials: syllables
      .map((s) => s[0] ?? '')
      .join('')
      .toLowerCase(),
  }
  if (cache.size >= MOST) cache.clear()
  cache.set(key, sound)
  return sound
}
