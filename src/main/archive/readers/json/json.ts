/** Reads Banxin's own page JSON: a Page, or an object that has it under `page` with its OCR text under `source`. */
import { BanxinError } from '../../../../shared/errors.ts'
import type { Page } from '../../../../shared/page/page.ts'
import { sound } from '../../../../shared/page/sound.ts'
import { upgradePage } from '../../../../shared/page/versions.ts'
import { walk } from '../../../../shared/page/walk.ts'
import type { Reader } from '../reader.ts'
import { standIn } from '../stand-in.ts'

export const json: Reader = {
  id: 'json',
  name: { zh: '版心页面', en: 'Banxin page' },
  extensions: ['.json'],
  read(bytes, name) {
    if (bytes.length === 0) throw new BanxinError('file/empty', { name })
    let value: unknown
    let page: Page
    try {
      value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      page = sound(upgradePage(field(value, 'page') ?? value))
    } catch (cause) {
      throw new BanxinError('file/unsupported', { name }, { cause })
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
