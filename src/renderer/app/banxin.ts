/** The window's line to the other processes: calls of the contract and events, both checked. */
import { holdsBytes } from '../../shared/bridge.ts'
import type { Banxin, EventData, EventName } from '../../shared/api.ts'
import type { Bridge } from '../../shared/bridge.ts'

declare global {
  interface Window {
    readonly banxin: Bridge
  }
}

/** The schemas take longer to load than the first page to stand, see `first-answers.ts`. */
const contract = () => import('./contract.ts')
let client: Promise<Banxin> | undefined

const checked = (): Promise<Banxin> => (client ??= contract().then(({ api, client: of }) => of(api, send)))

export const call: Banxin = async (method, input) => (await checked())(method, input)

/** Sends a call and gives the answer as it came. A page crosses as one text: copied value by value, it would hold back the next key. */
export async function send(method: string, input: unknown): Promise<unknown> {
  const reply = await window.banxin.call(method, holdsBytes(input) ? input : JSON.stringify(input))
  return typeof reply === 'string' ? (JSON.parse(reply) as unknown) : reply
}

/** Hears event `name`; what does not fit the contract is dropped. Gives back what ends the hearing. */
export const on = <E extends EventName>(name: E, hear: (data: EventData<E>) => void): (() => void) =>
  window.banxin.on(
    name,
    (data) =>
      void contract().then(({ readEvent }) => {
        const read = readEvent(name, data)
        if (read !== undefined) hear(read)
      }),
  )
