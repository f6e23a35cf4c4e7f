/** Two states of a page compared: their texts, and what is said of each. */
import { useTranslation } from 'react-i18next'
import { changedMeta } from '../../../shared/page/otherwise.ts'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { useAsync } from '../../ui/use-async.ts'
import { ChangedMeta } from './ChangedMeta.tsx'
import { Compared, lengths } from './Compared.tsx'
import { Otherwise } from './Otherwise.tsx'
import type { State } from './state.ts'

type Props = {
  readonly id: number
  readonly from: State
  readonly to: State
  readonly names: readonly [string, string]
}

export function Changes({ id, from, to, names }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const changes = useAsync(() => call('revision.compare', { id, from, to }), [id, from, to], w.complain)
  const pages = useAsync(
    async () =>
      from === 'source' || to === 'source'
        ? undefined
        : Promise.all([call('revision.get', { id, revision: from }), call('revision.get', { id, revision: to })]),
    [id, from, to],
    w.complain,
  )
  const same = changes !== undefined && changes.every((c) => c.kind === 'same')
  // What the versions have in common is told when both were looked at.
  const told = changes !== undefined && (!same || pages !== undefined || from === 'source' || to === 'source')
  const otherMeta = pages && changedMeta(pages[0].meta, pages[1].meta).length > 0
  return (
    <section className="column-main changes" aria-label={t('history.changes')}>
      <Compared
        names={names}
        changes={changes}
        label={t('history.changes')}
        note={told && (same ? t(otherMeta ? 'history.sameBut' : 'history.same') : t('history.count', lengths(changes)))}
        before={pages && <ChangedMeta from={pages[0]} to={pages[1]} />}
        after={pages && <Otherwise from={pages[0]} to={pages[1]} />}
      />
    </section>
  )
}
