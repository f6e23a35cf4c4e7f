/** How far an action on many pages is. */
import { useEffect, useState } from 'react'
import type { EventData } from '../../shared/api.ts'
import { on } from './banxin.ts'

/** Undefined where no action takes long. */
export function useProgress() {
  const [progress, setProgress] = useState<EventData<'operation.progress'>>()
  useEffect(() => on('operation.progress', (now) => setProgress(now.done < now.total ? now : undefined)), [])
  // What an archive did that died is told no further.
  useEffect(() => on('archive.restarted', () => setProgress(undefined)), [])
  return progress
}
