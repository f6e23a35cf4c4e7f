/** What of the query was not understood, right below the field, with what was perhaps meant. */
import { Info } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { remarkText } from '../../../shared/search/remarks.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'

export function Remarks() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const remarks = useStore(w.search, (s) => s.remarks)
  return (
    <ul id="search-remarks" className="remarks" role="status" hidden={remarks.length === 0}>
      {remarks.map((remark) => (
        <li key={`${remark.kind}${remark.text}`}>
          <Info aria-hidden size={14} strokeWidth={1.8} />
          <p>
            {remarkText(remark, langNow())}
            {remark.instead !== undefined && (
              <button
                type="button"
                className="remark-instead"
                onClick={() => w.search.look({ ...w.search.input(), query: remark.instead ?? '' })}
              >
                {t('search.try.instead', { name: remark.instead })}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
