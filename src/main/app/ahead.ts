/**
 * What the window asks for first, its settings and the page that was open last, asked for as soon as the archive process runs: the
 * answers are there when the window asks. Each is given out once, and none of them after anything else was asked.
 */
import type { Reply } from '../../shared/reply.ts'
import type { Serve } from './route.ts'

export function askAhead(ask: Serve): Serve {
  const settings = ask('settings.get', {})
  const page = settings.then(async (reply) => {
    const id = lastPage(reply)
    return id === undefined ? undefined : { id, reply: await ask('page.get', { id }) }
  })
  const held = new Set(['settings.get', 'page.get'])
  return async (method, input) => {
    if (!held.delete(method)) held.clear()
    else if (method === 'settings.get') return settings
    else {
      const ahead = await page
      if (ahead && ahead.reply.ok && ahead.id === idOf(input)) return ahead.reply
    }
    return ask(method, input)
  }
}

const lastPage = (reply: Reply): number | undefined => {
  const id = reply.ok ? fieldOf(reply.value, 'page.last') : undefined
  return typeof id === 'number' ? id : undefined
}

const idOf = (input: unknown): unknown => fieldOf(input, 'id')

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
