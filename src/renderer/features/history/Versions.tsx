/** In a conflict: the archive's version and the window's, as one text that shows where they differ. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { diff } from '../../../shared/diff.ts'
import { textOfPage } from '../../../shared/page/walk.ts'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { useAsync } from '../../ui/use-async.ts'
import { localTime } from '../library/local-time.ts'
import { Compared, lengths } from './Compared.tsx'
import { Otherwise } from './Otherwise.tsx'

export function Versions() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const mine = useStore(w.desk, (s) => s.page)
  const stored = useAsync(
    async () => {
      if (id === undefined) return undefined
      const [page, revisions] = await Promise.all([call('page.get', { id }), call('revision.list', { id })])
      return { page: page.page, newest: revisions[0] }
    },
    [id],
    w.complain,
  )
  const changes = useMemo(() => (stored && mine ? diff(textOfPage(stored.page), textOfPage(mine)) : []), [stored, mine])
  if (!stored) return null
  const { newest } = stored
  return (
    <>
      {newest && <p className="pane-note">{t('conflict.who', { who: newest.who, at: localTime(newest.at) })}</p>}
      <section className="changes conflict-text" aria-label={t('conflict.compare')}>
        <Compared
          names={[t('conflict.stored'), t('conflict.own')]}
          changes={changes}
          label={t('conflict.compare')}
          note={t('conflict.count', lengths(changes))}
          after={mine && <Otherwise from={stored.page} to={mine} />}
          atFirst
        />
      </section>
    </>
  )
}
