/** The steps of one thing in a row: those reached are ticked, the last with name and time; a press takes it there or back. */
import { useTranslation } from 'react-i18next'
import { langOf } from '../../ui/lang-of.ts'
import { Sentence } from '../../ui/Sentence.tsx'
import { timeOf } from './time.ts'
import type { StateEntry } from '../../../shared/api/library.ts'
import type { States } from './time.ts'

type Props = {
  readonly title: string
  readonly steps: readonly string[]
  readonly entry: StateEntry | null
  readonly log: States['log']
  readonly first?: boolean
  /** '' takes it back to not begun. */
  readonly onSet: (step: string) => void
}

export function Steps({ title, steps, entry, log, first, onSet }: Props) {
  const { t } = useTranslation()
  // A changed page has lost its step in the archive's list; the record still says which one it was.
  const lost = entry === null && log[0]?.step === '' ? log.find((l) => l.step !== '')?.step : undefined
  const reopened = entry?.open ? entry.step : lost
  const at = entry && !entry.open ? steps.indexOf(entry.step) : -1
  return (
    <section className="steps" aria-label={title}>
      <h3>
        <Sentence text={title} />
      </h3>
      <ol>
        {steps.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              className="step"
              data-done={i <= at}
              data-reopened={step === reopened}
              aria-pressed={i === at}
              {...(first && i === 0 ? { 'data-first': '' } : {})}
              onClick={() => onSet(i === at ? (steps[i - 1] ?? '') : step)}
            >
              <span aria-hidden>{i <= at ? '✓' : step === reopened ? '↺' : i + 1}</span>{' '}
              <span lang={langOf(step)}>{step}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className="step-note">
        <Sentence
          text={
            reopened !== undefined
              ? t('state.reopened', { step: reopened })
              : entry
                ? t('state.by', { who: entry.who, time: timeOf(entry.at) })
                : t('state.none')
          }
        />
      </p>
    </section>
  )
}
