/** A list of any length of which only the rows in view are drawn; keys go from row to row, to the same control in each. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { focusRow } from './focus-row.ts'
import { CONTROLS, controlOf } from './step-in-list.ts'
import { stepTo } from './step.ts'
import type { KeyboardEvent, ReactNode } from 'react'

type Props = {
  readonly name: string
  readonly count: number
  /** Height of a row in CSS pixels. */
  readonly height: number
  readonly row: (index: number) => ReactNode
  /** Told what is in view, for lists that are read as they are scrolled. */
  readonly onShow?: (from: number, to: number) => void
}

export function VirtualList({ name, count, height, row, onShow }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count, getScrollElement: () => box.current, estimateSize: () => height, overscan: 10 })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => onShow?.(first, last), [onShow, first, last, count])
  const onKey = (event: KeyboardEvent<HTMLElement>, index: number) => {
    // The row under a button that removes rows is the next one: held down, it removes one.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
    const at = controlOf(event.currentTarget, event.target)
    const to = at === undefined ? undefined : stepTo(event.key, index, count)
    if (to === undefined) return
    event.preventDefault()
    rows.scrollToIndex(to)
    focusRow(box.current, `[aria-posinset="${to + 1}"] ${CONTROLS}`, at)
  }
  return (
    <div className="virtual" ref={box}>
      <ul style={{ height: rows.getTotalSize() }} aria-label={name}>
        {items.map((item) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the controls in it
          <li
            key={item.key}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)`, height }}
            onKeyDown={(event) => onKey(event, item.index)}
          >
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
