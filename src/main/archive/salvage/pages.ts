/** Saves the pages of a damaged archive under their own ids, each with its history as far as that can be read. */
import type { Page } from '../../../shared/page/page.ts'
import { upgradePage } from '../../../shared/page/versions.ts'
import { derive } from '../derive.ts'
import { take } from '../intake.ts'
import { nameToRead } from '../source-text.ts'
import { sql, write } from '../store/db.ts'
import type { Db } from '../store/db.ts'
import { insertPage } from '../store/page.ts'
import { putPicture } from '../store/picture.ts'
import { digest, putSource } from '../store/source.ts'
import { saveHistory } from './history.ts'
import { idsOf } from './ids.ts'
import { columnOr, hasTable } from './rows.ts'

export type SavedPages = {
  readonly pages: number
  /** Ids of pages whose own text was lost, with what was done to it, and that were made anew from their raw bytes. */
  readonly remade: readonly number[]
  /** Ids of pages whose file as it came is lost or not what it was; where it is lost, the page's text stands for it. */
  readonly unsourced: readonly number[]
  readonly revisions: number
  /** Ids of pages that could not be saved, with what SQLite said. */
  readonly lost: readonly { readonly id: number; readonly reason: string }[]
  /** Ids of pages whose history could not be read to its beginning. */
  readonly shortened: readonly number[]
}

type Facts = {
  readonly name: string
  readonly reader: string
  readonly encoding: string
  readonly notices: string
  readonly sourceId: number
  readonly revision: number
  readonly deletedAt: string | null
  /** The operation that put it into the bin or took it out last. */
  readonly binnedBy: number | null
}

type Source = { readonly sha256: Buffer; readonly bytes: Buffer }

export function savePages(old: Db, fresh: Db): SavedPages {
  const lost: { id: number; reason: string }[] = []
  const shortened: number[] = []
  const remade: number[] = []
  const unsourced: number[] = []
  let [pages, revisions] = [0, 0]
  const body = old.prepare('SELECT json FROM page WHERE id = ?').pluck()
  const facts = old.prepare(
    `SELECT name, reader, encoding, notices, source_id AS sourceId, revision, deleted_at AS deletedAt,
      ${columnOr(old, 'page', 'binned_by', 'NULL')} AS binnedBy FROM page WHERE id = ?`,
  )
  const raw = hasTable(old, 'source') ? old.prepare('SELECT sha256, bytes FROM source WHERE id = ?') : undefined
  for (const { id, expected } of idsOf(old, 'page')) {
    const reasons: string[] = []
    const attempt = <T>(work: () => T): T | undefined => {
      try {
        return work()
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error))
        return undefined
      }
    }
    const json = attempt(() => body.get(id) as string | undefined)
    if (json === undefined && reasons.length === 0) {
      if (expected) lost.push({ id, reason: 'not where it should be' })
      continue // else there is no such page
    }
    const about = attempt(() => facts.get(id) as Facts | undefined)
    const source = about && attempt(() => raw?.get(about.sourceId) as Source | undefined)
    const bytes = source?.bytes
    const own: Page | undefined = json === undefined ? undefined : attempt(() => upgradePage(JSON.parse(json)))
    const again =
      own || !bytes || !about
        ? undefined
        : attempt(() => take(bytes, nameToRead(about.name, about.reader), { encoding: about.encoding }).page)
    const page = own ?? again
    if (!page) {
      if (expected || reasons.length > 0) lost.push({ id, reason: reasons[0] ?? 'unreadable' })
      continue
    }
    // The text as it was: its history is kept as differences from it.
    const text = own && json !== undefined ? json : JSON.stringify(page)
    write(fresh, () => {
      insertPage(fresh, {
        id,
        name: about?.name ?? `${id}`,
        sourceId: putSource(fresh, bytes ?? new TextEncoder().encode(textOf(page))),
        reader: about?.reader ?? 'text',
        encoding: bytes ? (about?.encoding ?? 'utf-8') : 'utf-8',
        notices: [],
        meta: page.meta,
        json: text,
        derived: derive(page),
        who: 'salvage',
        pictureId: attempt(() => pictureOf(old, fresh, id)),
      })
      if (!about) return
      sql(fresh, 'UPDATE page SET deleted_at = ?, binned_by = ? WHERE id = ?').run(about.deletedAt, about.binnedBy, id)
      if (!own) return
      const history = saveHistory(old, fresh, id, about.revision, text)
      revisions += history.saved
      if (!history.whole) shortened.push(id)
    })
    pages++
    if (again) remade.push(id)
    if (!source || !digest(source.bytes).equals(source.sha256)) unsourced.push(id)
  }
  return { pages, remade, unsourced, revisions, lost, shortened }
}

const textOf = (page: Page): string => page.articles.flatMap((a) => a.blocks.map((b) => b.text)).join('\n\n')

function pictureOf(old: Db, fresh: Db, id: number): number | undefined {
  const bytes = old
    .prepare('SELECT bytes FROM picture WHERE id = (SELECT picture_id FROM page WHERE id = ?)')
    .pluck()
    .get(id) as Buffer | undefined // the one column
  return bytes ? putPicture(fresh, bytes).id : undefined
}
