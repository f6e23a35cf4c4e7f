/** How many pages of an action are done. */
import { useTranslation } from 'react-i18next'
import type { EventData } from '../../../shared/api.ts'

export function Progress({ done, total }: EventData<'operation.progress'>) {
  const { t } = useTranslation()
  return (
    <>
      <span role="status">
        {t('shelves.progress', { done: done.toLocaleString('en'), total: total.toLocaleString('en') })}
      </span>
      <progress value={done} max={total} aria-hidden />
    </>
  )
}
