/** What bad OCR does to characters: look-alikes, lost and changed marks, stray blanks; the text's length may change, never to nothing. */
import type { Role } from '../src/shared/page/page.ts'
import type { Random } from './random.ts'

const ALIKE: readonly (readonly [string, string])[] = [
  ['人', '入'],
  ['日', '曰'],
  ['己', '已'],
  ['未', '末'],
  ['土', '士'],
  ['大', '太'],
  ['千', '干'],
  ['天', '夫'],
  ['力', '刀'],
  ['侯', '候'],
  ['0', 'O'],
  ['1', 'l'],
  ['。', '.'],
  ['。', '，'],
  ['，', ','],
  ['：', ':'],
  ['（', '('],
  ['）', ')'],
  ['“', '"'],
  ['”', '"'],
  ['、', '，'],
  ['——', '一一'],
  ['；', ':'],
]

/** `text` with about `rate` of its characters spoilt; marks are spoilt five times as often as words. */
export function blur(text: string, role: Role, rate: number, r: Random): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    const mark = /[。，、：；（）“”—]/.test(c)
    if (!r.chance(mark ? rate * 5 : rate * 2)) out += c
    else if (mark && r.chance(0.25) && text.length > 8) out += ''
    else if (role === 'paragraph' && r.chance(0.1)) out += `${c} `
    else out += ALIKE.find(([a]) => a === c)?.[1] ?? c
  }
  return out.trim() === '' ? text : out.trim()
}
