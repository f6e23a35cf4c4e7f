/** A check box with its name; `hidden` leaves the name to those who hear it. */
import { langOf } from './lang-of.ts'
type Props = {
  readonly name: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hidden?: boolean
  readonly disabled?: boolean
  /** False where another of a list is the one that Tab stops at. */
  readonly tabbable?: boolean
}

export const Check = ({ name, checked, onChange, hidden = false, disabled = false, tabbable = true }: Props) => (
  <label className="check">
    <input
      type="checkbox"
      checked={checked}
      disabled={disabled}
      tabIndex={tabbable ? undefined : -1}
      aria-label={hidden ? name : undefined}
      onChange={(event) => onChange(event.target.checked)}
    />
    {!hidden && <span lang={langOf(name)}>{name}</span>}
  </label>
)
