/** Text with its marks as HTML elements; line ends become `br`. Shared by every format that is made of HTML. */
import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Block, Mark } from '../../page/page.ts'
import { runsOf, safeHref } from '../runs.ts'

/** The content of `b` in order. */
export const inline = (b: Block): ElementContent[] =>
  runsOf(b).flatMap((run) => run.marks.reduceRight<ElementContent[]>((inner, m) => wrap(m, inner), lines(run.text)))

function wrap(m: Mark, inner: ElementContent[]): ElementContent[] {
  switch (m.kind) {
    case 'bold':
      return [h('strong', inner)]
    case 'italic':
      return [h('i', inner)]
    case 'emphasis':
      return [h('em', inner)]
    case 'superscript':
      return [h('sup', inner)]
    case 'subscript':
      return [h('sub', inner)]
    case 'dateline':
      return [h('span.dateline', inner)]
    case 'link': {
      const href = safeHref(m)
      return href === undefined ? inner : [h('a', { href, rel: 'noopener' }, inner)]
    }
  }
}

const lines = (text: string): ElementContent[] =>
  text.split('\n').flatMap((line, i): ElementContent[] => {
    const content: ElementContent[] = line === '' ? [] : [{ type: 'text', value: line }]
    return i === 0 ? content : [h('br'), ...content]
  })
