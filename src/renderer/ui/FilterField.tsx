/** A field that narrows down a list while it is typed into. */
import { Search } from 'lucide-react'

type Props = {
  /** What it looks for: read out as its name, and shown while it is empty. */
  readonly name: string
  readonly value: string
  readonly onText: (text: string) => void
  /** In the head of a room. */
  readonly inHead?: boolean
  /** It is focused when its room opens. */
  readonly first?: boolean
}

/** Characters at most. */
const MOST = 200

export const FilterField = ({ name, value, onText, inHead = false, first = false }: Props) => (
  <label className={inHead ? 'search room-search' : 'search'}>
    <Search aria-hidden size={14} strokeWidth={1.8} />
    <input
      type="search"
      maxLength={MOST}
      data-first={first || undefined}
      value={value}
      placeholder={name}
      aria-label={name}
      onChange={(event) => onText(event.target.value)}
    />
  </label>
)
