/** Several pages as one digital edition: a folder that appears whole or not at all. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BanxinError } from '../../shared/errors.ts'
import { siteFiles } from '../../shared/writers/site/write.ts'
import type { SiteOptions, SitePage } from '../../shared/writers/site/write.ts'
import { makeFolder } from './make-folder.ts'

/** `2024-03-12.site` for one day's pages, else `edition.site`. */
function editionName(pages: readonly Pick<SitePage, 'meta'>[]): string {
  const dates = new Set(pages.map((p) => p.meta.date))
  const [date] = dates
  return `${dates.size === 1 && date !== undefined ? date : 'edition'}.site`
}

export type EditionOptions = SiteOptions & {
  /** Take the place of an edition that is there. */
  readonly replace: boolean
  /** Asked before every page; true ends it, and nothing is left of it. */
  readonly stopped?: () => boolean
}

/**
 * Writes the edition of `pages` into `folder` and gives its name, or undefined where it was stopped. Memory holds a few pages at a
 * time. Errors: `file/exists` without `replace`, `disk/full`, `file/unwritable`; an edition that was there stays until the new one is done.
 */
export async function writeEdition(
  folder: string,
  pages: readonly SitePage[],
  { replace, stopped = () => false, ...options }: EditionOptions,
): Promise<string | undefined> {
  const name = editionName(pages)
  const target = path.join(folder, name)
  if (!replace && existsSync(target)) throw new BanxinError('file/exists', { name })
  const part = path.join(folder, `.${randomUUID()}.part`)
  const made = new Set<string>()
  try {
    for await (const file of siteFiles(pages, options)) {
      if (stopped()) {
        await rm(part, { recursive: true, force: true })
        return undefined
      }
      const to = path.join(part, ...file.name.split('/'))
      const parent = path.dirname(to)
      if (!made.has(parent)) makeFolder(parent)
      made.add(parent)
      await writeFile(to, file.bytes)
    }
    await rm(target, { recursive: true, force: true })
    await rename(part, target)
    return name
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => {})
    const code = (error as NodeJS.ErrnoException).code
    if (error instanceof BanxinError || typeof code !== 'string') throw error
    if (code === 'ENOSPC') throw new BanxinError('disk/full', {}, { cause: error })
    throw new BanxinError('file/unwritable', { name, detail: code }, { cause: error })
  }
}
