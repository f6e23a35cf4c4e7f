/** Exports: a page becomes files. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import { WRITERS } from '../../../shared/writers/index.ts'
import type { Context } from '../context.ts'
import { exportName, render } from '../render.ts'
import { sourceText } from '../source-text.ts'
import { getPage } from '../store/page.ts'
import { getPicture } from '../store/picture.ts'

export const exportHandlers = {
  'export.formats': () => WRITERS.map(({ id, extension, name }) => ({ id, extension, name: { ...name } })),
  'export.render': async ({ id, format, template }, { db, words }) => {
    const stored = getPage(db, id)
    const files = await render(stored.page, format, {
      name: exportName(id, stored.name, stored.page.meta),
      source: sourceText(db, id, stored.sourceId),
      picture: (sha256) => getPicture(db, sha256)?.bytes,
      words: await words.wait(),
      ...(template !== undefined && { template }),
    })
    return files.map((f) => ({ name: f.name, bytes: new Uint8Array(f.bytes) }))
  },
} satisfies Partial<ArchiveHandlers<Context>>
