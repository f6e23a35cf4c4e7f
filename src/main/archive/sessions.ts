/** Which windows stand on the archive: each notes its program when it begins, so that one that did not end is known by being gone. */
import { lives } from './lives.ts'
import { write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { setSetting, setting } from './store/setting.ts'

/** The setting with the numbers of the programs' processes; true where a version wrote it that noted none. */
const RUNNING = 'session.running'

/** The process that has the window and started this one: it is gone at once when it is killed, and this one when it has closed the archive. */
const PROGRAM = process.ppid

/** What is noted of this program is of a window before. */
const isElsewhere = (pid: number | null): boolean => pid !== PROGRAM && lives(pid)

/** A window of this program begins. Gives whether one before did not end; one that another program has still open is none of these. */
export function beginSession(db: Db): boolean {
  return write(db, () => {
    const noted = notedIn(db)
    const open = noted.filter(isElsewhere)
    setSetting(db, RUNNING, [...open, PROGRAM])
    return open.length < noted.length
  })
}

/** The window of this program ends; of those that are gone nothing is left to be told. */
export function endSession(db: Db): void {
  write(db, () => {
    const open = notedIn(db).filter(isElsewhere)
    setSetting(db, RUNNING, open.length > 0 ? open : null)
  })
}

/** A copy of an archive has no window, whatever windows the archive had when it was made. */
export function forgetSessions(db: Db): void {
  if (setting(db, RUNNING) !== undefined) setSetting(db, RUNNING, null)
}

function notedIn(db: Db): readonly (number | null)[] {
  const noted = setting(db, RUNNING) as number[] | true | undefined // written by beginSession, or by a version before it
  return noted === true ? [null] : (noted ?? [])
}
