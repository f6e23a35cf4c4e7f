/** A list of any length of which only the rows in view are drawn. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

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
  return (
    <div className="virtual" ref={box}>
      <ul style={{ height: rows.getTotalSize() }} aria-label={name}>
        {items.map((item) => (
          <li
            key={item.key}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)`, height }}
          >
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
