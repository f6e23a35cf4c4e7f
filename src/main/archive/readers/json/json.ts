/** Reads Banxin's own page JSON: a Page, or an object that has it under `page` with its OCR text under `source`. */
import { BanxinError } from '../../../../shared/errors.ts'
import type { Page, Span } from '../../../../shared/page/page.ts'
import { upgradePage } from '../../../../shared/page/versions.ts'
import { mapBlocks, walk } from '../../../../shared/page/walk.ts'
import type { Reader } from '../reader.ts'

export const json: Reader = {
  id: 'json',
  name: { zh: '版心页面', en: 'Banxin page' },
  extensions: ['.json'],
  read(bytes, name) {
    if (bytes.length === 0) throw new BanxinError('file/empty', { name })
    const unsupported = (cause?: unknown) =>
      new BanxinError('file/unsupported', { name, kinds: '.txt .md .page.json' }, { cause })
    let value: unknown
    let page: Page
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      page = upgradePage(field(value, 'page') ?? value)
    } catch (cause) {
      throw unsupported(cause)
    }
    const source = field(value, 'source')
    if (typeof source === 'string' && fits(page, source)) return { text: source, encoding: 'utf-8', notices: [], page }
    return { ...standIn(page), encoding: 'utf-8', notices: [{ code: 'json/source' }] }
  },
}

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined // just checked

const fits = (page: Page, source: string): boolean =>
  [...walk(page)].every(({ block }) => block.spans.every(([start, end]) => start <= end && end <= source.length))

/** A source text made of the blocks, and the page with its spans in it. */
function standIn(page: Page): { text: string; page: Page } {
  let text = ''
  const moved = mapBlocks(page, (block, { blockIndex, articleIndex }) => {
    if (text) text += blockIndex === 0 && articleIndex > 0 ? '\n\n\n' : '\n\n'
    const span: Span = [text.length, text.length + block.text.length]
    text += block.text
    return { ...block, spans: block.text ? [span] : [] }
  })
  return { text, page: moved }
}
