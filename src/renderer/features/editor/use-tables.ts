/** Tables read as tables: their blocks say where the bars between their cells stand. What is drawn is no part of the text. */
import { useLayoutEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { tablesOf } from '../../../shared/page/tables.ts'
import { speakRole } from './blocks/block-node.ts'
import { lookOf } from './table-look.ts'
import type { TFunction } from 'i18next'
import type { RefObject } from 'react'
import type { Article } from '../../../shared/page/page.ts'

/** Ems from where the last bar stands to the right edge of the row. */
const EDGE = 0.3
/** CSS pixels: nobody reads smaller letters, and the rows stand as lines with bars. */
const SMALLEST = 9

/** `drawn` is another value when the blocks under `root` were drawn anew. */
export function useTables(root: RefObject<HTMLElement | null>, article: Article, drawn: string): void {
  const { t } = useTranslation()
  useLayoutEffect(() => {
    const text = root.current
    if (!text || tablesOf(article.blocks).length === 0) return
    let width = text.clientWidth
    let undraw = draw(text, article, width, t)
    const watch = new ResizeObserver(() => {
      if (text.clientWidth === width) return
      width = text.clientWidth
      undraw()
      undraw = draw(text, article, width, t)
    })
    watch.observe(text)
    return () => {
      watch.disconnect()
      undraw()
    }
  }, [root, article, drawn, t])
}

function draw(text: HTMLElement, { blocks }: Article, width: number, t: TFunction): () => void {
  const rows: HTMLElement[] = []
  for (const table of tablesOf(blocks)) {
    const { kinds, bars } = lookOf(table, blocks)
    const ems = (bars.at(-1) ?? 0) + EDGE
    const style =
      width / ems < SMALLEST
        ? ''
        : `--ems: ${ems.toFixed(2)}; --fit: ${(width / ems).toFixed(2)}px;` +
          bars.map((at, i) => `--bar${i}: ${at.toFixed(2)}em`).join(';')
    for (const [i, kind] of kinds.entries()) {
      const id = blocks[table.from + i]?.id ?? ''
      const row = text.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
      if (!row) continue
      rows.push(row)
      row.dataset['row'] = kind
      row.toggleAttribute('data-row-first', i === 0)
      // What a screen reader says of it, instead of its role.
      row.setAttribute('aria-roledescription', t(`table.${kind}`))
      if (style !== '') row.style.cssText = style
    }
  }
  return () => {
    for (const row of rows) {
      for (const name of ['data-row', 'data-row-first', 'style']) row.removeAttribute(name)
      speakRole(row)
    }
  }
}
