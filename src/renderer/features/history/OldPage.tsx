/** A saved state as a page: every story and block of it can be brought back on its own. */
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isSameBlock } from '../../../shared/page/otherwise.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { findBlock, titleOf } from '../../../shared/page/walk.ts'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import type { Block, Page } from '../../../shared/page/page.ts'
import type { State } from './state.ts'

type Props = {
  readonly id: number
  readonly state: State
  readonly newest: number | undefined
  readonly onRestore: (what: { article?: string; block?: string }) => void
}

export function OldPage({ id, state, newest, onRestore }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const now = useStore(w.desk, (s) => s.page)
  const source = useStore(w.desk, (s) => s.open?.source)
  const page = useAsync(
    async () => (state === 'source' ? undefined : call('revision.get', { id, revision: state })),
    [id, state],
    w.complain,
  )
  if (state === 'source')
    return (
      <pre className="column-main old-source" lang="zh-Hans">
        {source}
      </pre>
    )
  const old = state !== newest
  return (
    <section className="column-main old-page" aria-label={t('history.page')}>
      {page?.articles.map((article) => (
        <article key={article.id}>
          <header>
            <h3 lang="zh-Hans">{titleOf(article)}</h3>
            {old && article.blocks.some((b) => !sameNow(now, b)) && (
              <button type="button" className="text-button" onClick={() => onRestore({ article: article.id })}>
                <RotateCcw aria-hidden size={13} strokeWidth={1.6} />
                {t('history.restoreArticle')}
              </button>
            )}
          </header>
          {article.blocks.map((block) => {
            const changed = old && !sameNow(now, block)
            return (
              <div key={block.id} className="old-block" data-changed={changed}>
                <span className="old-role">{ROLE_NAMES[block.role][langNow()]}</span>
                <p lang="zh-Hans">{block.text}</p>
                {changed && (
                  <IconButton
                    name={t('history.restoreBlock')}
                    icon={RotateCcw}
                    onClick={() => onRestore({ block: block.id })}
                  />
                )}
              </div>
            )
          })}
        </article>
      ))}
    </section>
  )
}

function sameNow(page: Page | undefined, old: Block): boolean {
  const now = page && findBlock(page, old.id)?.block
  return now !== undefined && isSameBlock(now, old)
}
