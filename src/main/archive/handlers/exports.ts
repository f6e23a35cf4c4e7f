/** Exports: a page becomes files. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { ExportOptions } from '../../../shared/api/exports.ts'
import { BanxinError } from '../../../shared/errors.ts'
import type { KeptLayout } from '../../../shared/api/layout.ts'
import { pictureHashes } from '../../../shared/page/pictures.ts'
import { pageSchema } from '../../../shared/page/page.ts'
import type { Page, Picture } from '../../../shared/page/page.ts'
import { isFolio, titleOf } from '../../../shared/page/walk.ts'
import type { PrintOptions, WrittenFile } from '../../../shared/writers/writer.ts'
import type { Context } from '../context.ts'
import { exportName, picturesFor } from '../render-order.ts'
import { sourceText } from '../source-text.ts'
import type { Db } from '../store/db.ts'
import { getLayout, ownTemplates } from '../store/layout.ts'
import { getPage, listPages } from '../store/page.ts'
import { getPicture, pagePicture } from '../store/picture.ts'
import { revisionJson } from '../store/revision.ts'
import { setSetting, setting } from '../store/setting.ts'

/** A thread takes a while to start: another is worth that for so many pages of an edition. */
const PAGES_A_THREAD = 40

/** Text of a preview is cut here, in UTF-16 units. */
const PREVIEW_MOST = 400_000

export const exportHandlers = {
  'export.formats': async (_input, { workshop }) => [...(await workshop.run('formats', undefined))],
  'export.render': async ({ id, format, template, options = {}, layout }, { db, workshop }) => {
    const stored = getPage(db, id)
    const kept = layout ?? getLayout(db, id)
    const named = template ?? templateFor(format, options) ?? kept.template ?? undefined
    const { paper } = format === 'site' ? printedPage(db, id) : {}
    const files = await workshop.run('render', {
      pages: [stored.page],
      format,
      name: exportName(id, stored.name, stored.page.meta),
      source: sourceText(db, id, stored.sourceId),
      pictures: picturesFor([stored.page], (sha256) => getPicture(db, sha256)?.bytes, paper),
      print: {
        ...printOptions(options),
        ...(template === undefined && layoutFor(db, stored.page, kept)),
        ...(format === 'proof' && sinceProof(db, id)),
      },
      ...(paper && { paper }),
      ...(options.siteUrl !== undefined && { siteUrl: options.siteUrl }),
      ...(named !== undefined && { template: named }),
    })
    return files.map(plain)
  },
  'proof.last': ({ id }, { db }) => ({ since: sinceProof(db, id).since ?? null }),
  'proof.take': ({ id, revision }, { db }) => {
    setSetting(db, proofKey(id), revision)
    return {}
  },
  'export.together': async ({ ids, options }, { db, workshop }) => {
    const pages = ids.map((id) => getPage(db, id))
    const [first] = pages
    const name = first ? exportName(first.id, first.name, first.page.meta) : 'banxin'
    const files = await workshop.run('render', {
      pages: pages.map((p) => p.page),
      format: 'together',
      name,
      pictures: picturesFor(
        pages.map((p) => p.page),
        (sha256) => getPicture(db, sha256)?.bytes,
      ),
      print: printOptions(options),
    })
    return files.map(plain)
  },
  'export.edition': async (input, { db, emit, workshop }) => {
    const { job, ids, folder, replace, options, template, layouts = [], before = 0, total = ids.length } = input
    let done = before
    const metas = new Map(listPages(db).map((p) => [p.id, p.meta] as const))
    if (ids.some((id) => !metas.has(id))) throw new BanxinError('page/missing')
    const pages = ids.map((id) => ({
      meta: metas.get(id) ?? {},
      load: () => {
        const { page } = getPage(db, id)
        const kept = layouts.find((l) => l.id === id)?.layout ?? getLayout(db, id)
        emit('export.progress', { job, done: ++done, total, name: exportName(id, page.meta.title ?? '', page.meta) })
        const print = template === undefined ? layoutFor(db, page, kept) : {}
        return Promise.resolve({ page, print, ...printedPage(db, id) })
      },
    }))
    // What draws the leaves is big, and no page on the desk needs it.
    const { writeEdition } = await import('../edition.ts')
    workshop.staff(job, Math.ceil(ids.length / PAGES_A_THREAD))
    try {
      const name = await writeEdition(folder, pages, {
        picture: (sha256) => getPicture(db, sha256)?.bytes,
        ...(template !== undefined && { template }),
        ...(options.siteUrl !== undefined && { address: options.siteUrl }),
        width: workshop.hands(),
        make: (task, site) => workshop.run('leaf', { task, site }, { later: true }),
        replace,
        stopped: () => stopped.has(job),
      })
      return { name: name ?? null }
    } finally {
      workshop.staff(job, 1)
      stopped.delete(job)
    }
  },
  'export.stop': ({ job }) => {
    stopped.add(job)
    return {}
  },
  'export.missing': ({ ids }, { db }) =>
    ids.flatMap((id) => {
      const { page, name } = getPage(db, id)
      const pictures = pictureHashes(page).filter((hash) => hash === undefined || !getPicture(db, hash)).length
      const [article] = page.articles.filter((a) => a.blocks.some((b) => b.role === 'headline'))
      return pictures > 0 ? [{ id, name: article ? titleOf(article) : name, pictures }] : []
    }),
  'export.preview': async ({ id, format, options }, { db, workshop }) => {
    const stored = getPage(db, id)
    const template = templateFor(format, options)
    const files = await workshop.run('render', {
      pages: [stored.page],
      format,
      name: exportName(id, stored.name, stored.page.meta),
      source: sourceText(db, id, stored.sourceId),
      pictures: new Map(),
      ...(template !== undefined && { template }),
    })
    const file = files.find((f) => /\.(html|txt|md|json|icml)$/.test(f.name))
    if (!file) return null
    const encoding = format === 'txt' && options.encoding === 'gb18030' ? 'gb18030' : 'utf-8'
    return { name: file.name, text: new TextDecoder(encoding).decode(file.bytes).slice(0, PREVIEW_MOST) }
  },
} satisfies Partial<ArchiveHandlers<Context>>

