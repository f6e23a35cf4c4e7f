/** The contract at the window's end: calls and events, checked as they arrive. Fetched once the first page stands, or when it is needed. */
import './plain-checks.ts'
import { events } from '../../shared/api.ts'
import type { EventData, EventName } from '../../shared/api.ts'

export { api } from '../../shared/api.ts'
export { client } from '../../shared/rpc.ts'

/** `data` if it is what event `name` tells. */
export const readEvent = <E extends EventName>(name: E, data: unknown): EventData<E> | undefined =>
  events[name].safeParse(data).data as EventData<E> | undefined // the schema of this very event just checked it
