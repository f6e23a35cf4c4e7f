/** A field for a day, written as people write it; it tells of whole days only and says when it holds none. */
import { useState } from 'react'
import { readDay } from '../features/library/days.ts'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  /** YYYY-MM-DD or ''. */
  readonly value: string
  readonly onDay: (day: string) => void
}

export function DayField({ value, onDay, ...rest }: Props) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (readDay(text) !== value) setText(value)
  }
  const day = readDay(text)
  return (
    <input
      inputMode="numeric"
      maxLength={12}
      {...rest}
      value={text}
      aria-invalid={day === undefined}
      onChange={(event) => {
        setText(event.target.value)
        const read = readDay(event.target.value)
        if (read !== undefined && read !== value) onDay(read)
      }}
      onBlur={(event) => {
        if (day !== undefined) setText(day)
        rest.onBlur?.(event)
      }}
    />
  )
}
