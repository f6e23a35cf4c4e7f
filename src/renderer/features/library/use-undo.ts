/** The last action of a place, which it offers to take back: by a button, or by Ctrl+Z where no text is being typed. */
import { useRef, useState } from 'react'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { tellUndone } from './tell-undone.ts'
import { useUndoKey } from './use-undo-key.ts'

export type Undoing = ReturnType<typeof useUndo>

/** `onUndone` is called when it was tried: things may be as they were before. */
export function useUndo(onUndone: () => void | Promise<void>) {
  const w = useWorkstation()
  const [done, setDone] = useState<{ readonly operation: number; readonly text: string }>()
  const place = useRef<HTMLDivElement>(null)

  /** `operation` null: what changed nothing leaves the offer to undo what did. */
  const offer = (operation: number | null | undefined, text: string) => {
    if (operation !== null && operation !== undefined) setDone({ operation, text })
  }
  const undo = async () => {
    if (!done) return
    setDone(undefined)
    try {
      const undone = await call('operation.undo', { id: done.operation })
      tellUndone(w, undone)
      if (undone.stopped) setDone(done)
    } catch (error) {
      w.complain(error)
    }
    await onUndone()
  }

  useUndoKey(done, place, undo)

  return { done, offer, undo, place }
}
