/** The names that a page is made of, apart from its schemas, which take longer to load than a first page has. */

/** What a block is, in reading order of a story. Names on screen stand in `roles.ts`. */
export const ROLES = [
  'label',
  'kicker',
  'headline',
  'deck',
  'standfirst',
  'byline',
  'keyword',
  'crosshead',
  'paragraph',
  'caption',
  'credit',
  'note',
  'jump',
  'folio',
] as const

/** Inline marks; `dateline` is the 电头 at a paragraph's start. */
export const MARK_KINDS = ['bold', 'italic', 'emphasis', 'superscript', 'subscript', 'link', 'dateline'] as const

export const PAGE_VERSION = 1
