/** A whole HTML document around some content; the serializer escapes, so no text can become markup. */
import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { cleanText } from '../text.ts'

export type DocumentParts = {
  readonly title: string
  readonly lang: string
  readonly description: string
  /** Open Graph and other properties, by name; empty values are left out. */
  readonly properties: Readonly<Record<string, string | undefined>>
  /** Further elements of the head: styles, data, links. */
  readonly head: readonly Element[]
  readonly bodyClass?: string
  readonly body: readonly ElementContent[]
}

export function documentText(parts: DocumentParts): string {
  const properties = Object.entries(parts.properties).flatMap(([property, content]) =>
    content === undefined || content === '' ? [] : [h('meta', { property, content: cleanText(content) })],
  )
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: parts.lang }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('title', cleanText(parts.title)),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'theme-color', content: '#ffffff', media: '(prefers-color-scheme: light)' }),
          h('meta', { name: 'theme-color', content: '#161614', media: '(prefers-color-scheme: dark)' }),
          h('meta', { name: 'format-detection', content: 'telephone=no' }),
          ...(parts.description === ''
            ? []
            : [h('meta', { name: 'description', content: cleanText(parts.description) })]),
          ...properties,
          ...parts.head,
        ]),
        h('body', parts.bodyClass === undefined ? {} : { className: parts.bodyClass }, [...parts.body]),
      ]),
    ],
  }
  return `${toHtml(tree, { quoteSmart: false })}\n`
}
