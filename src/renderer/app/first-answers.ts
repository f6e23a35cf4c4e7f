/**
 * The two answers that the first page waits for, looked at by hand: to load the contract's schemas would take longer than all the rest.
 * What does not look right is undefined, and is asked for again through the contract, which says what is wrong.
 */
import { ROLE_NAMES } from '../../shared/page/roles.ts'
import { send } from './banxin.ts'
import type { Settings } from '../../shared/api/app.ts'
import type { OpenPage } from '../../shared/api/pages.ts'

type Fields = Readonly<Record<string, unknown>>

export async function firstSettings(): Promise<Settings | undefined> {
  const value = await answer('settings.get', {})
  return isFields(value) ? (value as Settings) : undefined // each setting is checked when it is put into force
}

export async function firstPage(id: number): Promise<OpenPage | undefined> {
  const value = await answer('page.get', { id })
  return isOpenPage(value) ? value : undefined
}

async function answer(method: string, input: unknown): Promise<unknown> {
  const reply = await send(method, input).catch(() => undefined)
  return isFields(reply) && reply['ok'] === true ? reply['value'] : undefined
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isOpenPage = (value: unknown): value is OpenPage =>
  isFields(value) &&
  typeof value['id'] === 'number' &&
  typeof value['revision'] === 'number' &&
  ['name', 'source', 'encoding'].every((key) => typeof value[key] === 'string') &&
  Array.isArray(value['notices']) &&
  isPage(value['page'])

const isPage = (page: unknown): boolean =>
  isFields(page) &&
  isFields(page['meta']) &&
  Array.isArray(page['proposals']) &&
  isListOf(page['articles'], (a) => typeof a['id'] === 'string' && isListOf(a['blocks'], isBlock))

const isBlock = (block: Fields): boolean =>
  typeof block['id'] === 'string' &&
  typeof block['text'] === 'string' &&
  typeof block['confidence'] === 'number' &&
  typeof block['role'] === 'string' &&
  Object.hasOwn(ROLE_NAMES, block['role']) &&
  ['marks', 'spans', 'reasons', 'joins'].every((key) => Array.isArray(block[key]))

const isListOf = (list: unknown, is: (item: Fields) => boolean): boolean =>
  Array.isArray(list) && list.every((item) => isFields(item) && is(item))
