/** A block as Markdown's syntax tree; the serializer escapes. */
import type { BlockContent, PhrasingContent, RootContent } from 'mdast'
import type { Block, Mark } from '../../page/page.ts'
import { runsOf, safeHref } from '../runs.ts'
import { comment, FORMS, SAID_BY_FORM } from './roles.ts'

/** The block's node. `image` is the address of its picture's file, where there is one. */
export function blockNode(b: Block, image: string | undefined): RootContent {
  const silent = SAID_BY_FORM.includes(b.role) && b.picture === undefined
  const said = comment(b.picture ? { role: b.role, picture: b.picture } : { role: b.role })
  if (b.text === '' && image === undefined) return { type: 'html', value: said }
  const shown: PhrasingContent[] = image === undefined ? [] : [{ type: 'image', url: image, alt: '' }]
  const children = [...shown, ...phrasing(b), ...(silent ? [] : [raw(said)])]
  switch (FORMS[b.role]) {
    case 'heading 1':
      return { type: 'heading', depth: 1, children }
    case 'heading 2':
      return { type: 'heading', depth: 2, children }
    case 'paragraph':
      return { type: 'paragraph', children }
    case 'quote':
      return { type: 'blockquote', children: [{ type: 'paragraph', children } satisfies BlockContent] }
  }
}

const phrasing = (b: Block): PhrasingContent[] => {
  const runs = runsOf(b)
  const nodes = runs.flatMap((run, i) => {
    const alone = run.marks.length === 1 && !runs[i - 1]?.marks.length && !runs[i + 1]?.marks.length
    const signs = alone && TAKES_SIGNS.test(run.text)
    return run.marks.reduceRight<PhrasingContent[]>((inner, m) => wrap(m, inner, signs), lines(run.text))
  })
  return nodes.reduce<PhrasingContent[]>(merged, [])
}

/** Text beside text is one: `1` and `. ` apart would not be seen to make a list. */
function merged(nodes: PhrasingContent[], node: PhrasingContent): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type === 'text' && node.type === 'text')
    nodes[nodes.length - 1] = { ...last, value: last.value + node.value }
  else nodes.push(node)
  return nodes
}

/** `**` beside a blank, a Latin mark or other signs may not be read as bold; such a run gets tags instead. */
const TAKES_SIGNS = /^[\p{L}\p{N}《【（](?:.*[\p{L}\p{N}，。、；：？！）》】])?$/u

/** Tags carry what Markdown has no sign for. */
function wrap(m: Mark, children: PhrasingContent[], signs: boolean): PhrasingContent[] {
  switch (m.kind) {
    case 'bold':
      return signs ? [{ type: 'strong', children }] : [raw('<b>'), ...children, raw('</b>')]
    case 'italic':
      return signs ? [{ type: 'emphasis', children }] : [raw('<i>'), ...children, raw('</i>')]
    case 'link': {
      const url = safeHref(m)
      return url === undefined || children.length === 0 ? children : [{ type: 'link', url, children }]
    }
    case 'emphasis':
      return [raw('<em>'), ...children, raw('</em>')]
    case 'superscript':
      return [raw('<sup>'), ...children, raw('</sup>')]
    case 'subscript':
      return [raw('<sub>'), ...children, raw('</sub>')]
    case 'dateline':
      return [raw('<span class="dateline">'), ...children, raw('</span>')]
  }
}

/**
 * A line end between two lines of text is a hard break. Anywhere else (first, last, doubled, beside a blank) Markdown would drop it,
 * so it is a character reference.
 */
function lines(text: string): PhrasingContent[] {
  const parts = text.split('\n')
  return parts.flatMap((line, i): PhrasingContent[] => {
    const content: PhrasingContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    if (i === 0) return content
    const plain = /\S$/u.test(parts[i - 1] ?? '') && /^\S/u.test(line)
    return [plain ? { type: 'break' } : raw('&#10;'), ...content]
  })
}

const raw = (value: string): PhrasingContent => ({ type: 'html', value })
