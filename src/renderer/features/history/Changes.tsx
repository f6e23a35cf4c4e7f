/** Two states of a page as one text: what went is struck out, what came is marked; one goes from change to change. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { changedMeta } from '../../../shared/page/otherwise.ts'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { ChangedMeta } from './ChangedMeta.tsx'
import { Otherwise } from './Otherwise.tsx'
import type { State } from './state.ts'

type Change = { readonly kind: 'same' | 'out' | 'in'; readonly text: string }
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
  const box = useRef<HTMLDivElement>(null)
  const length = (kind: Change['kind']) =>
    changes?.reduce((sum, c) => sum + (c.kind === kind ? c.text.replaceAll(/\s/g, '').length : 0), 0) ?? 0
  const same = changes !== undefined && changes.every((c) => c.kind === 'same')
  // What the versions have in common is told when both were looked at.
  const told = changes !== undefined && (!same || pages !== undefined || from === 'source' || to === 'source')
  const lengths = { out: length('out'), in: length('in') }
  const otherMeta = pages && changedMeta(pages[0].meta, pages[1].meta).length > 0
  const step = (by: 1 | -1) => {
    const marks = [...(box.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
    const now = marks.findIndex((m) => m.dataset['here'] === 'true')
    const next = marks[Math.min(marks.length - 1, Math.max(0, now + by))]
    for (const mark of marks) mark.dataset['here'] = String(mark === next)
    next?.scrollIntoView({ block: 'center' })
  }
  return (
    <section className="column-main changes" aria-label={t('history.changes')}>
      <header className="changes-head">
        <span>
          <del>{names[0]}</del> → <ins>{names[1]}</ins>
        </span>
        <span className="pane-note" role="status">
          {told && (same ? t(otherMeta ? 'history.sameBut' : 'history.same') : t('history.count', lengths))}
        </span>
        <span className="changes-steps">
          <IconButton name={t('history.before')} icon={ChevronUp} disabled={same} onClick={() => step(-1)} />
          <IconButton name={t('history.after')} icon={ChevronDown} disabled={same} onClick={() => step(1)} />
        </span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reached by key */}
      <div className="changes-text" ref={box} role="group" tabIndex={0} aria-label={t('history.changes')}>
        {pages && <ChangedMeta from={pages[0]} to={pages[1]} />}
        {changes && <ChangedText changes={changes} />}
        {pages && <Otherwise from={pages[0]} to={pages[1]} />}
      </div>
    </section>
  )
}

/** The stretches in their order, with their line ends. */
export const ChangedText = ({ changes }: { readonly changes: readonly Change[] }) => (
  <div lang="zh-Hans">
    {changes.map((change, index) => {
      const Tag = change.kind === 'out' ? 'del' : change.kind === 'in' ? 'ins' : 'span'
      return (
        // oxlint-disable-next-line react/no-array-index-key -- a stretch is nothing but its place
        <Tag key={index} data-change={change.kind === 'same' ? undefined : change.kind}>
          {change.kind === 'same' ? change.text : change.text.replaceAll('\n', '¶\n')}
        </Tag>
      )
    })}
  </div>
)
