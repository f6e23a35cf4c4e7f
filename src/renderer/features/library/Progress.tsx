/** How many pages of an action are done, and to stop it where that can be: what it did until then can be undone. */
import { useTranslation } from 'react-i18next'
import type { EventData } from '../../../shared/api.ts'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'

export function Progress({ done, total, operation }: EventData<'operation.progress'>) {
  const { t } = useTranslation()
  const w = useWorkstation()
  return (
    <>
      <span role="status">
        {t('shelves.progress', { done: done.toLocaleString('en'), total: total.toLocaleString('en') })}
      </span>
      <progress value={done} max={total} aria-hidden />
      {operation !== undefined && (
        <button
          type="button"
          className="text-button"
          onClick={() => void call('operation.cancel', { id: operation }).catch(w.complain)}
        >
          {t('export.stop')}
        </button>
      )}
    </>
  )
}
