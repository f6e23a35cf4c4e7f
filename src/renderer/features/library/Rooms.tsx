/** The archive's rooms cover the page while one is in them. */
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FocusBack } from '../../ui/focus-back.tsx'
import { later } from '../../ui/later.tsx'

const Building = later(async () => (await import('./Building.tsx')).Building)
const Reread = later(async () => (await import('../imports/Reread.tsx')).Reread)

export function Rooms() {
  const w = useWorkstation()
  const room = useStore(w.rooms, (s) => s.room)
  const dialog = useStore(w.rooms, (s) => s.dialog)
  return (
    <>
      {room && (
        <FocusBack>
          <Building room={room} />
        </FocusBack>
      )}
      {dialog === 'reread' && <Reread onClose={() => w.rooms.set({ dialog: undefined })} />}
    </>
  )
}
