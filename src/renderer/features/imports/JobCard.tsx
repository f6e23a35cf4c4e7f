/** A job in the list: how far it is, how fast, how long still; pause, go on, cancel, forget. */
import { Pause, Play, Square, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { localTime } from '../library/local-time.ts'
import { duration, lastPart } from './imports.ts'
import type { Job } from '../../../shared/api/jobs.ts'

export function JobCard({ job, here }: { readonly job: Job; readonly here: boolean }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const { state } = job
  const count = (n: number) => n.toLocaleString('en')
  return (
    <li className="job" data-current={here} data-state={state}>
      <button
        type="button"
        className="job-main"
        aria-current={here ? 'true' : undefined}
        onClick={() => w.imports.show(job.id)}
      >
        <strong title={job.label} lang={langOf(lastPart(job.label))}>
          {lastPart(job.label)}
        </strong>
        <span className="job-line">
          <em>{t(job.stopped ? 'imports.state.stopped' : `imports.state.${state}`)}</em>
          {localTime(job.createdAt)}
        </span>
        {state !== 'waiting' && (
          <progress value={job.done} max={Math.max(1, job.total)} aria-label={t('imports.progress')} />
        )}
        <span className="job-line">
          {state === 'waiting'
            ? t('imports.found', { n: count(job.total) })
            : t('imports.done', { done: count(job.done), total: count(job.total) })}
          {job.failed > 0 && <span className="job-failed">{t('imports.failed', { n: count(job.failed) })}</span>}
          {state === 'running' && job.rate > 0 && (
            <span>{t('imports.rate', { n: job.rate.toFixed(job.rate < 10 ? 1 : 0) })}</span>
          )}
          {state === 'running' && job.left !== null && (
            <span>{t('imports.left', { time: duration(job.left, t) })}</span>
          )}
        </span>
      </button>
      <span className="job-tools">
        {state === 'running' && (
          <IconButton name={t('imports.pause')} icon={Pause} onClick={() => void w.imports.pause(job.id)} />
        )}
        {state === 'paused' && (
          <IconButton name={t('imports.goOn')} icon={Play} onClick={() => void w.imports.start(job.id)} />
        )}
        {(state === 'running' || state === 'paused') && (
          <IconButton name={t('imports.cancel')} icon={Square} onClick={() => void w.imports.cancel(job.id)} />
        )}
        {state !== 'running' && state !== 'paused' && (
          <IconButton name={t('imports.forget')} icon={X} onClick={() => void w.imports.remove(job.id)} />
        )}
      </span>
    </li>
  )
}
