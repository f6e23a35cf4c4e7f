/** One article: its text, which becomes an editor as soon as it comes near the view, and the margin with the role of each block. */
// oxlint-disable jsx-a11y/prefer-tag-over-role -- rich text has no tag of its own
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../../../shared/page/walk.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { openArticleEditor } from './article-editor.ts'
import { speakRole } from './blocks/block-node.ts'
import { Margin } from './Margin.tsx'
import { placeOf } from './place.ts'
import { StillBlock } from './StillBlock.tsx'
import { beforeKeys } from './use-later.ts'
import { useOutline } from './use-outline.ts'
import { useRowTags } from './use-row-tags.ts'
import { useTables } from './use-tables.ts'
import type { Article } from '../../../shared/page/page.ts'
import type { DeskState } from './desk.ts'

/** How far below and above the view, in CSS pixels, articles get their editors. */
const AHEAD = 900

type Props = {
  readonly article: Article
  readonly index: number
  /** Which story of the page it is; undefined for page furniture. */
  readonly story: number | undefined
  /** Articles on the page. */
  readonly of: number
  /** It is in view as the page opens: its editor is made at once. */
  readonly eager: boolean
  /** Takes the element, to measure it. */
  readonly hold: (element: HTMLElement | null) => void
}

/** Whether the caret must go into the article. */
function isWanted({ caret, page }: DeskState, id: string): boolean {
  const now = caret && page?.articles.find((a) => a.id === id)
  return now?.blocks.some((b) => b.id === caret?.from.block) ?? false
}

export const ArticleView = memo(function ArticleView({ article, index, story, of, eager, hold }: Props) {
  const { t } = useTranslation()
  const { desk } = useWorkstation()
  const box = useRef<HTMLElement>(null)
  const root = useRef<HTMLDivElement>(null)
  const [live, setLive] = useState(() => eager || isWanted(desk.get(), article.id))

  useEffect(() => {
    if (live || !box.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setLive(true), {
      root: box.current.closest('.editor-scroll'),
      rootMargin: `${AHEAD}px 0px`,
    })
    watch.observe(box.current)
    // A caret that must go into this article needs its editor now.
    const wanted = () => {
      if (isWanted(desk.get(), article.id)) beforeKeys(() => setLive(true))
    }
    wanted()
    const unhear = desk.subscribe(wanted)
    // A hand that is quicker than the editor is made: the caret goes where it pointed.
    const pointed = ({ clientX, clientY }: MouseEvent) => {
      const place = placeOf(document.caretRangeFromPoint(clientX, clientY))
      if (place) desk.moveTo(place)
    }
    const text = root.current
    text?.addEventListener('click', pointed)
    return () => {
      text?.removeEventListener('click', pointed)
      watch.disconnect()
      unhear()
    }
  }, [live, desk, article.id])

  useLayoutEffect(() => {
    if (!live || !root.current) return
    const now = desk.get().page?.articles.find((a) => a.id === article.id)
    return now && openArticleEditor(root.current, now, desk)
  }, [live, desk, article.id])
  // In another language its blocks have other names. The editor stays: the caret is in it, and what is being composed.
  const lang = langNow()
  const spoken = useRef(lang)
  useLayoutEffect(() => {
    if (spoken.current === lang) return
    spoken.current = lang
    root.current?.querySelectorAll<HTMLElement>('[data-role]').forEach(speakRole)
  }, [lang])
  useTables(root, article, `${live} ${lang}`)
  useRowTags(root, article, `${live} ${lang}`)
  // After its text is in: a list that measures an empty article believes that the next ones are in view too, and has them made.
  useLayoutEffect(() => {
    hold(box.current)
    return () => hold(null)
  }, [hold])

  const outline = useOutline(root, article, live)
  const title = titleOf(article)
  const name = story === undefined ? t('editor.aside', { title }) : t('editor.article', { n: story, title })
  return (
    <article
      className="article"
      ref={box}
      data-index={index}
      data-article={article.id}
      aria-label={name}
      aria-posinset={index + 1}
      aria-setsize={of}
    >
      <Margin article={article} outline={outline} />
      {live ? (
        <div
          key="live"
          ref={root}
          className="article-text"
          lang="zh-Hans"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          tabIndex={0}
          aria-multiline="true"
          aria-label={name}
          spellCheck={false}
        />
      ) : (
        <div key="still" ref={root} className="article-text" lang="zh-Hans">
          {article.blocks.map((block) => (
            <StillBlock key={block.id} block={block} />
          ))}
        </div>
      )}
    </article>
  )
})
