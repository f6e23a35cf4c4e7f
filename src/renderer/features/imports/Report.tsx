/** What came of a job, or comes while it runs: its figures, and every file with its outcome, its likeness or the reason it failed. */
import { CircleAlert, CircleCheck, Copy, Files, Hourglass } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { skippedText } from '../../../shared/api/jobs.ts'
import { noticeText } from '../../../shared/api/notices.ts'
import { errorText, isErrorCode } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { langOf } from '../../ui/lang-of.ts'
import { useAsync } from '../../ui/use-async.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useFileWindow } from './file-window.ts'
import { duration, lastPart } from './imports.ts'
import type { Job, JobFile } from '../../../shared/api/jobs.ts'
import type { Outcome } from './file-window.ts'

const TABS = [undefined, 'new', 'duplicate', 'alike', 'noticed', 'failed'] as const

export function Report({ job }: { readonly job: Job }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [tab, setTab] = useState<Outcome>()
  const files = useFileWindow(job.id, tab, w.complain)
  const { refresh } = files
  // The job moved on, or grew: what is in view may have an outcome now, and more may stand below it.
  useEffect(refresh, [refresh, job.done, job.total, job.state])
  // How many pages have notices is no figure of the job: it is counted when the job rests, not at every step.
  const noticed = useAsync(
    async () =>
      job.state === 'running'
        ? undefined
        : (await call('job.files', { id: job.id, outcome: 'noticed', offset: 0, limit: 1 })).total,
    [job.id, job.state],
    w.complain,
  )
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that began it is gone, and the focus with it.
    if (document.activeElement === document.body) box.current?.focus()
  }, [])
  const stories = useAsync(
    async () => (job.state === 'running' ? undefined : call('job.stories', { id: job.id })),
    [job.id, job.state],
    w.complain,
  )
  const count = (n: number) => n.toLocaleString('en')
  const figures: Readonly<Record<string, number | undefined>> = {
    all: job.total,
    new: job.pages,
    duplicate: job.duplicates,
    alike: job.alike,
    failed: job.failed,
    noticed: tab === 'noticed' ? (files.total ?? noticed) : noticed,
  }
  const skipped = skippedText(job.skipped, langNow())
  return (
    <section className="column-main report" aria-label={t('imports.report')} tabIndex={-1} ref={box}>
      <div className="report-head" role="status">
        <strong>
          {t(stories === undefined ? 'imports.running' : 'imports.summary', {
            pages: count(job.pages),
            stories: stories === undefined ? '' : count(stories),
            characters: count(job.characters),
          })}
        </strong>
        <span className="pane-note">
          {t('imports.took', { time: duration(job.seconds, t) })}
          {job.seconds > 0 && ` · ${t('imports.rate', { n: (job.done / job.seconds).toFixed(1) })}`}
        </span>
        {skipped !== undefined && <span className="skipped">{skipped}</span>}
      </div>
      {job.stopped && (
        <p className="report-stopped" role="alert">
          <CircleAlert aria-hidden size={15} strokeWidth={1.6} />
          {job.stopped.code === 'disk/full'
            ? t('imports.stoppedFull')
            : t('imports.stopped', {
                why: errorText(
                  isErrorCode(job.stopped.code) ? job.stopped.code : 'internal',
                  job.stopped.params,
                  langNow(),
                ),
              })}
        </p>
      )}
      <div className="tabs" role="tablist" aria-label={t('imports.outcomes')}>
        {TABS.map((id) => (
          <button
            key={id ?? 'all'}
            type="button"
            role="tab"
            className="tab"
            aria-selected={id === tab}
            onClick={() => setTab(id)}
          >
            {t(`imports.tab.${id ?? 'all'}`)}
            {figures[id ?? 'all'] !== undefined && <b>{count(figures[id ?? 'all'] ?? 0)}</b>}
          </button>
        ))}
      </div>
      {files.total === 0 && <p className="empty">{t('imports.tabEmpty')}</p>}
      <VirtualList
        name={t('imports.report')}
        count={files.total ?? 0}
        height={46}
        onShow={files.show}
        row={(index) => {
          const file = files.at(index)
          return file && <Row file={file} />
        }}
      />
    </section>
  )
}

function Row({ file }: { readonly file: JobFile }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const open = (page: number) => {
    w.rooms.set({ room: undefined })
    void w.openPage(page)
  }
  const { outcome, page, like, meta } = file
  const said = [meta.publication, meta.date, meta.number, meta.section].filter(Boolean)
  const Icon =
    outcome === null ? Hourglass : outcome === 'failed' ? CircleAlert : outcome === 'duplicate' ? Copy : CircleCheck
  return (
    <div className="list-row report-row" data-outcome={outcome ?? 'waiting'}>
      <Icon aria-label={t(`imports.outcome.${outcome ?? 'waiting'}`)} size={15} strokeWidth={1.7} />
      <span className="list-text">
        <strong lang={langOf(file.name)}>{file.name}</strong>
        <span>
          {outcome === 'failed' && file.code ? (
            isErrorCode(file.code) ? (
              errorText(file.code, { ...file.params, name: lastPart(file.name) }, langNow())
            ) : (
              file.code
            )
          ) : (
            <bdi lang={langOf(said.join())}>{said.join(' · ')}</bdi>
          )}
          {said.length > 0 && file.notices.length > 0 && ' · '}
          {file.notices.map((notice, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- a file may have the same notice twice, and they stay as they are
            <em key={i} className="warn">
              {noticeText(notice, langNow())}
            </em>
          ))}
        </span>
      </span>
      {like && (
        <button type="button" className="text-button" onClick={() => open(like.page)}>
          <Files aria-hidden size={13} strokeWidth={1.6} />
          {t('imports.like', { percent: Math.round(like.likeness * 100) })}
        </button>
      )}
      {page !== null && (
        <button type="button" className="text-button" onClick={() => open(page)}>
          {outcome === 'duplicate' ? t('imports.openSame') : t('imports.open')}
        </button>
      )}
    </div>
  )
}
