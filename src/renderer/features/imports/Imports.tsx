/** Imports: files and folders become jobs, whose pages are named before they are read in; each job tells how it goes and what came of it. */
import { ClipboardPaste, Eye, EyeOff, FilePlus2, FolderPlus, Import } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
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

/** Milliseconds between two looks at whether the watched folder is there. */
const LOOK = 3000

/** The folder from which pages come in by themselves. */
function Watch() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [watched, setWatched] = useState<Watched>()
  useEffect(() => {
    // A drive with the folder may come and go while one looks.
    const read = () => void call('watch.state', {}).then(setWatched, () => {})
    read()
    const timer = setInterval(read, LOOK)
    return () => clearInterval(timer)
  }, [])
  const act = (work: () => Promise<Watched>) => void work().then(setWatched, w.complain)
  return watched?.folder ? (
    <span className="watched" title={watched.folder} data-there={watched.there} role="status">
      <Eye aria-hidden size={14} strokeWidth={1.6} />
      {t(watched.there ? 'imports.watching' : 'imports.watchGone', { folder: lastPart(watched.folder) })}
      <IconButton name={t('imports.watchStop')} icon={EyeOff} onClick={() => act(() => call('watch.stop', {}))} />
    </span>
  ) : (
    <button type="button" className="text-button" onClick={() => act(() => call('watch.choose', {}))}>
      <Eye aria-hidden size={14} strokeWidth={1.6} />
      {t('imports.watch')}
    </button>
  )
}
