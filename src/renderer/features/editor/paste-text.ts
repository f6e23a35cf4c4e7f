/** Plain text as other programs give it, without what nobody sees or can mean. */

/** Control characters, and what only tells where a line may be cut. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\uFEFF]/g

export const clean = (text: string): string => text.replace(UNSEEN, '')

/** Its lines: Word ends one within a paragraph with a vertical tab, and a page with a form feed. */
export const linesOf = (text: string): readonly string[] => clean(text).split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
