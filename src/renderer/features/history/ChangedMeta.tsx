/** Over two versions as one text: what is said of the page, newspaper, day and number, where it is not the same in both. */
import { useTranslation } from 'react-i18next'
import { changedMeta } from '../../../shared/page/otherwise.ts'
import type { Page } from '../../../shared/page/page.ts'
import { langOf } from '../../ui/lang-of.ts'

export function ChangedMeta({ from, to }: { readonly from: Page; readonly to: Page }) {
  const { t } = useTranslation()
  const changes = changedMeta(from.meta, to.meta)
  if (changes.length === 0) return null
  return (
    <section className="changed-meta" aria-label={t('history.meta', { n: changes.length })}>
      <p className="pane-note">{t('history.meta', { n: changes.length })}</p>
      <dl>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`meta.${field}`)}</dt>
            <dd>
              <del lang={langOf(before ?? '')}>{before || t('history.metaNone')}</del>
              {' → '}
              <ins lang={langOf(after ?? '')}>{after || t('history.metaNone')}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
