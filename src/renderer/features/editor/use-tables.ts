/** Tables read as tables: their blocks say which row of which table they are, and a sheet of rules where the bars stand. What is drawn is no part of the text. */
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { tablesOf } from '../../../shared/page/tables.ts'
import { speakRole } from './blocks/block-node.ts'
import { lookOf, rulesOf } from './table-look.ts'
import type { TFunction } from 'i18next'
import type { RefObject } from 'react'
import type { Article } from '../../../shared/page/page.ts'

const NONE: ReadonlySet<HTMLElement> = new Set()

/** `drawn` is another value when the blocks under `root` were drawn anew. While it is typed only rows whose look changes are touched. */
export function useTables(root: RefObject<HTMLElement | null>, article: Article, drawn: string): void {
  const { t } = useTranslation()
  const shown = useRef(NONE)
  const rules = useRef('')
  const sheet = useRef<CSSStyleSheet>(undefined)
  const has = tablesOf(article.blocks).length > 0
  useLayoutEffect(() => {
    if (!has) return
    // The window's rules let no page write a `style` attribute; and what all rows of a table share is said once.
    const own = new CSSStyleSheet()
    document.adoptedStyleSheets.push(own)
    sheet.current = own
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== own)
      rules.current = ''
    }
  }, [has])
  useLayoutEffect(() => {
    const text = root.current
    if (!text || !has) return
    text.toggleAttribute('data-tables', true)
    return () => {
      text.removeAttribute('data-tables')
      shown.current.forEach(undraw)
      shown.current = NONE
    }
  }, [root, has, drawn, t])
  useLayoutEffect(() => {
    if (!root.current || !has) return
    const { rows, css } = draw(root.current, article, shown.current, t)
    shown.current = rows
    if (css === rules.current) return
    rules.current = css
    sheet.current?.replaceSync(css)
  }, [root, article, has, drawn, t])
}

/** The rows that are tables' now, with the rules for them; those of `before` that are none any more look as other blocks do. */
function draw(
  text: HTMLElement,
  { id, blocks }: Article,
  before: ReadonlySet<HTMLElement>,
  t: TFunction,
): { readonly rows: ReadonlySet<HTMLElement>; readonly css: string } {
  const drawn = new Map([...text.children].map((dom) => [(dom as HTMLElement).dataset['block'], dom as HTMLElement])) // all are blocks
  const rows = new Set<HTMLElement>()
  const css = tablesOf(blocks).map((table, n) => {
    const look = lookOf(table, blocks)
    for (const [i, kind] of look.kinds.entries()) {
      const row = drawn.get(blocks[table.from + i]?.id)
      if (!row) continue
      rows.add(row)
      put(row, 'data-table', String(n))
      put(row, 'data-row', kind)
      put(row, 'data-row-first', i === 0 ? '' : undefined)
      // What a screen reader says of it, instead of its role.
      put(row, 'aria-roledescription', t(`table.${kind}`))
    }
    return rulesOf(look, `[data-article="${CSS.escape(id)}"] .block[data-table="${n}"]`)
  })
  for (const row of before) if (!rows.has(row)) undraw(row)
  return { rows, css: css.join('\n') }
}

/** An attribute that is as it was is left alone: to set it makes the window look at the row again. */
function put(row: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) row.removeAttribute(name)
  else if (row.getAttribute(name) !== value) row.setAttribute(name, value)
}

function undraw(row: HTMLElement): void {
  for (const name of ['data-table', 'data-row', 'data-row-first']) row.removeAttribute(name)
  speakRole(row)
}
