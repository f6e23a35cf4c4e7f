/** The whole archive as lines of JSON, readable without Banxin, and back: the same pages. */
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { noticeSchema } from '../../shared/api/pages.ts'
import { wordSchema } from '../../shared/api/keep.ts'
import { BanxinError } from '../../shared/errors.ts'
import type { Page } from '../../shared/page/page.ts'
import { sound } from '../../shared/page/sound.ts'
import { upgradePage } from '../../shared/page/versions.ts'
import type { Context } from './context.ts'
import { makeFolder } from './make-folder.ts'
import { sql, write } from './store/db.ts'
import type { Db } from './store/db.ts'
import { putWords, words } from './store/dictionary.ts'
import { insertPage } from './store/page.ts'
import { putPicture } from './store/picture.ts'
import { digest, putSource, sourceId } from './store/source.ts'
import { loggedStateSchema, putStateLog, stateLog } from './store/state.ts'
import { unwritable } from './write-whole.ts'

const lineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('banxin'), version: z.literal(1) }),
  z.object({ kind: z.literal('picture'), bytes: z.base64() }),
  z.object({ kind: z.literal('word'), word: wordSchema }),
  z.object({
    kind: z.literal('page'),
    name: z.string(),
    reader: z.string(),
    encoding: z.string(),
    notices: z.array(noticeSchema),
    picture: z.string().nullable(),
    source: z.base64(),
    page: z.unknown(),
    /** Files of older programs have none. */
    states: z.array(loggedStateSchema).default([]),
  }),
])
type Line = z.input<typeof lineSchema>

/** Writes all pages that are not in the bin, with raw bytes and pictures; the file is there whole or not at all. */
export async function dump({ db }: Context, file: string): Promise<{ pages: number }> {
  const part = `${file}.part`
  const opened = async () => {
    makeFolder(path.dirname(file))
    return open(part, 'w')
  }
  const out = await opened().catch((error: unknown) => {
    throw unwritable(file, error)
  })
  let pages = 0
  try {
    const put = (line: Line) => out.write(`${JSON.stringify(line)}\n`)
    await put({ kind: 'banxin', version: 1 })
    for (const word of words(db)) await put({ kind: 'word', word })
    for (const { id } of sql<{ id: number }>(db, 'SELECT id FROM picture ORDER BY id').all()) {
      const bytes = sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM picture WHERE id = ?').get(id)?.bytes
      if (bytes) await put({ kind: 'picture', bytes: bytes.toString('base64') })
    }
    for (const { id } of sql<{ id: number }>(db, 'SELECT id FROM page WHERE deleted_at IS NULL ORDER BY id').all()) {
      const row = sql<{
        name: string
        reader: string
        encoding: string
        notices: string
        json: string
        bytes: Buffer
        picture: Buffer | null
      }>(
        db,
        `SELECT name, reader, encoding, notices, json, source.bytes, picture.sha256 AS picture FROM page
          JOIN source ON source.id = page.source_id LEFT JOIN picture ON picture.id = page.picture_id WHERE page.id = ?`,
      ).get(id)
      if (!row) continue
      pages++
      await put({
        kind: 'page',
        name: row.name,
        reader: row.reader,
        encoding: row.encoding,
        notices: JSON.parse(row.notices), // written by insertPage; checked again on the way back
        picture: row.picture?.toString('hex') ?? null,
        source: row.bytes.toString('base64'),
        page: JSON.parse(row.json),
        states: [...stateLog(db, id)],
      })
    }
    await out.sync()
    await out.close()
    await rename(part, file)
  } catch (error) {
    await out.close().catch(() => {})
    await rm(part, { force: true })
    throw unwritable(file, error)
  }
  return { pages }
}

/** Reads such a file in. A page that is there already (same bytes and same text) is left. Errors: `file/line`, `file/day`. */
export async function load(context: Context, file: string): Promise<{ pages: number; left: number }> {
  const { db } = context
  let pages = 0
  let left = 0
  let n = 0
  const ids: number[] = []
  for await (const text of linesOf(file)) {
    n++
    if (text.trim() === '') continue
    const line = parse(text, file, n)
    if (line.kind === 'picture') write(db, () => putPicture(db, Buffer.from(line.bytes, 'base64')))
    else if (line.kind === 'word') write(db, () => putWords(db, [line.word]))
    else if (line.kind === 'page') {
      const page = pageOf(line.page, file, n)
      const bytes = Buffer.from(line.source, 'base64')
      const json = JSON.stringify(page)
      const [derived] = await context.workshop.run('derive', [page])
      if (!derived) continue
      writeDated(db, file, n, () => {
        const known = sourceId(db, digest(bytes))
        if (known !== undefined && isThere(db, known, json)) {
          left++
          return
        }
        const pictureId =
          line.picture === null
            ? undefined
            : sql<{ id: number }>(db, 'SELECT id FROM picture WHERE sha256 = ?').get(Buffer.from(line.picture, 'hex'))
                ?.id
        const { name, reader, encoding, notices, states } = line
        const id = insertPage(db, {
          name,
          reader,
          encoding,
          notices,
          sourceId: putSource(db, bytes),
          meta: page.meta,
          json,
          derived,
          who: context.who(),
          pictureId,
        })
        putStateLog(db, id, states)
        ids.push(id)
        pages++
      })
    }
  }
  context.changed(ids)
  return { pages, left }
}

/** Whether a page of the source reads as `json`, in whatever order the fields of one or the other were written down, and made sound as that is. */
const isThere = (db: Db, source: number, json: string): boolean =>
  sql<{ json: string }>(db, 'SELECT json FROM page WHERE source_id = ? AND deleted_at IS NULL')
    .all(source)
    .some((row) => row.json === json || JSON.stringify(sound(upgradePage(JSON.parse(row.json)))) === json)

/** Node's own reader of lines ends them at U+2028 and U+2029 too, which stand within the strings of JSON. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun = ''
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n')
    begun += first
    for (const next of others) {
      yield begun
      begun = next
    }
  }
  yield begun
}

function parse(text: string, file: string, n: number): z.output<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new BanxinError('file/line', { name: file, line: n }, { cause })
  }
}

/** In one transaction; a day that cannot be kept is told with its line. */
function writeDated(db: Db, file: string, n: number, work: () => void): void {
  try {
    write(db, work)
  } catch (error) {
    if (!(error instanceof BanxinError) || error.code !== 'date/impossible') throw error
    throw new BanxinError('file/day', { name: file, line: n, ...error.params }, { cause: error })
  }
}

function pageOf(value: unknown, file: string, n: number): Page {
  try {
    return sound(upgradePage(value))
  } catch (cause) {
    throw new BanxinError('file/line', { name: file, line: n }, { cause })
  }
}
