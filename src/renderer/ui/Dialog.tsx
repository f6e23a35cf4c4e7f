/**
 * A modal dialog on the platform's own element: it keeps the focus, closes by Escape or a press beside it, and gives the
 * focus back. What has `data-first` is focused when it opens. Ctrl+Enter (Command on a Mac) presses its main button from everywhere, and
 * Enter does on what is only ticked.
 */
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
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
      onKeyDown={pressMain}
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

function pressMain(event: KeyboardEvent<HTMLDialogElement>): void {
  const { target, currentTarget, nativeEvent } = event
  // Choices that are no inputs take Enter and do nothing with it.
  const isChoice = target instanceof HTMLElement && target.role === 'radio'
  // An input method's, or taken already.
  if (event.key !== 'Enter' || event.repeat || nativeEvent.isComposing || (event.defaultPrevented && !isChoice)) return
  const isTicked = isChoice || (target instanceof HTMLInputElement && target.form === null && TICKED.has(target.type))
  if (!event.ctrlKey && !event.metaKey && !isTicked) return
  const main = currentTarget.querySelector<HTMLButtonElement>('.dialog-foot .button-main:enabled')
  if (!main) return
  event.preventDefault()
  main.click()
}

const TICKED: ReadonlySet<string> = new Set(['checkbox', 'radio'])
