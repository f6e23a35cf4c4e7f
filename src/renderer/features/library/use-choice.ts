/** Which pages of a list are chosen. To choose all takes a moment in a long list: what comes after it waits, so that it is done with all. */
import { useCallback, useRef, useState } from 'react'
import { NO_CHOICE } from './choice.ts'
import type { Choice } from './choice.ts'

export type Choosing = {
  readonly choice: Choice
  /** Changes the choice as soon as what was asked for before is done. */
  readonly change: (step: (choice: Choice) => Choice | Promise<Choice>) => void
  /** The choice when all that was asked for is done. */
  readonly settled: () => Promise<Choice>
}

export function useChoice(): Choosing {
  const [choice, setChoice] = useState(NO_CHOICE)
  const turns = useRef(Promise.resolve(NO_CHOICE))
  const change = useCallback((step: (choice: Choice) => Choice | Promise<Choice>) => {
    turns.current = turns.current.then(async (before) => {
      // What cannot be done leaves the choice as it was.
      const next = await Promise.resolve(before)
        .then(step)
        .catch(() => before)
      setChoice(next)
      return next
    })
  }, [])
  const settled = useCallback(() => turns.current, [])
  return { choice, change, settled }
}
