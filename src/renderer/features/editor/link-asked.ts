/** Whether the address of a link is being asked for. */
import { createStore } from '../../app/store.ts'

export const linkAsked = createStore<{ readonly open: boolean }>({ open: false })
