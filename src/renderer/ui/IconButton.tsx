/** A quiet button that is an icon, with its name and shortcut as a tooltip. */
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Tip } from './Tip.tsx'

type Props = Omit<ComponentProps<'button'>, 'name'> & {
  readonly name: string
  readonly icon: LucideIcon
  readonly shortcut?: string | undefined
}

export const IconButton = ({ name, icon: Icon, shortcut, className, ...rest }: Props) => (
  <Tip name={name} shortcut={shortcut}>
    <button type="button" className={`icon-button ${className ?? ''}`} aria-label={name} {...rest}>
      <Icon aria-hidden size={16} strokeWidth={1.6} />
    </button>
  </Tip>
)
