/** How far an action on many pages is. */
import { useEffect, useState } from 'react'
import type { EventData } from '../../shared/api.ts'
import { on } from './banxin.ts'

/** `progress` is undefined where no action takes long; `clear` is for one that failed. */
export function useProgress() {
  const [progress, setProgress] = useState<EventData<'operation.progress'>>()
  useEffect(() => on('operation.progress', (now) => setProgress(now.done < now.total ? now : undefined)), [])
  return { progress, clear: () => setProgress(undefined) }
}
