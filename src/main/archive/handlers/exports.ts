/** Exports: a page becomes files. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { ExportOptions } from '../../../shared/api/exports.ts'
import type { KeptLayout } from '../../../shared/api/layout.ts'
import { pictureHashes } from '../../../shared/page/pictures.ts'
import { pageSchema } from '../../../shared/page/page.ts'
import type { Page } from '../../../shared/page/page.ts'
import { titleOf } from '../../../shared/page/walk.ts'
import type { PrintOptions, WrittenFile } from '../../../shared/writers/writer.ts'
import type { Context } from '../context.ts'
import { exportName, picturesFor } from '../render-order.ts'
import { sourceText } from '../source-text.ts'
import type { Db } from '../store/db.ts'
import { getLayout, ownTemplates } from '../store/layout.ts'
import { getPage } from '../store/page.ts'
import { getPicture } from '../store/picture.ts'
import { revisionJson } from '../store/revision.ts'
import { setSetting, setting } from '../store/setting.ts'

/** Text of a preview is cut here, in UTF-16 units. */
const PREVIEW_MOST = 400_000

export const exportHandlers = {
  'export.formats': async (_input, { workshop }) => [...(await workshop.run('formats', undefined))],
  'export.render': async ({ id, format, template, options = {}, layout }, { db, workshop }) => {
    const stored = getPage(db, id)
    const kept = layout ?? getLayout(db, id)
    const named = template ?? templateFor(format, options) ?? kept.template ?? undefined
    const files = await workshop.run('render', {
      pages: [stored.page],
      format,
      name: exportName(id, stored.name, stored.page.meta),
      source: sourceText(db, id, stored.sourceId),
      pictures: picturesFor([stored.page], (sha256) => getPicture(db, sha256)?.bytes),
      print: {
        ...printOptions(options),
        ...(template === undefined && layoutFor(db, stored.page, kept)),
        ...(format === 'proof' && sinceProof(db, id)),
      },
      ...(named !== undefined && { template: named }),
    })
    if (format === 'proof') setSetting(db, proofKey(id), stored.revision)
    return files.map(plain)
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
  const stories = page.articles.filter((a) => a.blocks.some((b) => b.role !== 'folio'))
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
