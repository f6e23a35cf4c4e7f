/** Tables read as tables: their blocks say where the bars between their cells stand. What is drawn is no part of the text. */
import { useLayoutEffect, useRef } from 'react'
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

const NONE: ReadonlySet<HTMLElement> = new Set()

/** `drawn` is another value when the blocks under `root` were drawn anew. While it is typed only rows whose look changes are touched. */
export function useTables(root: RefObject<HTMLElement | null>, article: Article, drawn: string): void {
  const { t } = useTranslation()
  const shown = useRef({ article, width: 0, rows: NONE })
  const has = tablesOf(article.blocks).length > 0
  useLayoutEffect(() => {
    const text = root.current
    const now = shown.current
    if (!text || !has) return
    now.width = text.clientWidth
    const watch = new ResizeObserver(() => {
      if (text.clientWidth === now.width) return
      now.width = text.clientWidth
      now.rows = draw(text, now.article, now, t)
    })
    watch.observe(text)
    return () => {
      watch.disconnect()
      now.rows.forEach(undraw)
      now.rows = NONE
    }
  }, [root, has, drawn, t])
  useLayoutEffect(() => {
    const now = shown.current
    now.article = article
    if (root.current && has) now.rows = draw(root.current, article, now, t)
  }, [root, article, has, drawn, t])
}

/** The rows that are tables' now; those of `before` that are none any more look as other blocks do. */
function draw(
  text: HTMLElement,
  { blocks }: Article,
  { width, rows: before }: { readonly width: number; readonly rows: ReadonlySet<HTMLElement> },
  t: TFunction,
): ReadonlySet<HTMLElement> {
  const rows = new Set<HTMLElement>()
  for (const table of tablesOf(blocks)) {
    const { kinds, bars, figures } = lookOf(table, blocks)
    const ems = (bars.at(-1) ?? 0) + EDGE
    const fits = width / ems >= SMALLEST
    const rule = fits ? styleOf(ems, width, bars) : ''
    const cells = fits ? rule + figuresStyle(figures) : ''
    for (const [i, kind] of kinds.entries()) {
      const id = blocks[table.from + i]?.id ?? ''
      const row = text.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
      if (!row) continue
      rows.add(row)
      put(row, 'data-row', kind)
      put(row, 'data-row-first', i === 0 ? '' : undefined)
      const style = kind === 'rule' ? rule : cells
      // The window's rules let no page write a `style` attribute: only this way in.
      if (style === '') row.removeAttribute('style')
      else if (row.style.cssText !== style) row.style.cssText = style
      // What a screen reader says of it, instead of its role.
      put(row, 'aria-roledescription', t(`table.${kind}`))
    }
  }
  for (const row of before) if (!rows.has(row)) undraw(row)
  return rows
}

const styleOf = (ems: number, width: number, bars: readonly number[]): string =>
  `--ems: ${ems.toFixed(2)}; --fit: ${(width / ems).toFixed(2)}px;` +
  bars.map((at, i) => ` --bar${i}: ${at.toFixed(2)}em;`).join('')

const figuresStyle = (widths: readonly (number | undefined)[]): string =>
  widths
    .map((width, i) => (width === undefined ? '' : ` --cell${i}: inline-block; --figures${i}: ${width.toFixed(2)}em;`))
    .join('')

/** An attribute that is as it was is left alone: to set it makes the window look at the row again. */
function put(row: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) row.removeAttribute(name)
  else if (row.getAttribute(name) !== value) row.setAttribute(name, value)
}

function undraw(row: HTMLElement): void {
  for (const name of ['data-row', 'data-row-first', 'style']) row.removeAttribute(name)
  speakRole(row)
}
