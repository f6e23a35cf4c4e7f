/** A field for a day, written as people write it; it tells of whole days only and says when it holds none. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDay } from './day.ts'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  /** YYYY-MM-DD or ''. */
  readonly value: string
  readonly onDay: (day: string) => void
}

export function DayField({ value, onDay, ...rest }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  /** It was to be sent on as no day. */
  const [told, setTold] = useState(false)
  if (known !== value) {
    setKnown(value)
    if (readDay(text) !== value) setText(value)
  }
  const day = readDay(text)
  return (
    <>
      <input
        inputMode="numeric"
        maxLength={12}
        {...rest}
        value={text}
        aria-invalid={day === undefined}
        title={day === undefined ? t('day.wrong') : undefined}
        ref={(input) => input?.setCustomValidity(day === undefined ? t('day.wrong') : '')}
        onChange={(event) => {
          setText(event.target.value)
          const read = readDay(event.target.value)
          if (read !== undefined && read !== value) onDay(read)
        }}
        onInvalid={(event) => {
          // The platform's own bubble stands over the next field, and in a font of its own.
          event.preventDefault()
          setTold(true)
          event.currentTarget.focus()
        }}
        onBlur={(event) => {
          if (day !== undefined) setText(day)
          rest.onBlur?.(event)
        }}
      />
      {told && day === undefined && (
        // Read out as the field's description.
        <small className="field-wrong" aria-hidden>
          {t('day.wrong')}
        </small>
      )}
    </>
  )
}
