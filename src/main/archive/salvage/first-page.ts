/** Stands in for the beginning of a damaged archive: without it SQLite takes the rest for nothing, and every archive has the same. */
import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { migrate } from '../migrations/index.ts'
import { readingFolder } from '../reading-folder.ts'
import { openDb } from '../store/db.ts'

/** Bytes of a page of SQLite in an archive. */
const SIZE = 8192

/**
 * Gives `work` a copy of `file`, made in a folder of its own in `place`, with the first page of a new archive: the header, and where the
 * tables begin. An archive that an older program began may have them elsewhere; then next to nothing can be read in it.
 */
export function withFirstPage<T>(file: string, place: string, work: (copy: string) => T): T {
  const { folder, remove } = readingFolder(place)
  try {
    const copy = path.join(folder, 'copy')
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    const first = firstPage(path.join(folder, 'fresh'))
    // How many pages there are, as of a change that the header says it is of; none of them is free.
    first.writeUInt32BE(Math.floor(statSync(copy).size / SIZE), 28)
    first.copy(first, 92, 24, 28)
    first.fill(0, 32, 40)
    const handle = openSync(copy, 'r+')
    try {
      writeSync(handle, first, 0, SIZE, 0)
    } finally {
      closeSync(handle)
    }
    return work(copy)
  } finally {
    remove()
  }
}

function firstPage(fresh: string): Buffer {
  const db = openDb(fresh, { create: true })
  try {
    migrate(db)
  } finally {
    db.close()
  }
  const bytes = Buffer.alloc(SIZE)
  const handle = openSync(fresh, 'r')
  try {
    readSync(handle, bytes, 0, SIZE, 0)
  } finally {
    closeSync(handle)
  }
  return bytes
}
