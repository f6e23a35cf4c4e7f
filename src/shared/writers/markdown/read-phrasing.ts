/** Markdown's phrasing as text with marks. */
import type { PhrasingContent } from 'mdast'
import type { Mark } from '../../page/page.ts'
import { readComment } from './roles.ts'
import type { Said } from './roles.ts'

export type Phrase = { readonly text: string; readonly marks: readonly Mark[]; readonly said?: Said }

/** The text of `children` with its marks in order; `said` is what the comment at the end says. */
export function readPhrasing(children: readonly PhrasingContent[]): Phrase {
  const last = children.at(-1)
  const said = last?.type === 'html' ? readComment(last.value) : undefined
  const reading: Reading = { text: '', marks: [], open: [] }
  read(said ? children.slice(0, -1) : children, reading)
  const marks = merge(reading.marks.filter((m) => m.end > m.start))
  return said ? { text: reading.text, marks, said } : { text: reading.text, marks }
}

type Reading = { text: string; readonly marks: Mark[]; readonly open: { kind: Mark['kind']; start: number }[] }

const TAGS: Readonly<Record<string, Mark['kind']>> = {
  '<b>': 'bold',
  '<i>': 'italic',
  '<em>': 'emphasis',
  '<sup>': 'superscript',
  '<sub>': 'subscript',
  '<span class="dateline">': 'dateline',
}
const ENDS: Readonly<Record<string, Mark['kind']>> = {
  '</b>': 'bold',
  '</i>': 'italic',
  '</em>': 'emphasis',
  '</sup>': 'superscript',
  '</sub>': 'subscript',
  '</span>': 'dateline',
}

function read(children: readonly PhrasingContent[], reading: Reading): void {
  for (const node of children) {
    const start = reading.text.length
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        reading.text += node.value
        break
      case 'break':
        reading.text += '\n'
        break
      case 'strong':
        read(node.children, reading)
        reading.marks.push({ kind: 'bold', start, end: reading.text.length })
        break
      case 'emphasis':
        read(node.children, reading)
        reading.marks.push({ kind: 'italic', start, end: reading.text.length })
        break
      case 'link':
        read(node.children, reading)
        reading.marks.push({ kind: 'link', start, end: reading.text.length, href: node.url })
        break
      case 'html':
        readTag(node.value, reading)
        break
      case 'image':
        break
      default:
        if ('children' in node) read(node.children, reading)
        else if ('value' in node) reading.text += node.value
    }
  }
}

/** Any other tag is somebody's text and stays as it is. */
function readTag(tag: string, reading: Reading): void {
  const opens = TAGS[tag]
  if (opens) reading.open.push({ kind: opens, start: reading.text.length })
  else {
    const at = reading.open.findLastIndex((o) => o.kind === ENDS[tag])
    const opened = at < 0 ? undefined : reading.open.splice(at, 1)[0]
    if (opened) reading.marks.push({ ...opened, end: reading.text.length })
    else reading.text += tag
  }
}

/** Marks of one kind that touch are one: overlapping marks had been cut into runs. In order of start, then kind. */
function merge(marks: readonly Mark[]): readonly Mark[] {
  const merged: Mark[] = []
  for (const m of marks.toSorted((x, y) => x.start - y.start || x.end - y.end)) {
    const at = merged.findIndex((o) => o.kind === m.kind && o.href === m.href && o.end >= m.start)
    const old = merged[at]
    if (old) merged[at] = { ...old, end: Math.max(old.end, m.end) }
    else merged.push(m)
  }
  return merged.toSorted((x, y) => x.start - y.start || x.kind.localeCompare(y.kind))
}
