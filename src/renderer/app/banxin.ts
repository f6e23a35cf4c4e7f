/** The window's line to the other processes: calls of the contract and events, both checked. */
import { api, events } from '../../shared/api.ts'
import { client } from '../../shared/rpc.ts'
import { holdsBytes } from '../../shared/bridge.ts'
import type { EventData, EventName } from '../../shared/api.ts'
import type { Bridge } from '../../shared/bridge.ts'

declare global {
  interface Window {
    readonly banxin: Bridge
  }
}

/** A page crosses as one text: copied value by value, as the bridge does, it would hold back the next key. */
export const call = client(api, async (method, input) => {
  const reply = await window.banxin.call(method, holdsBytes(input) ? input : JSON.stringify(input))
  return typeof reply === 'string' ? (JSON.parse(reply) as unknown) : reply
})

/** Hears event `name`; what does not fit the contract is dropped. Gives back what ends the hearing. */
export const on = <E extends EventName>(name: E, hear: (data: EventData<E>) => void): (() => void) =>
  window.banxin.on(name, (data) => {
    const parsed = events[name].safeParse(data)
    if (parsed.success) hear(parsed.data as EventData<E>) // the schema of this very event just checked it
  })
