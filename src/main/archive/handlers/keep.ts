/** Keeping: revisions, pictures, the dictionary, backups, checks. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ArchiveHandlers } from '../../../shared/api.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { Page } from '../../../shared/page/page.ts'
import { backUp, backUpTo, backupFile, backups, removeFormer } from '../backup.ts'
import { stats } from '../check.ts'
import { compare, pageAt, withRestored } from '../compare.ts'
import type { Context } from '../context.ts'
import { dump, load } from '../dump.ts'
import { prepareOne } from '../import.ts'
import { addOwnWords, removeOwnWords } from '../own-words.ts'
import { indexAll } from '../search/index-all.ts'
import { nameToRead } from '../source-text.ts'
import { forbidMoved, sql, write } from '../store/db.ts'
import { completed, words } from '../store/dictionary.ts'
import { nextChange } from '../store/change.ts'
import { keepBeside, pageToChange, savePage } from '../store/page.ts'
import { getPicture, pagePicture, putPicture } from '../store/picture.ts'
import { revisions } from '../store/revision.ts'
import { sourceBytes } from '../store/source.ts'
import { wordsIn } from '../word-list.ts'

export const keepHandlers = {
  'revision.list': ({ id }, { db }) => [...revisions(db, id)],
  'revision.get': ({ id, revision }, { db }) => pageAt(db, id, revision),
  'revision.compare': ({ id, from, to }, { db }) => [...compare(db, id, from, to)],
  'revision.restore': ({ id, revision, current, ...part }, context) => {
    const { db } = context
    const page = withRestored(pageToChange(db, id).page, pageAt(db, id, revision), part)
    const saved = savePage(db, id, current, page, context.who(), { action: 'restore' })
    context.changed([id])
    return saved
  },
  'revision.keep': ({ id, current, page }, context) => {
    const kept = keepBeside(context.db, id, current, page, context.who())
    context.changed([])
    return kept
  },
  'picture.add': ({ bytes }, { db }) => write(db, () => putPicture(db, bytes)).picture,
  'picture.get': ({ sha256 }, { db }) => {
    const found = getPicture(db, sha256)
    return found ? { ...found, bytes: new Uint8Array(found.bytes) } : null
  },
  'page.picture': ({ id }, { db }) => pagePicture(db, id) ?? null,
  'page.setPicture': ({ id, sha256 }, context) => {
    const { db } = context
    write(db, () => {
      const picture =
        sha256 === null
          ? null
          : sql<{ id: number }>(db, 'SELECT id FROM picture WHERE sha256 = ?').get(Buffer.from(sha256, 'hex'))?.id
      const { changes } = sql(db, 'UPDATE page SET picture_id = ?, change = ? WHERE id = ?').run(
        picture ?? null,
        nextChange(db),
        id,
      )
      if (changes === 0) throw new BanxinError('page/missing')
    })
    context.changed([id])
    return {}
  },
  'page.reread': async ({ id, current, encoding }, context) => {
    const { db } = context
    const stored = pageToChange(db, id)
    const bytes = sourceBytes(db, stored.sourceId)
    if (!bytes) throw new BanxinError('page/missing')
    const path = nameToRead(stored.name, stored.reader)
    const read = await prepareOne(context, { path, bytes, encoding, meta: stored.page.meta }, { hurry: false })
    const saved = write(db, () => {
      const page = JSON.parse(new TextDecoder().decode(read.json)) as Page // made from a Page a moment ago
      const done = savePage(db, id, current, page, context.who(), { action: 'reread' })
      sql(db, 'UPDATE page SET encoding = ?, notices = ? WHERE id = ?').run(
        read.encoding,
        JSON.stringify(read.notices),
        id,
      )
      return done
    })
    context.changed([id])
    return saved
  },
  'dictionary.list': (_input, { db }) => words(db),
  'dictionary.put': ({ words: list }, context) => addOwnWords(context, list),
  'dictionary.remove': ({ words: list }, context) => ({ operation: removeOwnWords(context, list).operation }),
  'dictionary.import': ({ text }, context) => {
    const { words: list, skipped } = wordsIn(text)
    const { added, operation } = addOwnWords(context, completed(context.db, list))
    return { operation, added, known: list.length - added, skipped }
  },
  'backup.list': (_input, { path }) => backups(path),
  'backup.now': (_input, { db, path }) => backUp(db, path),
  'backup.restore': async ({ name }, context) => {
    // The check reads the file that would be moved, and reads it for minutes.
    if (checks.has(context.workshop)) throw new BanxinError('archive/checking')
    forbidRestoring(context)
    const file = backupFile(context.path, name)
    restoring.add(context.workshop)
    try {
      return { kept: basename(await context.replaceBy(file)) }
    } finally {
      restoring.delete(context.workshop)
    }
  },
  'backup.remove': ({ name }, context) => {
    forbidRestoring(context)
    removeFormer(context.path, name)
    return {}
  },
  'backup.to': async ({ path: to }, { db, path }) => backUpTo(db, path, await elsewhere(to, path)),
  'archive.check': async (_input, context) => {
    forbidRestoring(context)
    const { db, path, workshop } = context
    // What lies in its place is another archive, beside a log that is not its own.
    forbidMoved(db)
    checks.set(workshop, (checks.get(workshop) ?? 0) + 1)
    try {
      return await workshop.run('check', path)
    } finally {
      const others = (checks.get(workshop) ?? 0) - 1
      if (others > 0) checks.set(workshop, others)
      else checks.delete(workshop)
    }
  },
  'archive.stats': (_input, { db, path }) => stats(db, path),
  'archive.dump': async ({ path: to }, context) => dump(context, await elsewhere(to, context.path)),
  'archive.load': ({ path: from }, context) => load(context, from),
  'index.run': async (_input, context) => {
    await indexAll(context)
    return {}
  },
} satisfies Partial<ArchiveHandlers<Context>>

/** How many checks of an archive are under way, by its workshop. */
const checks = new WeakMap<Context['workshop'], number>()

/** Whose archive is being replaced by a backup, by its workshop. */
const restoring = new WeakSet<Context['workshop']>()

/** Error: `archive/restoring`. What reads the file meanwhile would read the half of one and the half of the other. */
function forbidRestoring({ workshop }: Context): void {
  if (restoring.has(workshop)) throw new BanxinError('archive/restoring')
}

/** `to`, unless it, or its name while it is written, is a file of the archive at `own`, which would be lost. Error: `file/own`. */
async function elsewhere(to: string, own: string): Promise<string> {
  for (const name of [to, `${to}.part`]) {
    const there = await statOf(name)
    for (const ending of ['', '-wal', '-shm']) {
      const file = await statOf(own + ending)
      if (there && file && there.ino === file.ino && there.dev === file.dev)
        throw new BanxinError('file/own', { name: basename(name) })
    }
  }
  return to
}

const statOf = (file: string) => stat(file).catch(() => undefined)
