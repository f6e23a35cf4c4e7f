/** Imports: files and folders become jobs, whose pages are named before they are read in; each job tells how it goes and what came of it. */
import { ClipboardPaste, Eye, EyeOff, FilePlus2, FolderPlus, Import } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { RoomHead } from '../library/RoomHead.tsx'
import { Correction } from './Correction.tsx'
import { lastPart } from './imports.ts'
import { JobCard } from './JobCard.tsx'
import { Report } from './Report.tsx'
import type { Watched } from '../../../shared/api/offers.ts'

export function Imports() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const jobs = useStore(w.imports, (s) => s.jobs)
  const shown = useStore(w.imports, (s) => s.shown)
  const job = jobs?.find((j) => j.id === shown)
  useEffect(() => {
    void w.imports.read()
    return w.imports.listen()
  }, [w])

  return (
    <div className="imports">
      <RoomHead title={t('room.imports')}>
        <Watch />
        <button type="button" className="text-button" onClick={() => void w.openFiles()}>
          <FilePlus2 aria-hidden size={14} strokeWidth={1.6} />
          {t('imports.files')}
        </button>
        <button type="button" className="text-button" onClick={() => void w.openFolder()}>
          <FolderPlus aria-hidden size={14} strokeWidth={1.6} />
          {t('imports.folder')}
        </button>
        <button type="button" className="text-button" onClick={() => w.shell.set({ dialog: { name: 'paste' } })}>
          <ClipboardPaste aria-hidden size={14} strokeWidth={1.6} />
          {t('imports.paste')}
        </button>
      </RoomHead>
      {jobs?.length === 0 ? (
        <div className="empty empty-room">
          <Import aria-hidden size={28} strokeWidth={1.2} />
          <p>{t('imports.none')}</p>
          <p className="empty-hint">{t('imports.noneHint')}</p>
        </div>
      ) : (
        <div className="imports-columns">
          <ul className="column jobs" aria-label={t('imports.jobs')}>
            {jobs?.map((j) => (
              <JobCard key={j.id} job={j} here={j.id === shown} />
            ))}
          </ul>
          {job && (job.state === 'waiting' ? <Correction key={job.id} job={job} /> : <Report key={job.id} job={job} />)}
        </div>
      )}
    </div>
  )
}

/** The folder from which pages come in by themselves. */
function Watch() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const read = useAsync(() => call('watch.state', {}), [], w.complain)
  const [changed, setChanged] = useState<Watched>()
  const watched = changed ?? read
  const act = (work: () => Promise<Watched>) => void work().then(setChanged, w.complain)
  return watched?.folder ? (
    <span className="watched" title={watched.folder}>
      <Eye aria-hidden size={14} strokeWidth={1.6} />
      {t('imports.watching', { folder: lastPart(watched.folder) })}
      <IconButton name={t('imports.watchStop')} icon={EyeOff} onClick={() => act(() => call('watch.stop', {}))} />
    </span>
  ) : (
    <button type="button" className="text-button" onClick={() => act(() => call('watch.choose', {}))}>
      <Eye aria-hidden size={14} strokeWidth={1.6} />
      {t('imports.watch')}
    </button>
  )
}