const plain = (f: WrittenFile) => ({ name: f.name, bytes: new Uint8Array(f.bytes) })

/** Editions that a person gave up. */
const stopped = new Set<string>()

/** The picture that came with the page's file, as the page in print. */
function printedPage(db: Db, id: number): { readonly paper?: Picture } {
  const paper = pagePicture(db, id)
  return paper ? { paper } : {}
}

/** Some writers take a choice of their own under the name of a template. */
function templateFor(format: string, options: ExportOptions): string | undefined {
  switch (format) {
    case 'txt':
      return options.encoding ?? 'utf-8'
    case 'wechat':
      return options.wechat ?? 'daily'
    default:
      return undefined
  }
}

const printOptions = ({ marks, archive }: ExportOptions): PrintOptions => ({
  ...(marks !== undefined && { marks }),
  ...(archive !== undefined && { archive }),
})

/**
 * The placement made by hand, where every story of the page stands in it, and the template if a person made it. A page that got
 * new stories since is proposed anew: no text is left out in silence.
 */
function layoutFor(db: Db, page: Page, { template, placement }: KeptLayout): PrintOptions {
  const own = ownTemplates(db).find((t) => t.id === (template ?? placement?.template))
  const placed = new Set(placement?.frames.map((f) => f.article))
  const stories = page.articles.filter((a) => !isFolio(a))
  const isWhole = placement !== null && stories.every((a) => placed.has(a.id))
  return { ...(own && { template: own }), ...(isWhole && { placement }) }
}

const proofKey = (id: number): string => `proof.${id}`

/** The page at its last proof, so that the new one marks what changed. */
function sinceProof(db: Db, id: number): PrintOptions {
  const revision = setting(db, proofKey(id))
  if (typeof revision !== 'number') return {}
  try {
    const since = pageSchema.safeParse(JSON.parse(revisionJson(db, id, revision)))
    return since.success ? { since: since.data } : {}
  } catch {
    return {} // the revision is gone: then nothing is marked
  }
}
