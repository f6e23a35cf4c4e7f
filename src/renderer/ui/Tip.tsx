/** A tooltip with the name of a control and its shortcut. */
import { Tooltip } from 'radix-ui'
import type { ReactElement } from 'react'
import { showKey } from '../app/keys.ts'

type Props = {
  readonly name: string
  readonly shortcut?: string | undefined
  readonly children: ReactElement
  readonly side?: 'top' | 'bottom'
}

export const Tip = ({ name, shortcut, children, side = 'bottom' }: Props) => (
  <Tooltip.Root>
    <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
    <Tooltip.Portal>
      <Tooltip.Content className="tip" side={side} sideOffset={6} collisionPadding={8}>
        {name}
        {shortcut && <kbd className="key">{showKey(shortcut)}</kbd>}
      </Tooltip.Content>
    </Tooltip.Portal>
  </Tooltip.Root>
)
