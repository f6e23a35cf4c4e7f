import { expect, test } from 'vitest'
import { api } from '../../shared/api.ts'
import type { Reply } from '../../shared/reply.ts'
import { route } from './route.ts'

const answer = (value: string) => (): Promise<Reply> => Promise.resolve({ ok: true, value })
const serve = route({ app: answer('app'), archive: answer('archive') })

const check = async (method: string, expected: string) => {
  const reply = await serve(method, {})
  expect(reply.ok ? reply.value : reply.code).toBe(expected)
}

test('a call of the window goes to the side that serves it', async () => {
  await check('page.list', 'archive')
  await check('app.info', 'app')
  await check('import.tokens', 'app')
})

test('what is not there is asked of the archive, which knows the contract', async () => {
  await check('no.such', 'archive')
  await check('toString', 'archive')
  await check('__proto__', 'archive')
})

test('every method goes to its side; one for the host alone does not exist for the window', async () => {
  for (const [method, { side, caller }] of Object.entries(api)) if (caller === 'window') await check(method, side)
  for (const [method, { caller }] of Object.entries(api)) if (caller === 'host') await check(method, 'method/unknown')
  expect(Object.values(api).some(({ caller }) => caller === 'host')).toBe(true)
})
