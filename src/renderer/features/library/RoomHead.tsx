/** The head of a room: its name, what it holds in a few words, its tools. */
import type { ReactNode } from 'react'
import { Sentence } from '../../ui/Sentence.tsx'

type Props = { readonly title: string; readonly note?: string | undefined; readonly children?: ReactNode }

export const RoomHead = ({ title, note, children }: Props) => (
  <header className="room-head">
    <h2>{title}</h2>
    {note !== undefined && (
      <span className="pane-note">
        <Sentence text={note} />
      </span>
    )}
    <span className="status-space" />
    {children}
  </header>
)
