/** Story text for 方正飞腾/飞翔 and Word: one file a story, each element on a line of its own, captions and credits at the end. */
import type { Article, Block, Role } from '../../page/page.ts'
import { asSet, setApartOf, stanzaEndsOf } from '../../page/set-apart.ts'
import type { SetApart } from '../../page/set-apart.ts'
import { isFolio } from '../../page/walk.ts'
import { tabbed } from '../tabs.ts'
import { cleanText, utf8 } from '../text.ts'
import type { Writer } from '../writer.ts'
import { gb18030 } from './gb18030.ts'

export const txtWriter: Writer = {
  id: 'txt',
  extension: '.txt',
  name: { zh: '稿件文本（方正飞腾/飞翔）', en: 'Story text (FangZheng)' },
  /** UTF-8 with byte order mark; `template: 'gb18030'` gives GB18030, which holds every character of Unicode too. */
  write: (page, { name, template }) => {
    const stories = page.articles.filter((a) => !isFolio(a))
    return Promise.resolve(
      stories.map((a, i) => {
        const text = storyText(a)
        return { name: `${name}.${i + 1}.txt`, bytes: template === 'gb18030' ? gb18030(text) : utf8(`\ufeff${text}`) }
      }),
    )
  },
}

const APART = new Set<Role>(['caption', 'credit'])
/** Paragraphs begin with two full-width blanks; so do notes, which are set like them. */
const INDENTED = new Set<Role>(['paragraph', 'note'])

/** The text of one story with CRLF line ends: its blocks in order, a table's row a line with tabs between its cells, then the captions and credits after an empty line. An empty line parts stanzas. */
export function storyText(a: Article): string {
  const own = new Set(a.blocks)
  const aparts = setApartOf(a.blocks)
  const ends = stanzaEndsOf(a.blocks)
  const running = tabbed(a.blocks.filter((b) => !APART.has(b.role))).flatMap((b) =>
    own.has(b) ? [...linesOf(b, aparts.get(b)), ...(ends.has(b) ? [''] : [])] : cleanText(b.text).split('\n'),
  )
  const apart = a.blocks.filter((b) => APART.has(b.role)).flatMap((b) => linesOf(b))
  const lines = apart.length > 0 && running.length > 0 ? [...running, '', ...apart] : [...running, ...apart]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** A paragraph is one line; a heading keeps its lines. Blanks typed as an indent give way to the indent, which who signs a notice and a list of names have not. */
function linesOf(b: Block, apart?: SetApart): readonly string[] {
  const indent = INDENTED.has(b.role) && apart !== 'signed' && apart !== 'names' ? '\u3000\u3000' : ''
  return cleanText(asSet(b, apart).text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `${indent}${line}`)
}
