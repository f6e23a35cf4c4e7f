/** Under two versions as one text: the blocks that read the same in both and yet are not, which the text cannot show. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { changedOtherwise } from '../../../shared/page/otherwise.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import type { Block, Page } from '../../../shared/page/page.ts'

export function Otherwise({ from, to }: { readonly from: Page; readonly to: Page }) {
  const { t } = useTranslation()
  const changes = useMemo(() => changedOtherwise(from, to), [from, to])
  if (changes.length === 0) return null
  const role = (b: Block) => ROLE_NAMES[b.role][langNow()]
  return (
    <section className="otherwise" aria-label={t('history.otherwise', { n: changes.length })}>
      <p className="pane-note">{t('history.otherwise', { n: changes.length })}</p>
      <ul>
        {changes.map(({ before, after }) => (
          <li key={after.id}>
            {before.role === after.role ? (
              <span>{t('history.marks', { role: role(after) })}</span>
            ) : (
              <span>
                <del>{role(before)}</del> → <ins>{role(after)}</ins>
              </span>
            )}{' '}
            <q lang="zh-Hans">{[...after.text].slice(0, 24).join('')}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}
