/** The head of a room: its name, what it holds in a few words, its tools. */
import { langOf } from '../../ui/lang-of.ts'
import type { ReactNode } from 'react'

type Props = { readonly title: string; readonly note?: string | undefined; readonly children?: ReactNode }

export const RoomHead = ({ title, note, children }: Props) => (
  <header className="room-head">
    <h2>{title}</h2>
    {note !== undefined && (
      <span className="pane-note" lang={langOf(note)}>
        {note}
      </span>
    )}
    <span className="status-space" />
    {children}
  </header>
)
