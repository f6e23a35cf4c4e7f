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

/** What is kept of a page that is gone, as it was open then. */
export type Lone = {
  readonly opened: OpenPage
  readonly base: Page | undefined
  /** SHA-256 of the picture of the paper. */
  readonly picture: string | undefined
}

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
          if (text === null || journal.getItem(now) !== null) continue
          journal.setItem(now, text)
          journal.removeItem(old)
        } catch {
          // The storage is full: it stays where it is until there is room.
        }
      }
    },
    /** Keeps `page`, typed on `base` into `opened`. False where the window's storage is full. */
    keep: (
      { id, name, source, encoding, notices }: OpenPage,
      page: Page,
      base: Page | undefined,
      picture: string | undefined,
    ): boolean => {
      try {
        const opened = { name, source, encoding, notices }
        journal.setItem(key(id), JSON.stringify({ page, base, opened, picture }))
        return true
      } catch {
        return false
      }
    },
    /** Pages of this archive of which something is kept. */
    ids: () =>
      keys()
        .filter((name) => name.startsWith(prefix))
        .map((name) => Number(name.slice(prefix.length)))
        .filter(Number.isSafeInteger),
    /** What is kept of page `id`, to stand without a stored page. An older program kept neither its name nor its source. */
    lone: async (id: number): Promise<Lone | undefined> => {
      const read = await reading(journal.getItem(key(id)) ?? '')
      if (!read) return undefined
      const { page, base, opened, picture } = read
      return {
        opened: { name: `${id}`, source: '', encoding: 'utf-8', notices: [], ...opened, id, revision: 0, page },
        base,
        picture,
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

type Read = Pick<Lone, 'base' | 'picture'> & { readonly page: Page; readonly opened: Partial<OpenPage> | undefined }

async function reading(text: string): Promise<Read | undefined> {
  const [{ pageSchema }, { openPageSchema }] = await Promise.all([
    import('../../../shared/page/page.ts'),
    import('../../../shared/api/pages.ts'),
  ])
  const openedSchema = openPageSchema.pick({ name: true, source: true, encoding: true, notices: true })
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>> // checked right here
    const page = pageSchema.safeParse(read['page']).data
    return (
      page && {
        page,
        base: pageSchema.safeParse(read['base']).data,
        opened: openedSchema.safeParse(read['opened']).data,
        picture: typeof read['picture'] === 'string' ? read['picture'] : undefined,
      }
    )
  } catch {
    return undefined
  }
}
