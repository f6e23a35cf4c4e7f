/**
 * Reads plain text and Markdown as OCR programs write them. Marks like `#` stay in the text: structure judges them. Markdown that
 * Banxin wrote itself says what its blocks are, and is taken at its word.
 */
import type { Notice } from '../../../../shared/api/pages.ts'
import { BanxinError } from '../../../../shared/errors.ts'
import { readPageMarkdown } from '../../../../shared/writers/markdown/read.ts'
import type { Reader } from '../reader.ts'
import { standIn } from '../stand-in.ts'
import { decode, decodeAs, isEncoding, MIXED, mostlyLatin } from './encoding.ts'

export const text: Reader = {
  id: 'text',
  name: { zh: '文本（OCR 文字）', en: 'Plain text (OCR)' },
  extensions: ['.txt', '.md', '.text', '.markdown'],
  read(bytes, name, options = {}) {
    if (bytes.length === 0) throw new BanxinError('file/empty', { name })
    if (MAGIC.some((m) => m.every((byte, i) => bytes[i] === byte))) throw new BanxinError('file/binary', { name })
    const chosen = options.encoding
    const { text, encoding, confidence } =
      chosen !== undefined && isEncoding(chosen) ? decodeAs(bytes, chosen) : decode(bytes)
    if (!/[^\s\0]/.test(text)) throw new BanxinError(/\0/.test(text) ? 'file/binary' : 'file/empty', { name })
    const controls = count(text, CONTROLS)
    const misfits = count(text, /\ufffd/g)
    const noise =
      controls > text.length * 0.02 || misfits > text.length * 0.2 || (confidence < 0.1 && !mostlyLatin(bytes))
    // A person who chose the encoding sees what that gives, whatever it looks like.
    if (chosen === undefined && noise) throw new BanxinError('file/binary', { name })
    const notices: Notice[] = []
    if (confidence < 0.8)
      notices.push({ code: 'encoding/guessed', params: { encoding, percent: Math.round(confidence * 100) } })
    if (encoding === MIXED && chosen === undefined) notices.push({ code: 'encoding/mixed' })
    if (misfits > 0)
      notices.push({ code: 'encoding/broken', params: { encoding, count: misfits }, at: text.indexOf('\ufffd') })
    if (controls > 0) notices.push({ code: 'text/control', params: { count: controls }, at: text.search(CONTROLS) })
    const page = readPageMarkdown(text)
    return page ? { ...standIn(page), encoding, notices } : { text, encoding, notices }
  },
}

/** Files that begin like this are no text, even where some of their bytes could be: PDF, zip, PNG, JPEG, GIF, gzip, RIFF, OLE, ELF. */
const MAGIC = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b, 0x08],
  [0x52, 0x49, 0x46, 0x46],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7f, 0x45, 0x4c, 0x46],
] as const

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f]/g

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0
