/** How a role looks in Markdown. What its form does not say, a comment at its end does: `…<!-- kicker -->`. */
import { ROLES } from '../../page/page.ts'
import type { Picture, Role } from '../../page/page.ts'

export type Form = 'heading 1' | 'heading 2' | 'paragraph' | 'quote'

/** The forms `heading 1`, `heading 2` and `paragraph` say headline, crosshead and paragraph where no comment stands. */
export const FORMS: Readonly<Record<Role, Form>> = {
  label: 'paragraph',
  kicker: 'paragraph',
  headline: 'heading 1',
  deck: 'paragraph',
  standfirst: 'quote',
  byline: 'paragraph',
  keyword: 'quote',
  crosshead: 'heading 2',
  paragraph: 'paragraph',
  caption: 'quote',
  credit: 'quote',
  note: 'quote',
  jump: 'paragraph',
  folio: 'paragraph',
}

export const SAID_BY_FORM: readonly Role[] = ['headline', 'crosshead', 'paragraph']

export type Said = { readonly role: Role; readonly picture?: Picture }

/** `<!-- caption 1200x800 sha256 -->`: the role, and the picture that the block carries. */
export function comment({ role, picture }: Said): string {
  const size = picture ? [`${picture.width}x${picture.height}`, picture.sha256].filter(Boolean) : []
  return `<!-- ${[role, ...size].join(' ')} -->`
}

/** What such a comment says, or undefined where it is somebody's own. */
export function readComment(html: string): Said | undefined {
  const [, role = '', width, height, sha256] =
    /^<!-- ([a-z]+)(?: ([1-9]\d{0,8})x([1-9]\d{0,8})(?: ([0-9a-f]{64}))?)? -->$/.exec(html.trim()) ?? []
  const known = ROLES.find((r) => r === role)
  if (known === undefined) return undefined
  if (width === undefined || height === undefined) return { role: known }
  const size = { width: Number(width), height: Number(height) }
  return { role: known, picture: sha256 === undefined ? size : { ...size, sha256 } }
}
