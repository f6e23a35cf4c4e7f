/** Two texts as one: what only the first has is struck out, what only the second has is marked; one goes from change to change. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/IconButton.tsx'
import type { ReactNode } from 'react'
import type { Change } from '../../../shared/diff.ts'

type Props = {
  readonly names: readonly [from: string, to: string]
  /** Undefined while they are looked for. */
  readonly changes: readonly Change[] | undefined
  readonly label: string
  readonly note: ReactNode
  readonly before?: ReactNode
  readonly after?: ReactNode
  /** The first change is gone to at once. */
  readonly atFirst?: boolean
}

export function Compared({ names, changes, label, note, before, after, atFirst = false }: Props) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const same = changes?.every((c) => c.kind === 'same') ?? false
  const step = (by: 1 | -1) => goOn(box.current, by)
  useEffect(() => {
    if (atFirst) goOn(box.current, 1)
  }, [atFirst, changes])
  return (
    <>
      <header className="changes-head">
        <span>
          <del>{names[0]}</del> → <ins>{names[1]}</ins>
        </span>
        <span className="pane-note" role="status">
          {note}
        </span>
        <span className="changes-steps">
          <IconButton name={t('history.before')} icon={ChevronUp} disabled={same} onClick={() => step(-1)} />
          <IconButton name={t('history.after')} icon={ChevronDown} disabled={same} onClick={() => step(1)} />
        </span>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls must be reached by key */}
      <div className="changes-text" ref={box} role="group" tabIndex={0} aria-label={label}>
        {before}
        {changes && <ChangedText changes={changes} />}
        {after}
      </div>
    </>
  )
}

/** Characters that only one of the two has, without blanks. */
export function lengths(changes: readonly Change[]): { readonly out: number; readonly in: number } {
  const of = (kind: Change['kind']) =>
    changes.reduce((sum, c) => sum + (c.kind === kind ? c.text.replaceAll(/\s/g, '').length : 0), 0)
  return { out: of('out'), in: of('in') }
}

function goOn(box: HTMLElement | null, by: 1 | -1): void {
  const marks = [...(box?.querySelectorAll<HTMLElement>('[data-change]') ?? [])]
  const now = marks.findIndex((m) => m.dataset['here'] === 'true')
  const next = marks[Math.min(marks.length - 1, Math.max(0, now + by))]
  for (const mark of marks) mark.dataset['here'] = String(mark === next)
  next?.scrollIntoView({ block: 'center' })
}

/** The stretches in their order, with their line ends. */
const ChangedText = ({ changes }: { readonly changes: readonly Change[] }) => (
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
