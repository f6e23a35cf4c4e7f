/** The text of the source: what is selected on the page is lit in it, what is selected in it is lit on the page; a click or Enter goes there. */
// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a text that is read and walked through by keys, but not written in
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findBlock } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { bringIntoView, light, lightPage, lightSource, sought, spansOfFocus } from './light.ts'
import { blockAt, sourceLines, textOffset } from './lines.ts'
import type { KeyboardEvent } from 'react'
import type { Span } from '../../../shared/page/page.ts'
import type { SourceLine } from './lines.ts'

/** Arrow keys and how the selection goes by them. */
const STEPS: Readonly<Record<string, readonly [string, string]>> = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
}

export function SourceText({ source }: { readonly source: string }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const lines = useMemo(() => sourceLines(source), [source])
  const box = useRef<HTMLDivElement>(null)
  const current = useStore(w.desk, (s) => s.focus?.from.block)
  // The spans only: typing changes the block at every key, but not where it came from.
  const spans = useStore(w.desk, (s) =>
    s.page && current !== undefined ? findBlock(s.page, current)?.block.spans : undefined,
  )
  const focus = useLater(w.desk, (s) => s.focus, restOfTyping)
  const wanted = useStore(sought, (s) => s.span)
  const here = useSelected(box, lines)

  useEffect(() => {
    if (!box.current || !spans) return
    bringIntoView(box.current, lightSource('source-lit', box.current, lines, spans)[0])
    return () => light('source-lit', [])
  }, [lines, spans])

  useEffect(() => {
    const { page } = w.desk.get()
    if (!box.current || !page || here || !focus) return
    bringIntoView(box.current, lightSource('source-now', box.current, lines, spansOfFocus(source, page, focus))[0])
    return () => light('source-now', [])
  }, [w, source, lines, focus, here])

  useEffect(() => {
    const { page } = w.desk.get()
    if (!box.current || !here) return
    bringIntoView(box.current, lightSource('source-now', box.current, lines, [here])[0])
    if (page) bringIntoView(document.querySelector('.editor-scroll'), lightPage(source, page, here))
    return () => {
      light('source-now', [])
      light('page-lit', [])
    }
  }, [w, source, lines, here])

  useEffect(() => {
    if (!box.current || !wanted) return
    bringIntoView(box.current, lightSource('source-sought', box.current, lines, [wanted])[0])
    return () => light('source-sought', [])
  }, [lines, wanted])

  const goTo = (offset: number) => {
    const { page } = w.desk.get()
    const id = page && blockAt(page, offset)
    const found = page && id ? findBlock(page, id)?.block : undefined
    if (found) w.desk.moveTo({ block: found.id, offset: textOffset(found.text, found.spans, source, offset) })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (event.key === 'Enter' && here) goTo(here[0])
    else if (step && !event.ctrlKey && !event.altKey && !event.metaKey)
      getSelection()?.modify(event.shiftKey ? 'extend' : 'move', ...step)
    else return
    event.preventDefault()
  }

  /** By key one comes to where the page's caret is. */
  const onFocus = () => {
    const first = lines.findLast((line) => line.start <= (spans?.[0]?.[0] ?? 0))
    const text = box.current?.children[first ? lines.indexOf(first) : 0]?.firstChild
    if (!box.current?.contains(getSelection()?.anchorNode ?? null) && text)
      getSelection()?.collapse(
        text,
        Math.min(text.textContent?.length ?? 0, (spans?.[0]?.[0] ?? 0) - (first?.start ?? 0)),
      )
  }

  return (
    <div
      ref={box}
      className="source-text"
      role="document"
      tabIndex={0}
      aria-label={t('source.text', { n: source.length.toLocaleString('en') })}
      title={t('source.hint')}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={() => {
        const at = selectedIn(box.current, lines)
        if (at && getSelection()?.isCollapsed) goTo(at[0])
      }}
    >
      <Lines lines={lines} />
    </div>
  )
}

/** There are hundreds of them, and none of them changes while the caret moves. */
const Lines = memo(function Lines({ lines }: { readonly lines: readonly SourceLine[] }) {
  return lines.map((line, index) => (
    <p key={line.start} data-line={index}>
      {line.text}
    </p>
  ))
})

/** What is selected in the source, while the focus is in it. */
function useSelected(box: { readonly current: HTMLElement | null }, lines: readonly SourceLine[]): Span | undefined {
  const [span, setSpan] = useState<Span>()
  useEffect(() => {
    let was = false
    const read = () => {
      // Every key on the page moves a selection too: it is none of ours.
      const is = document.activeElement === box.current
      if (!is && !was) return
      was = is
      const next = is ? selectedIn(box.current, lines) : undefined
      setSpan((before) => (before?.[0] === next?.[0] && before?.[1] === next?.[1] ? before : next))
    }
    document.addEventListener('selectionchange', read)
    document.addEventListener('focusin', read)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('focusin', read)
    }
  }, [box, lines])
  return span
}

/** Source characters that are selected; of a mere caret the one after it. */
function selectedIn(box: HTMLElement | null, lines: readonly SourceLine[]): Span | undefined {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined
  const start = range && offsetOf(box, lines, range.startContainer, range.startOffset)
  const end = range && offsetOf(box, lines, range.endContainer, range.endOffset)
  return start === undefined || end === undefined ? undefined : [start, Math.max(end, start + 1)]
}

function offsetOf(
  box: HTMLElement | null,
  lines: readonly SourceLine[],
  node: Node,
  offset: number,
): number | undefined {
  const line = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-line]')
  if (!line || !box?.contains(line)) return undefined
  const start = lines[Number(line.dataset['line'])]?.start
  return start === undefined ? undefined : start + (node instanceof Text ? offset : 0)
}
