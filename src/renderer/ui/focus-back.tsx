/** Who leaves what stood over the page, or beside it, is where they came from. */
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

/** When its children go, and the focus with them, it is given back to what had it when they came, and the caret with it. */
export function FocusBack({ children }: { readonly children: ReactNode }) {
  // While it is drawn: what it covers loses the focus as soon as it is there.
  const [giveBack] = useState(keepFocus)
  useEffect(() => giveBack, [giveBack])
  return children
}

function keepFocus(): () => void {
  const { activeElement } = document
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined
  return () => {
    if (!(activeElement instanceof HTMLElement) || document.activeElement !== document.body) return
    // A text that gets the focus without it has its caret at its start.
    if (range && activeElement.contains(range.startContainer)) selection?.setBaseAndExtent(...endsOf(range))
    activeElement.focus({ preventScroll: true })
  }
}

const endsOf = (r: Range) => [r.startContainer, r.startOffset, r.endContainer, r.endOffset] as const
