/** Where the person is: at the page, or in one of the archive's rooms over it; and what stands in the left pane. */
import { createStore } from '../../app/store.ts'

/** The archive's rooms, in the order of their rail. */
export const ROOMS = ['library', 'imports', 'replace', 'people', 'dictionary', 'bin', 'backups'] as const
export type Room = (typeof ROOMS)[number] | 'history'

export type RoomsState = {
  readonly room: Room | undefined
  readonly side: 'pages' | 'search'
  readonly dialog: 'reread' | undefined
}

export const createRooms = () => createStore<RoomsState>({ room: undefined, side: 'pages', dialog: undefined })
