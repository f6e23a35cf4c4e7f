/** The archive's rooms: the rail names them, Escape leads back to the page. */
import {
  Archive,
  ArchiveRestore,
  BookA,
  History as Past,
  Import,
  Replace as Swap,
  Trash2,
  Users,
  X,
} from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { focusFirst } from '../../ui/focus-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { withTips } from '../../ui/tips.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Backups } from '../backups/Backups.tsx'
import { Bin } from '../bin/Bin.tsx'
import { Dictionary } from '../dictionary/Dictionary.tsx'
import { History } from '../history/History.tsx'
import { Imports } from '../imports/Imports.tsx'
import { People } from '../people/People.tsx'
import { Replace } from '../search/Replace.tsx'
import { Shelves } from './Shelves.tsx'
import { ROOMS } from './rooms.ts'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Room } from './rooms.ts'

const DOORS: Readonly<Record<Room, { readonly icon: LucideIcon; readonly View: ComponentType }>> = {
  library: { icon: Archive, View: Shelves },
  imports: { icon: Import, View: Imports },
  replace: { icon: Swap, View: Replace },
  people: { icon: Users, View: People },
  dictionary: { icon: BookA, View: Dictionary },
  bin: { icon: Trash2, View: Bin },
  backups: { icon: ArchiveRestore, View: Backups },
  history: { icon: Past, View: History },
}

/** What may lie over a room. */
const OVER = 'dialog[open], [data-radix-popper-content-wrapper] [role=menu]'

export const Building = withTips(BuildingOf)

function BuildingOf({ room }: { readonly room: Room }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const box = useRef<HTMLDivElement>(null)
  const hasPage = useStore(w.desk, (s) => s.page !== undefined)
  const leave = useCallback(() => w.rooms.set({ room: undefined }), [w])
  useEffect(() => {
    // Heard everywhere: what had the focus may be gone by now. A dialog or a menu over the room closes itself first.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || document.querySelector(OVER)) return
      leave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [leave])
  useEffect(() => {
    const main = box.current?.querySelector<HTMLElement>('.room-main')
    if (main && !focusFirst(main)) main.focus()
  }, [room])
  const { View } = DOORS[room]
  return (
    <main className="rooms" ref={box} aria-label={t('room.title')}>
      <nav className="rail" aria-label={t('room.title')}>
        {ROOMS.map((id) => (
          <Door key={id} id={id} here={id === room} />
        ))}
        {hasPage && (
          <>
            <hr />
            <Door id="history" here={room === 'history'} />
          </>
        )}
      </nav>
      <section className="room-main" tabIndex={-1} aria-label={t(`room.${room}`)}>
        <View />
      </section>
      <IconButton name={t('room.leave')} icon={X} shortcut="Escape" className="rooms-close" onClick={leave} />
    </main>
  )
}

function Door({ id, here }: { readonly id: Room; readonly here: boolean }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const { icon: Icon } = DOORS[id]
  return (
    <button
      type="button"
      className="door"
      aria-current={here ? 'page' : undefined}
      onClick={() => w.rooms.set({ room: id })}
    >
      <Icon aria-hidden size={16} strokeWidth={1.6} />
      {t(`room.${id}`)}
    </button>
  )
}
