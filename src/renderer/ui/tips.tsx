/** Tooltips of one part of the window: shown after a moment, and at once from the second one on. */
import { Tooltip } from 'radix-ui'
import type { ComponentType } from 'react'

/** `View` with its tooltips at work. */
export const withTips = <P extends object>(View: ComponentType<P>): ComponentType<P> =>
  function WithTips(props: P) {
    return (
      <Tooltip.Provider delayDuration={450} skipDelayDuration={150}>
        <View {...props} />
      </Tooltip.Provider>
    )
  }
