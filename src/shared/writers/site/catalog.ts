/** What is remembered of each article while pages stream by: enough for lists, indexes and the feed, never its text. */
import type { Page } from '../../page/page.ts'
import { titleOf } from '../../page/walk.ts'
import { authorsOf } from '../authors.ts'
import { keywordsOf } from '../keywords.ts'
import { storiesOf } from '../story.ts'
import type { Story } from '../story.ts'
import { oneLine } from '../text.ts'
import { URLS } from './urls.ts'

export type Listed = {
  readonly url: string
  /** The key of its page. */
  readonly page: string
  readonly title: string
  readonly date?: string
  /** 云河日报 第02版, for lists. */
  readonly place: string
  readonly authors: readonly string[]
  readonly keywords: readonly string[]
  readonly summary: string
}

/** The page's stories in the order of their addresses, with what is remembered of each. */
export function listed(
  page: Page,
  key: string,
  place: string,
): readonly { readonly story: Story; readonly entry: Listed }[] {
  return storiesOf(page).map((story, i) => {
    const a = story.article
    const text = a.blocks.find((b) => b.role === 'standfirst' || b.role === 'paragraph')?.text ?? ''
    return {
      story,
      entry: {
        url: URLS.article(key, i + 1),
        page: key,
        title: oneLine(titleOf(a)) || `第${i + 1}篇`,
        ...(page.meta.date !== undefined && { date: page.meta.date }),
        place,
        authors: authorsOf(a),
        keywords: keywordsOf(a),
        summary: [...oneLine(text)].slice(0, 90).join(''),
      },
    }
  })
}
