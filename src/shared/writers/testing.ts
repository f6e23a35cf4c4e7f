/** For tests: a context without pictures, and files as text again. */
import { strFromU8 } from 'fflate'
import type { Page } from '../page/page.ts'
import { walk } from '../page/walk.ts'
import { cleanText } from './text.ts'
import type { WriterContext, WrittenFile } from './writer.ts'

export const CONTEXT: WriterContext = {
  name: '云河日报-02',
  lang: 'zh',
  picture: () => undefined,
  typeset: () => Promise.resolve(new Uint8Array()),
}

export const textOf = (file: WrittenFile | undefined): string => strFromU8(file?.bytes ?? new Uint8Array())

/** A tag with its attributes, whose values may hold `>`. */
const TAG = /<[/a-z!?](?:"[^"]*"|[^">])*>/gi
const NAMES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** What is read of HTML or XML: its text without tags, styles and scripts, references resolved. */
export const readText = (markup: string): string =>
  markup
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, '')
    .replace(TAG, (tag) => (/^<(?:br|\/p|\/h\d|\/li)\b/i.test(tag) ? '\n' : ''))
    .replace(/&(?:#x([0-9a-f]+)|(lt|gt|amp|quot));/gi, (_, hex: string | undefined, name: string) =>
      hex === undefined ? (NAMES[name] ?? '') : String.fromCodePoint(parseInt(hex, 16)),
    )

/** Everything but blanks. */
export const ink = (text: string): string => text.replace(/[\s\u0085\u200b]+/g, '')

/** The blocks' texts, each as ink, those of `texts` of a page in reading order. */
export const inkOf = (p: Page): readonly string[] =>
  [...walk(p)].map(({ block }) => ink(cleanText(block.text))).filter((t) => t !== '')

/** A text's characters counted, for comparing texts whose order a format changes. */
export const sorted = (text: string): string => [...ink(text)].toSorted().join('')
