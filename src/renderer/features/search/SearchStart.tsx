/** What stands where nothing is looked for: the saved searches, and how a query is written. */
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { SavedSearch } from './SavedSearch.tsx'
import type { Undoing } from '../library/use-undo.ts'
import type { SavedSearch as Saved } from '../../../shared/api/search.ts'

/** Ways to write a query: what is typed, and the text that says what it finds. */
const WAYS = [
  ['江口新桥', 'search.way.word'],
  ['江口 通车', 'search.way.and'],
  ['江口 OR 河口', 'search.way.or'],
  ['新桥 NOT 收费', 'search.way.not'],
  ['-启事', 'search.way.without'],
  ['"New York"', 'search.way.phrase'],
  ['署名:林一舟', 'search.way.byline'],
  ['版:A04', 'search.way.page'],
  ['版:A04-A06', 'search.way.pages'],
  ['报纸:海湾日报', 'search.way.paper'],
  ['日期:2022..2023-06', 'search.way.date'],
  ['日期:无', 'search.way.undated'],
  ['标题:通车', 'search.way.title'],
  ['标题:(通车 OR 合龙)', 'search.way.group'],
  ['图说:大桥', 'search.way.caption'],
  ['关键词:交通', 'search.way.keyword'],
] as const

type Props = { readonly onTry: () => void; readonly offer: Undoing['offer'] }

export function SearchStart({ onTry, offer }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const saved = useStore(w.search, (s) => s.saved)
  const forget = async ({ id, name }: Saved) => offer(await w.search.forget(id), t('search.forgotten', { name }))
  return (
    <div className="finder-start">
      {saved.length > 0 && (
        <section aria-label={t('search.saved')}>
          <h3>{t('search.saved')}</h3>
          <ul>
            {saved.map((one) => (
              <SavedSearch
                key={one.id}
                one={one}
                onForget={() => void forget(one)}
                onRenamed={(operation, to) => offer(operation, t('search.renamed', { from: one.name, to }))}
              />
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('search.ways')}>
        <h3>{t('search.ways')}</h3>
        <ul>
          {WAYS.map(([typed, text]) => (
            <li key={text}>
              <button
                type="button"
                className="way"
                onClick={() => {
                  w.search.type(typed)
                  onTry()
                }}
              >
                <code lang={langOf(typed)}>{typed}</code>
                <span>{t(text)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="empty-hint">{t('search.waysHint')}</p>
      </section>
    </div>
  )
}
