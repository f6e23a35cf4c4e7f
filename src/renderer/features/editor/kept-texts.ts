/**
 * What was typed and is not on disk, kept in the window's own storage: by archive and page, since another archive has other pages of
 * the same numbers, and with the text that it was typed on, since the page may have another one by the time it is opened again.
 */
import { isSameButMeta } from '../../../shared/page/otherwise.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'
import type { Page } from '../../../shared/page/page.ts'

export type Journal = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What was left unsaved of a page. `asks`: it was typed on `base`, and the archive has another text now; undefined where no program noted it. */
export type Left = { readonly page: Page; readonly base: Page | undefined; readonly asks: boolean }

export type KeptTexts = ReturnType<typeof createKeptTexts>

const PREFIX = 'banxin.unsaved.'
/** Kept before the archive was known, or by an older program. */
const UNNAMED = /^banxin\.unsaved\.\d+$/

export function createKeptTexts(journal: Journal) {
  let prefix = PREFIX
  const key = (id: number) => `${prefix}${id}`
  const keys = () => Array.from({ length: journal.length }, (_, i) => journal.key(i) ?? '')

  return {
    /** From now on the texts are those of `archive`; what was kept before it was known is its own too. */
    belong: (archive: string) => {
      prefix = `${PREFIX}${archive}.`
      for (const old of keys().filter((name) => UNNAMED.test(name))) {
        const text = journal.getItem(old)
        const now = key(Number(old.slice(PREFIX.length)))
        try {
          if (text !== null && journal.getItem(now) === null) journal.setItem(now, text)
          journal.removeItem(old)
        } catch {
          // The storage is full: it stays where it is until there is room.
        }
      }
    },
    /** Keeps `page`, typed on `base` into `opened`. False where the window's storage is full. */
    keep: ({ id, name, source, encoding, notices }: Omit<OpenPage, 'page'>, page: Page, base: Page | undefined) => {
      try {
        journal.setItem(key(id), JSON.stringify({ page, base, opened: { id, name, source, encoding, notices } }))
        return true
      } catch {
        return false
      }
    },
    drop: (id: number) => journal.removeItem(key(id)),
    /** What was left of the stored page `opened`. What is on disk already, or is no page, need not be kept. */
    left: async (opened: OpenPage): Promise<Left | undefined> => {
      const text = journal.getItem(key(opened.id))
      if (text === null) return undefined
      const read = await reading(text)
      if (!read || isSameButMeta(read.page, opened.page)) {
        journal.removeItem(key(opened.id))
        return undefined
      }
      const { page, base } = read
      // What is said of the page is not changed here: the archive knows it better.
      const mine = { ...page, meta: opened.page.meta }
      return { page: mine, base, asks: base === undefined || !isSameButMeta(base, opened.page) }
    },
  }
}

async function reading(text: string): Promise<{ readonly page: Page; readonly base: Page | undefined } | undefined> {
  const { pageSchema } = await import('../../../shared/page/page.ts')
  try {
    const { page, base } = JSON.parse(text) as { page?: unknown; base?: unknown } // checked right here
    const read = pageSchema.safeParse(page)
    return read.success ? { page: read.data, base: pageSchema.safeParse(base).data } : undefined
  } catch {
    return undefined
  }
}
