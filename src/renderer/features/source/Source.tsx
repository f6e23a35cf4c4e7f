/** The OCR source beside the page: the current block's characters are lit in it, and a click in it goes to the block. */
// oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- the caret in the page does by key what a click does here; the focus is for scrolling
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { findBlock } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { blockAt, onLines, sourceLines, textOffset } from './lines.ts'
import type { MouseEvent } from 'react'
import type { SourceLine } from './lines.ts'

const LIT = 'source-lit'

export function Source() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const source = useStore(w.desk, (s) => s.open?.source)
  const encoding = useStore(w.desk, (s) => s.open?.encoding)
  const lines = useMemo(() => sourceLines(source ?? ''), [source])
  const box = useRef<HTMLDivElement>(null)
  const current = useStore(w.desk, (s) => s.focus?.from.block)
  // The spans only: typing changes the block at every key, but not where it came from.
  const spans = useStore(w.desk, (s) =>
    s.page && current !== undefined ? findBlock(s.page, current)?.block.spans : undefined,
  )

  useEffect(() => {
    const text = box.current
    if (!text || !spans) return
    const ranges = spans.flatMap((span) => onLines(lines, span).flatMap((part) => rangeOf(text, part)))
    CSS.highlights.set(LIT, new Highlight(...ranges))
    const first = ranges[0]?.startContainer.parentElement
    if (first) bringIntoView(text, first)
    return () => void CSS.highlights.delete(LIT)
  }, [lines, spans])

  const onClick = (event: MouseEvent) => {
    const { page } = w.desk.get()
    const offset = offsetAt(event, lines)
    const id = page && offset !== undefined ? blockAt(page, offset) : undefined
    const found = page && id ? findBlock(page, id)?.block : undefined
    if (found && offset !== undefined && source !== undefined)
      w.desk.moveTo({ block: found.id, offset: textOffset(found.text, found.spans, source, offset) })
  }

  return (
    <aside className="source" aria-label={t('source.title')}>
      <header className="pane-head">
        <h2>{t('source.title')}</h2>
        <span className="pane-note">{encoding?.toUpperCase()}</span>
      </header>
      {source === undefined ? (
        <p className="empty">{t('source.none')}</p>
      ) : (
        <div
          ref={box}
          className="source-text"
          role="document"
          tabIndex={0}
          aria-label={t('source.text', { n: source.length.toLocaleString('en') })}
          title={t('source.hint')}
          onClick={onClick}
        >
          {lines.map((line, index) => (
            <p key={line.start} data-line={index}>
              {line.text}
            </p>
          ))}
        </div>
      )}
    </aside>
  )
}

function rangeOf(box: HTMLElement, { line, from, to }: { line: number; from: number; to: number }): Range[] {
  const text = box.children[line]?.firstChild
  if (!(text instanceof Text)) return []
  const range = new Range()
  range.setStart(text, Math.min(from, text.length))
  range.setEnd(text, Math.min(to, text.length))
  return [range]
}

/** A lit line that is out of view comes to a third of the height, so that what follows is seen too. */
function bringIntoView(box: HTMLElement, line: HTMLElement): void {
  const top = line.offsetTop - box.offsetTop
  if (top < box.scrollTop + 24 || top > box.scrollTop + box.clientHeight - 72)
    box.scrollTo({ top: top - box.clientHeight / 3 })
}

/** The source offset under the pointer. */
function offsetAt(event: MouseEvent, lines: readonly SourceLine[]): number | undefined {
  const caret = document.caretRangeFromPoint(event.clientX, event.clientY)
  const line = (event.target as HTMLElement).closest<HTMLElement>('[data-line]') // what is clicked in our own markup
  const start = lines[Number(line?.dataset['line'])]?.start
  if (start === undefined) return undefined
  const inside = caret && line?.contains(caret.startContainer) && caret.startContainer instanceof Text
  return start + (inside ? caret.startOffset : 0)
}
