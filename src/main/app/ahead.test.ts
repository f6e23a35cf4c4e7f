import { expect, test } from 'vitest'
import type { Reply } from '../../shared/reply.ts'
import { askAhead } from './ahead.ts'

/** An archive that counts what it is asked and has page 7 open last. */
function archive() {
  const asked: string[] = []
  const answer = (method: string, input: unknown): Promise<Reply> => {
    asked.push(`${method} ${JSON.stringify(input)}`)
    return Promise.resolve({ ok: true, value: method === 'settings.get' ? { 'page.last': 7 } : input })
  }
  return { asked, serve: askAhead(answer) }
}

const FIRST = ['settings.get {}', 'page.get {"id":7}']

test('settings and the last page are asked for once, before the window does', async () => {
  const { asked, serve } = archive()
  expect(await serve('page.get', { id: 7 })).toEqual({ ok: true, value: { id: 7 } })
  expect(await serve('settings.get', {})).toEqual({ ok: true, value: { 'page.last': 7 } })
  expect(asked).toEqual(FIRST)
})

test('what is asked again, or is another page, goes to the archive', async () => {
  const { asked, serve } = archive()
  await serve('page.get', { id: 8 })
  await serve('page.get', { id: 7 })
  expect(asked).toEqual([...FIRST, 'page.get {"id":8}', 'page.get {"id":7}'])
})

test('nothing that was asked ahead is given out after a change', async () => {
  const { asked, serve } = archive()
  await serve('settings.set', { key: 'language', value: 'en' })
  await serve('settings.get', {})
  expect(asked.at(-1)).toBe('settings.get {}')
  expect(asked).toHaveLength(4)
})
