/** File names that every file system takes: Windows, macOS, Linux, a USB stick, a zip. */

/** Devices of Windows; with any extension they are still the device. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu
/** Refused by some file system, or invisible, or able to reverse what a person reads. */
const REFUSED = /[\\/:*?"<>|]|\p{Cc}|(?!\u200d)\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\p{Noncharacter_Code_Point}/gu
/** ext4 takes 255 bytes a name; what writers add (`.wechat.html`, `-2`) and a temporary neighbour need the rest. */
const MOST_BYTES = 180

/**
 * `name` as one safe part of a path, never empty, at most 180 bytes of UTF-8, never cut inside a character. Separators and signs
 * become `-`, blanks are single; no `.` or blank stands at either end, so that nothing hides or climbs; `CON` becomes `_CON`.
 */
export function safeFileName(name: string, fallback = 'page'): string {
  const plain = name.normalize('NFC').replace(REFUSED, '-').replace(/\s+/gu, ' ').replace(/-{2,}/g, '-')
  const cut = withinBytes(trim(plain), MOST_BYTES)
  const safe = trim(cut)
  const named = /[^-_ ]/u.test(safe) ? safe : fallback
  return RESERVED.test(named) ? `_${named}` : named
}

const trim = (name: string): string => name.replace(/^[.\s]+|[.\s]+$/gu, '')

function withinBytes(name: string, most: number): string {
  let bytes = 0
  let end = 0
  for (const { segment } of graphemes.segment(name)) {
    for (const character of segment) bytes += utf8Length(character.codePointAt(0) ?? 0)
    if (bytes > most) return name.slice(0, end)
    end += segment.length
  }
  return name
}

const utf8Length = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)

/** An emoji of several code points is kept whole or left out. */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
