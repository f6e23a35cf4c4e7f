/** The margin: the role of every block as a word with a colour and a shape; each opens the menu that changes it, and drags its block. */
import { memo, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isDoubtful, isWeakJoin, surenessOf } from '../../../shared/page/doubts.ts'
import { figuresOf } from '../../../shared/page/figures.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { RoleMenu } from '../../app/after-page.tsx'
import { useWorkstation } from '../../app/workstation.ts'
import { startDrag } from '../acts/drag.ts'
import { useJoinMarks } from '../acts/join-marks.ts'
import { usePictures } from '../acts/pictures.ts'
import type { TFunction } from 'i18next'
import type { MouseEvent } from 'react'
import type { Article, Block } from '../../../shared/page/page.ts'
import type { Outline } from './use-outline.ts'

/** Height of a label in CSS pixels, as the style sheet has it. */
const LABEL = 22

export const Margin = memo(function Margin({
  article,
  outline,
}: {
  readonly article: Article
  readonly outline: Outline
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const box = useRef<HTMLDivElement>(null)
  const menu = useStore(w.shell, (s) => (article.blocks.some((b) => b.id === s.roleMenu) ? s.roleMenu : undefined))
  const current = useStore(
    w.desk,
    (s) => s.focus?.blocks.filter((id) => article.blocks.some((b) => b.id === id)).join() ?? '',
  )
  const picked = useStore(w.desk, (s) => s.picked.filter((id) => article.blocks.some((b) => b.id === id)).join())
  const selected = new Set(current.split(','))
  const chosen = new Set(picked.split(','))
  const figures = useMemo(() => figuresOf(article), [article])
  useJoinMarks(box, article, outline)
  usePictures(box, article, outline)
  const gaps = gapsOf(article, outline)
  return (
    <div className="margin" ref={box}>
      {article.blocks.map((block) => {
        const gap = gaps.get(block.id)
        return gap === undefined ? null : (
          <RoleLabel
            key={block.id}
            t={t}
            block={block}
            gap={gap}
            open={menu === block.id}
            current={selected.has(block.id)}
            picked={chosen.has(block.id)}
          />
        )
      })}
      {figures.map(({ caption, credits }) => {
        const all = [caption, ...credits].flatMap((id) => outline.get(id) ?? [])
        if (credits.length === 0 || all.length < 2) return null
        const top = Math.min(...all)
        return (
          <i
            key={caption}
            className="figure-bind"
            style={{ top: top + 11, height: Math.max(...all) - top }}
            aria-hidden
          />
        )
      })}
    </div>
  )
})

/** How far below the label before, in CSS pixels, each block's label stands. */
function gapsOf(article: Article, outline: Outline): ReadonlyMap<string, number> {
  const drawn = article.blocks.flatMap(({ id }) => {
    const top = outline.get(id)
    return top === undefined ? [] : [{ id, top }]
  })
  return new Map(drawn.map(({ id, top }, i) => [id, top - (i > 0 ? (drawn[i - 1]?.top ?? 0) + LABEL : 0)]))
}

type Props = {
  /** Asked for once by the margin: there are as many labels as blocks. */
  readonly t: TFunction
  readonly block: Block
  /** CSS pixels from the label before: a label that stood by itself would be a layer of its own, and be looked at for every key. */
  readonly gap: number
  readonly open: boolean
  readonly current: boolean
  readonly picked: boolean
}

const RoleLabel = memo(function RoleLabel({ t, block, gap, open, current, picked }: Props) {
  const w = useWorkstation()
  const role = ROLE_NAMES[block.role][langNow()]
  const percent = Math.round(block.confidence * 100)
  const name = block.confirmed ? t('editor.roleSet', { role }) : t('editor.roleOf', { role, percent })
  const joins = block.joins.length
  const weak = block.joins.some(isWeakJoin)
  const label = joins > 0 ? t('join.label', { name, mark: t('join.mark', { count: joins }) }) : name
  const press = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey) return w.shell.set({ roleMenu: block.id })
    const before = w.desk.get().picked
    w.desk.set({ picked: picked ? before.filter((id) => id !== block.id) : [...before, block.id] })
  }
  const button = (
    <button
      type="button"
      className="role-label"
      style={{ marginTop: gap }}
      data-role={block.role}
      data-current={current}
      data-picked={picked}
      data-doubtful={isDoubtful(block)}
      data-sure={surenessOf(block.confidence, block.confirmed)}
      aria-label={label}
      title={label}
      tabIndex={current ? 0 : -1}
      draggable
      onDragStart={(event) => startDrag(event, w, block.id)}
      onClick={press}
    >
      {joins > 0 && (
        <span className="join-count" data-weak={weak} aria-hidden>
          ⌒{joins}
        </span>
      )}
      {isDoubtful(block) && (
        <span className="role-doubt" aria-hidden>
          ?
        </span>
      )}
      <span className="role-name">{role}</span>
      <i className="role-shape" aria-hidden />
    </button>
  )
  return open ? <RoleMenu block={block}>{button}</RoleMenu> : button
})
