/** The issues of a newspaper, newest first, each with its pages and how far they are. */
// oxlint-disable react/incompatible-library -- there is no compiler whose memory the virtual list could confuse
import { useVirtualizer } from '@tanstack/react-virtual'
import { Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { focusRow } from '../../ui/focus-row.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { stepTo } from '../../ui/step.ts'
import { useAsync } from '../../ui/use-async.ts'
import type { KeyboardEvent } from 'react'
import type { Issue } from '../../../shared/api/library.ts'
import type { Acts } from './use-acts.ts'

/** Height of a row in CSS pixels; the style sheet says the same. */
const ROW = 34

type Props = {
  readonly publication: number
  readonly issue: number | undefined
  readonly version: number
  readonly acts: Acts
}

export function IssueList({ publication, issue, version, acts }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const issues = useAsync(() => call('library.issues', { publication }), [publication, version], w.complain) ?? []
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: issues.length + 1,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const to = stepTo(event.key, Number(event.currentTarget.dataset['index']), issues.length + 1)
    if (to === undefined) return
    event.preventDefault()
    rows.scrollToIndex(to)
    focusRow(box.current, `[data-index="${to}"]`)
  }
  const bin = async (one: Issue) => {
    const done = await acts.act('shelves.binned', () => call('issue.bin', { id: one.id }))
    // Who looks at another stays there.
    if (done && w.shelf.get().issue === one.id) w.shelf.set({ issue: undefined })
  }
  const chosen = issues.findIndex((i) => i.id === issue) + 1
  return (
    <nav className="column column-issues" aria-label={t('shelves.issues')}>
      <div className="column-scroll" ref={box}>
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const one = issues[row.index - 1]
            if (!one && row.index > 0) return null
            return (
              <li key={one?.id ?? 'all'} className="place" style={{ transform: `translateY(${row.start}px)` }}>
                <button
                  type="button"
                  className="column-row"
                  data-index={row.index}
                  aria-current={row.index === chosen ? 'true' : undefined}
                  tabIndex={row.index === chosen ? 0 : -1}
                  title={one && statesOf(one)}
                  onKeyDown={onKey}
                  onClick={() => w.shelf.set({ issue: one?.id, view: 'list', ...(one && { opened: undefined }) })}
                >
                  <span>{one ? one.date || t('shelves.noDate') : t('shelves.allIssues')}</span>
                  {one && <StepsReached issue={one} />}
                  <b>
                    {one
                      ? t('shelves.pages', { n: one.pages.toLocaleString('en') })
                      : issues.length.toLocaleString('en')}
                  </b>
                </button>
                {one && (
                  <IconButton
                    name={t('shelves.binIssue', { date: one.date || t('shelves.noDate') })}
                    icon={Trash2}
                    className="row-tool"
                    tabIndex={row.index === chosen ? 0 : -1}
                    onClick={() => void bin(one)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </nav>
  )
}

/** How many of the issue's pages have reached a step. */
function StepsReached({ issue }: { readonly issue: Issue }) {
  const begun = issue.pages - (issue.states[''] ?? 0)
  return begun === 0 ? null : (
    <span className="share" aria-hidden>
      <i style={{ width: `${(100 * begun) / issue.pages}%` }} />
    </span>
  )
}

const statesOf = (issue: Issue): string =>
  Object.entries(issue.states)
    .filter(([step]) => step !== '')
    .map(([step, n]) => `${step} ${n}`)
    .join(' · ')
