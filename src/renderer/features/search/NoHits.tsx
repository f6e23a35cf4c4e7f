/** What stands where nothing was found: other searches that are one key away, with what each finds, and what helps in general. */
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { nameOf } from './Facets.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import type { Try } from '../../../shared/api/search.ts'

export function NoHits({ onTry }: { readonly onTry: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const tries = useStore(w.search, (s) => s.tries)
  return (
    <div className="finder-start no-hits">
      {tries.length > 0 && (
        <section aria-label={t('search.try')}>
          <h3>{t('search.try')}</h3>
          <ul>
            {tries.map((one) => (
              <li key={`${one.kind}${one.text}`}>
                <button
                  type="button"
                  className="try"
                  onClick={() => {
                    w.search.look(one.search)
                    onTry()
                  }}
                >
                  <span>
                    <Sentence text={t(`search.try.${SAID[one.kind]}`, { name: nameOf(one.kind, one.text, t) })} />
                  </span>
                  <b>{t('search.try.found', { n: one.total.toLocaleString('en') })}</b>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="try-hints">
        <li>{t('search.tryHint1')}</li>
        <li>{t('search.tryHint2')}</li>
        <li>{t('search.tryHint3')}</li>
      </ul>
    </div>
  )
}

const SAID = {
  publications: 'filter',
  years: 'filter',
  roles: 'filter',
  people: 'filter',
  keywords: 'filter',
  dates: 'filter',
  filters: 'filters',
  word: 'word',
  shorter: 'shorter',
  spelling: 'spelling',
} as const satisfies Readonly<Record<Try['kind'], string>>
