/** A quiet button that is an icon, with its name and shortcut as a tooltip. */
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Tip } from './Tip.tsx'

type Props = Omit<ComponentProps<'button'>, 'name'> & {
  readonly name: string
  readonly icon: LucideIcon
  readonly shortcut?: string | undefined
  /** Why it cannot be used now: it is off, and its tooltip says this too. It can still be reached, so that everyone hears of it. */
  readonly why?: string | undefined
}

export const IconButton = ({ name, icon: Icon, shortcut, why, className, ...rest }: Props) => (
  <Tip name={why === undefined ? name : `${name} · ${why}`} shortcut={shortcut}>
    <button
      type="button"
      className={`icon-button ${className ?? ''}`}
      aria-label={name}
      {...rest}
      {...(why !== undefined && { 'aria-disabled': true, 'aria-description': why, onClick: undefined })}
    >
      <Icon aria-hidden size={16} strokeWidth={1.6} />
    </button>
  </Tip>
)
