/** The backups of the archive: made while one works, checked by opening them, put back from here; and whether the archive is sound. */
import {
  ArchiveRestore,
  CircleAlert,
  CircleCheck,
  DatabaseBackup,
  FileClock,
  History,
  ShieldCheck,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BanxinError } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { localTime } from '../library/local-time.ts'
import { RoomHead } from '../library/RoomHead.tsx'
import type { Backup } from '../../../shared/api/keep.ts'

/** What a save says where the archive is not there any more. */
const LOST: ReadonlySet<string> = new Set(['archive/moved', 'archive/overwritten'])

export function Backups() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const where = useStore(w.shell, (s) => s.info?.archive)
  const [version, setVersion] = useState(0)
  const [busy, setBusy] = useState<'backup' | 'check' | 'restore' | 'remove'>()
  const [checked, setChecked] = useState<{
    readonly sound: boolean
    readonly problems: readonly string[]
    readonly pages: number
  }>()
  const [asked, setAsked] = useState<Backup>()
  const [unwanted, setUnwanted] = useState<Backup>()
  /** Found not to be sound when they should have been put back. */
  const [broken, setBroken] = useState<readonly string[]>([])
  const listed = useAsync(() => call('backup.list', {}), [version], w.complain)
  const backups = listed?.map((b) => (broken.includes(b.name) ? { ...b, sound: false } : b))
  const stats = useAsync(() => call('archive.stats', {}), [version], w.complain)
  const count = (n: number) => n.toLocaleString('en')

  const during = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what)
    try {
      await work()
    } catch (error) {
      w.complain(error)
    } finally {
      setBusy(undefined)
      setVersion((n) => n + 1)
    }
  }
  const make = () =>
    during('backup', async () => {
      await w.autosave.flush()
      const made = await call('backup.now', {})
      w.tell('backups.made', { name: made.name })
    })
  const check = () => during('check', async () => setChecked(await call('archive.check', {})))
  const restore = (backup: Backup) =>
    during('restore', async () => {
      setAsked(undefined)
      const isSaved = await savedFirst(w)
      const { save } = w.desk.get()
      // Where the archive was deleted or written over nothing can be saved before a backup takes its place, and all is then.
      if (!isSaved && !(save.kind === 'failed' && LOST.has(save.code))) return
      const { kept } = await call('backup.restore', { name: backup.name }).catch((error: unknown) => {
        if (error instanceof BanxinError && error.code === 'backup/damaged') setBroken([...broken, backup.name])
        throw error
      })
      // The backup knows of no window, and this one stands on it now.
      void call('session.begin', {}).catch(() => {})
      if (isSaved || (await savedFirst(w))) await w.reload()
      const at = localTime(backup.at)
      if (kept === '') w.tell('backups.restoredAlone', { at })
      else w.tell('backups.restored', { at, kept })
    })
  const remove = ({ name, bytes }: Backup) =>
    during('remove', async () => {
      setUnwanted(undefined)
      await call('backup.remove', { name })
      w.tell('backups.removed', { size: megabytes(bytes) })
    })

  return (
    <div className="backups">
      <RoomHead title={t('room.backups')} note={where}>
        <button type="button" className="text-button" disabled={busy !== undefined} onClick={() => void check()}>
          <ShieldCheck aria-hidden size={14} strokeWidth={1.6} />
          {busy === 'check' ? t('backups.checking') : t('backups.check')}
        </button>
        <button type="button" className="text-button" disabled={busy !== undefined} onClick={() => void make()}>
          <DatabaseBackup aria-hidden size={14} strokeWidth={1.6} />
          {busy === 'backup' ? t('backups.making') : t('backups.make')}
        </button>
      </RoomHead>
      {stats && (
        <dl className="figures">
          {(
            [
              ['pages', count(stats.pages)],
              ['stories', count(stats.stories)],
              ['characters', count(stats.characters)],
              ['bytes', megabytes(stats.bytes)],
            ] as const
          ).map(([key, value]) => (
            <div key={key}>
              <dt>{t(`backups.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {checked && (
        <p className="verdict" data-sound={checked.sound} role="status">
          {checked.sound ? <CircleCheck aria-hidden size={15} /> : <CircleAlert aria-hidden size={15} />}
          {checked.sound
            ? t('backups.sound', { n: count(checked.pages) })
            : t('backups.unsound', { problems: checked.problems.slice(0, 3).join('；') })}
        </p>
      )}
      <ul className="list backup-list" aria-label={t('room.backups')}>
        {backups?.map((b) => (
          <li key={b.name} className="list-row">
            {b.log ? (
              <FileClock aria-label={t('backups.log')} size={16} />
            ) : b.former && b.sound ? (
              <History aria-label={t('backups.former')} size={16} />
            ) : b.sound ? (
              <CircleCheck aria-label={t('backups.isSound')} size={16} className="good" />
            ) : (
              <CircleAlert aria-label={t('backups.isDamaged')} size={16} className="bad" />
            )}
            <span className="list-text">
              <strong>
                {b.log || b.former
                  ? t(b.log ? 'backups.logAt' : 'backups.formerAt', { at: localTime(b.at) })
                  : localTime(b.at)}
              </strong>
              <span>{b.name}</span>
            </span>
            <span className="list-note">
              <span>
                {b.pages !== null
                  ? t('shelves.count', { n: count(b.pages) })
                  : b.sound || b.log
                    ? ''
                    : t('backups.isDamaged')}
              </span>
              <span>{megabytes(b.bytes)}</span>
            </span>
            {!b.log && (
              <button
                type="button"
                className="text-button"
                disabled={!b.sound || busy !== undefined}
                onClick={() => setAsked(b)}
              >
                <ArchiveRestore aria-hidden size={14} strokeWidth={1.6} />
                {t('backups.restore')}
              </button>
            )}
            {(b.former || b.log) && (
              <IconButton
                name={t(b.log ? 'backups.logRemove' : 'backups.remove')}
                icon={Trash2}
                disabled={busy !== undefined}
                onClick={() => setUnwanted(b)}
              />
            )}
          </li>
        ))}
      </ul>
      {backups?.length === 0 && (
        <div className="empty empty-room">
          <DatabaseBackup aria-hidden size={28} strokeWidth={1.2} />
          <p>{t('backups.none')}</p>
          <p className="empty-hint">{t('backups.noneHint')}</p>
        </div>
      )}
      {asked && (
        <Dialog title={t('backups.restore')} onClose={() => setAsked(undefined)}>
          <p className="dialog-text">
            {t(asked.former ? 'backups.restoreFormer' : 'backups.restoreBody', { at: localTime(asked.at) })}
          </p>
          <footer className="dialog-foot">
            <button type="button" className="button" data-first onClick={() => setAsked(undefined)}>
              {t('dialog.cancel')}
            </button>
            <button type="button" className="button button-main" onClick={() => void restore(asked)}>
              {t('backups.restoreDo')}
            </button>
          </footer>
        </Dialog>
      )}
      {unwanted && (
        <Dialog title={t(unwanted.log ? 'backups.logRemove' : 'backups.remove')} onClose={() => setUnwanted(undefined)}>
          <p className="dialog-text">
            {t(unwanted.log ? 'backups.logBody' : 'backups.removeBody', {
              at: localTime(unwanted.at),
              size: megabytes(unwanted.bytes),
            })}
          </p>
          <footer className="dialog-foot">
            <button type="button" className="button" data-first onClick={() => setUnwanted(undefined)}>
              {t('dialog.cancel')}
            </button>
            <button type="button" className="button button-danger" onClick={() => void remove(unwanted)}>
              {t('backups.removeDo')}
            </button>
          </footer>
        </Dialog>
      )}
    </div>
  )
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 2 : 1)} MB`
