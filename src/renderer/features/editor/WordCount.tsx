/** 字数 in the status line: of what is selected, of the article, of the page, with and without punctuation. Counted when typing rests. */
import { useTranslation } from 'react-i18next'
import { useWorkstation } from '../../app/workstation.ts'
import { countAll } from './counts.ts'
import { useLater } from './use-later.ts'
import type { TextCount } from '../../../shared/page/count.ts'

/** Milliseconds without a change before counting. */
const rest = () => 120

export function WordCount() {
  const { t } = useTranslation()
  const { desk } = useWorkstation()
  const page = useLater(desk, (s) => s.page, rest)
  const focus = useLater(desk, (s) => s.focus, rest)
  if (!page) return null
  const { selection, article, page: all } = countAll(page, focus)
  const part = (of: 'selection' | 'article' | 'page', count: TextCount) => (
    <span
      className="status-words"
      data-of={of}
      title={t('count.tip', { all: said(count.withPunctuation), words: said(count.words) })}
    >
      {t(`count.${of}`, { n: said(count.withPunctuation) })}
    </span>
  )
  return (
    <>
      {selection && part('selection', selection)}
      {article && part('article', article)}
      {part('page', all)}
    </>
  )
}

const said = (n: number): string => n.toLocaleString('en')
