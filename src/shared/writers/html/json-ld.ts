/** JSON-LD `NewsArticle` of a story (schema.org), and the only way JSON may stand in a `script`. */
import type { Element } from 'hast'
import type { Page, Picture } from '../../page/page.ts'
import { textsOf, titleOf } from '../../page/walk.ts'
import { authorsOf } from '../authors.ts'
import type { Figure, Story } from '../story.ts'
import { cleanText, oneLine } from '../text.ts'
import { keywordsOf } from '../keywords.ts'

/** Whole addresses, known where the story has a place on the web. */
export type OnTheWeb = {
  readonly url?: string | undefined
  readonly picture?: (picture: Picture) => string | undefined
}

/** Schema.org's data of the story; what is not known is left out. */
export function newsArticle(story: Story, page: Page, web: OnTheWeb = {}): Readonly<Record<string, unknown>> {
  const a = story.article
  const all = (...roles: Parameters<typeof textsOf>[1][]) => roles.flatMap((role) => textsOf(a, role)).map(oneLine)
  const authors = authorsOf(a)
  const { publication, date, number, section } = page.meta
  return present({
    '@type': 'NewsArticle',
    headline: oneLine(titleOf(a)),
    alternativeHeadline: all('kicker', 'deck').join(' '),
    abstract: all('standfirst').join(' '),
    author: authors.map((name) => ({ '@type': 'Person', name })),
    datePublished: date,
    articleSection: section ?? all('label')[0],
    keywords: keywordsOf(a),
    printEdition: [publication, date].filter(Boolean).join(' '),
    printPage: number,
    printSection: section,
    publisher:
      publication === undefined ? undefined : { '@type': 'NewsMediaOrganization', name: cleanText(publication) },
    inLanguage: 'zh-Hans',
    articleBody: a.blocks
      .filter((b) => BODY.has(b.role))
      .map((b) => cleanText(b.text))
      .join('\n'),
    image: story.sections
      .flatMap((s) => s.pieces)
      .flatMap((piece) => (piece.kind === 'figure' ? [imageObject(piece, web)] : [])),
    url: web.url,
    mainEntityOfPage: web.url,
  })
}

function imageObject({ blocks, picture }: Figure, web: OnTheWeb): Readonly<Record<string, unknown>> {
  const words = (credit: boolean) =>
    blocks.flatMap((b) => ((b.role === 'credit') === credit ? [oneLine(b.text)] : [])).join(' ')
  const contentUrl = picture && web.picture?.(picture)
  return present({
    '@type': 'ImageObject',
    caption: words(false),
    creditText: words(true),
    ...(contentUrl !== undefined && { contentUrl, width: picture?.width, height: picture?.height }),
  })
}

/** A `script` of JSON-LD. Every `<` is written `\u003c`, so that nothing in the data ends the script. */
export const jsonLdElement = (graph: readonly unknown[]): Element => ({
  type: 'element',
  tagName: 'script',
  properties: { type: 'application/ld+json' },
  children: [{ type: 'text', value: scriptJson({ '@context': 'https://schema.org', '@graph': graph }) }],
})

/** JSON that may stand in a `script` element or a script file. */
export const scriptJson = (value: unknown): string =>
  cleanText(JSON.stringify(value))
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')

const BODY = new Set(['standfirst', 'crosshead', 'paragraph', 'note'])

/** Without what is unknown or empty. */
const present = (record: Record<string, unknown>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(record).filter(([, v]) => v !== undefined && v !== '' && !(Array.isArray(v) && v.length === 0)),
  )
