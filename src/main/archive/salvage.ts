/** Saves what can be saved of a damaged archive into a new one, row by row, and says what could not. */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { BanxinError } from '../../shared/errors.ts'
import type { Page } from '../../shared/page/page.ts'
import { upgradePage } from '../../shared/page/versions.ts'
import { derive } from './derive.ts'
import { take } from './intake.ts'
import { migrate } from './migrations/index.ts'
import { indexBatch } from './search/store.ts'
import { openDb, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { insertPage } from './store/page.ts'
import { putPicture } from './store/picture.ts'
import { setSetting } from './store/setting.ts'
import { putSource } from './store/source.ts'

export type Salvaged = {
  readonly pages: number
  /** Pages whose own text was lost and that were made anew from their raw bytes. */
  readonly remade: number
  readonly pictures: number
  /** Ids of pages that could not be saved, with what SQLite said. */
  readonly lost: readonly { readonly id: number; readonly reason: string }[]
}

/** After so many ids in a row without a page nothing more is expected. */
const GAP = 5000

/** Errors: `archive/missing`, `archive/damaged` where not even a table can be opened, `file/exists` where `to` is there. */
export function salvage(from: string, to: string): Salvaged {
  if (!existsSync(from)) throw new BanxinError('archive/missing', { path: from })
  if (existsSync(to)) throw new BanxinError('file/exists', { name: to })
  const old = openOld(from)
  try {
    const fresh = openDb(to, { create: true })
    try {
      migrate(fresh)
      const saved = savePages(old, fresh)
      const pictures = savePictures(old, fresh)
      saveSettings(old, fresh)
      while (indexBatch(fresh));
      return { ...saved, pictures }
    } finally {
      fresh.close()
    }
  } finally {
    old.close()
  }
}

function openOld(from: string): Db {
  try {
    const db = new Database(from, { readonly: true, fileMustExist: true })
    db.prepare('SELECT id FROM page LIMIT 0').all()
    return db
  } catch (cause) {
    throw new BanxinError('archive/damaged', { path: from }, { cause })
  }
}

function savePages(old: Db, fresh: Db): Omit<Salvaged, 'pictures'> {
  const lost: { id: number; reason: string }[] = []
  let pages = 0
  let remade = 0
  const body = old.prepare('SELECT json FROM page WHERE id = ? AND deleted_at IS NULL').pluck()
  const facts = old.prepare('SELECT name, reader, encoding, notices, source_id AS sourceId FROM page WHERE id = ?')
  const raw = old.prepare('SELECT bytes FROM source WHERE id = ?').pluck()
  for (const { id, expected } of pageIds(old)) {
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
    if (json === undefined && reasons.length === 0) continue // no such page, or it is in the bin
    const about = attempt(
      () =>
        facts.get(id) as
          { name: string; reader: string; encoding: string; notices: string; sourceId: number } | undefined,
    )
    const bytes = about && attempt(() => raw.get(about.sourceId) as Buffer | undefined)
    let page: Page | undefined = json === undefined ? undefined : attempt(() => upgradePage(JSON.parse(json)))
    if (!page && bytes && about) {
      page = attempt(() => take(bytes, about.name, { encoding: about.encoding }).page)
      if (page) remade++
    }
    if (!page) {
      if (expected || reasons.length > 0) lost.push({ id, reason: reasons[0] ?? 'unreadable' })
      continue
    }
    const kept = page
    const text = () => kept.articles.flatMap((a) => a.blocks.map((b) => b.text)).join('\n\n')
    write(fresh, () =>
      insertPage(fresh, {
        name: about?.name ?? `${id}`,
        sourceId: putSource(fresh, bytes ?? new TextEncoder().encode(text())),
        reader: about?.reader ?? 'text',
        encoding: bytes ? (about?.encoding ?? 'utf-8') : 'utf-8',
        notices: [],
        meta: kept.meta,
        json: JSON.stringify(kept),
        derived: derive(kept),
        who: 'salvage',
      }),
    )
    pages++
  }
  return { pages, remade, lost: lost.filter((l, i) => i < 10_000 || l.id > 0) }
}

/** The ids by the index where it can be read; otherwise every number up to where nothing comes any more. */
function* pageIds(old: Db): Generator<{ id: number; expected: boolean }> {
  let known: number[] | undefined
  try {
    known = old.prepare('SELECT id FROM page WHERE deleted_at IS NULL ORDER BY id').pluck().all() as number[]
  } catch {
    known = undefined
  }
  if (known) {
    for (const id of known) yield { id, expected: true }
    return
  }
  const one = old.prepare('SELECT id FROM page WHERE id = ?').pluck()
  let highest = 0
  try {
    highest = Number(old.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'page'").pluck().get() ?? 0)
  } catch {
    // The sequence is lost too: the gap ends the search.
  }
  for (let id = 1, empty = 0; highest > 0 ? id <= highest : empty < GAP; id++) {
    let there = true
    try {
      there = one.get(id) !== undefined
    } catch {
      there = true
    }
    empty = there ? 0 : empty + 1
    if (there) yield { id, expected: false }
  }
}

function savePictures(old: Db, fresh: Db): number {
  let saved = 0
  try {
    for (const bytes of old.prepare('SELECT bytes FROM picture').pluck().iterate() as Iterable<Buffer>) {
      write(fresh, () => putPicture(fresh, bytes))
      saved++
    }
  } catch {
    // What was read up to the damage is saved.
  }
  return saved
}

function saveSettings(old: Db, fresh: Db): void {
  try {
    for (const { key, value } of old.prepare('SELECT key, value FROM setting').all() as {
      key: string
      value: string
    }[])
      setSetting(fresh, key, JSON.parse(value))
  } catch {
    // Settings are worth trying for, not failing for.
  }
}
