/** What a call gives, read anew whenever `because` changes; undefined until it came. A reply that comes too late is dropped. */
import { useEffect, useState } from 'react'

export function useAsync<T>(
  read: () => Promise<T>,
  because: readonly unknown[],
  complain: (error: unknown) => void,
): T | undefined {
  const [value, setValue] = useState<T>()
  useEffect(() => {
    let wanted = true
    read().then(
      (got) => wanted && setValue(got),
      (error: unknown) => wanted && complain(error),
    )
    return () => {
      wanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps, react/exhaustive-effect-dependencies -- `because` says when to read again
  }, because)
  return value
}
