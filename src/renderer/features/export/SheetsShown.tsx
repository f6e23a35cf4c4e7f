/** The sheets of a page as they will be printed, one under the other; a click makes them twice as large. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import type { SheetFormat } from './choices.ts'

type Props = { readonly id: number; readonly format: SheetFormat }

export function SheetsShown({ id, format }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const place = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number>()
  const [isLarge, setLarge] = useState(false)
  useEffect(() => {
    const gone = new AbortController()
    const draw = async () => {
      const { page, open } = w.desk.get()
      const now = open?.id === id && page ? page : (await call('page.get', { id })).page
      const { since } = format === 'proof' ? await call('proof.last', { id }) : { since: null }
      const { drawSheets } = await import('../layout/draw-sheets.ts')
      const { signal } = gone
      const sheets = await drawSheets(id, now, call, {
        signal,
        ...(format === 'proof' && { proof: { since: since ?? undefined } }),
      })
      if (signal.aborted) return
      place.current?.replaceChildren(...sheets)
      setCount(sheets.length)
    }
    draw().catch((error: unknown) => !gone.signal.aborted && w.complain(error))
    return () => gone.abort()
  }, [id, format, w])
  return (
    <div className="export-sheets">
      {count === undefined && <p className="empty">{t('preview.wait')}</p>}
      <button
        type="button"
        className="export-paper"
        data-large={isLarge}
        aria-label={t(isLarge ? 'export.smaller' : 'export.larger')}
        title={t(isLarge ? 'export.smaller' : 'export.larger')}
        hidden={count === undefined}
        onClick={() => setLarge(!isLarge)}
      >
        <span role="img" aria-label={t('export.sheets', { count: count ?? 0 })} ref={place} />
      </button>
    </div>
  )
}
