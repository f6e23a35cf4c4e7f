/** Pages that try to break a format, for property tests: markup, control characters, half surrogate pairs, marks of direction, odd blanks. */
import * as fc from 'fast-check'
import { article, block, page } from '../page/build.ts'
import { MARK_KINDS, ROLES } from '../page/page.ts'
import type { Block, Page } from '../page/page.ts'

/** Each of these has broken some program's export. */
const PIECES = [
  '</script>',
  '<!-- kicker -->',
  '-->',
  '<!--',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#10;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '`',
  '```',
  '~~~',
  '# ',
  '## ',
  '---',
  '***',
  '===',
  '- ',
  '1. ',
  '> ',
  '| a | b |',
  '**',
  '*',
  '_',
  '__',
  '\\',
  '\\\\',
  '[x](y)',
  '![x](y)',
  '<b>',
  '</em>',
  '<span class="dateline">',
  'http://example.cn/?a=b&c=d',
  'www.example.cn',
  'a@b.cn',
  ':::',
  '{{',
  '}}',
  '${x}',
  '%',
  '\u0000',
  '\u0001',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u{1f600}',
  '\u{20bb7}',
  '\u202e',
  '\u200f',
  '\u200b',
  '\u00a0',
  '\u3000',
  ' ',
  '  ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\f',
  '中文',
  '“引号”',
  '——',
  '……',
  '，。',
  '（括号）',
  'Latin text',
  '2024',
]

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 6 })
    .map((p) => p.join('')),
)

const hostileBlock: fc.Arbitrary<Block> = fc
  .record({
    role: fc.constantFrom(...ROLES),
    text: hostileText,
    marks: fc.array(fc.tuple(fc.constantFrom(...MARK_KINDS), fc.nat(30), fc.nat(30), hostileText), { maxLength: 3 }),
  })
  .map(({ role, text, marks }) =>
    block(role, text, {
      marks: marks.map(([kind, a, b, href]) => {
        const mark = { kind, start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) }
        return kind === 'link' ? { ...mark, href } : mark
      }),
    }),
  )

export const hostilePage: fc.Arbitrary<Page> = fc
  .tuple(
    fc.array(fc.array(hostileBlock, { minLength: 1, maxLength: 6 }), { maxLength: 4 }),
    fc.record(
      { publication: hostileText, number: hostileText, section: hostileText, title: hostileText },
      { requiredKeys: [] },
    ),
  )
  .map(([articles, meta]) =>
    page(
      articles.map((blocks) => article(blocks)),
      meta,
    ),
  )
