/** A modal dialog on the platform's own element: it keeps the focus, closes by Escape and gives the focus back. */
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

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
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={(event) => event.target === ref.current && onClose()}
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
