/** Work that is done once, a little later, for all who ask until then. */
export type Soon = {
  /** After `ms` milliseconds it is done; where it is to be done already, it is done no later for that. */
  readonly ask: (ms?: number) => void
  /** It was asked for and is still to be done. */
  readonly due: () => boolean
  /** What was asked for is not done any more. */
  readonly stop: () => void
}

/** `ms` stands where one who asks says nothing else. */
export function soon(work: () => unknown, ms: number): Soon {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask: (wait = ms) => {
      timer ??= setTimeout(() => {
        timer = undefined
        work()
      }, wait)
    },
    due: () => timer !== undefined,
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
