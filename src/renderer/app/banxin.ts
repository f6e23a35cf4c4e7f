/** The window's line to the other processes: calls of the contract and events, both checked. */
import { api, events } from '../../shared/api.ts'
import { client } from '../../shared/rpc.ts'
import type { EventData, EventName } from '../../shared/api.ts'
import type { Bridge } from '../../shared/bridge.ts'

declare global {
  interface Window {
    readonly banxin: Bridge
  }
}

export const call = client(api, (method, input) => window.banxin.call(method, input))

/** Hears event `name`; what does not fit the contract is dropped. Gives back what ends the hearing. */
export const on = <E extends EventName>(name: E, hear: (data: EventData<E>) => void): (() => void) =>
  window.banxin.on(name, (data) => {
    const parsed = events[name].safeParse(data)
    if (parsed.success) hear(parsed.data as EventData<E>) // the schema of this very event just checked it
  })
