/**
 * A modal dialog on the platform's own element: it keeps the focus, closes by Escape or a press beside it, and gives the
 * focus back. What has `data-first` is focused when it opens.
 */
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { focusFirst } from './focus-first.ts'

type Props = {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
  readonly className?: string
}

export function Dialog({ title, children, onClose, className }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (!dialog.open) dialog.showModal()
    focusFirst(dialog)
    return () => dialog.close()
  }, [])
  useEffect(() => {
    const dialog = ref.current
    const onPress = (event: MouseEvent) => event.target === dialog && onClose()
    dialog?.addEventListener('mousedown', onPress)
    return () => dialog?.removeEventListener('mousedown', onPress)
  }, [onClose])
  return (
    <dialog
      ref={ref}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-body">
        <h2 id={id} className="dialog-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}
