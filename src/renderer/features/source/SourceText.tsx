/** The text of the source: what is selected on the page is lit in it, what is selected in it is lit on the page; a click or Enter goes there. */
// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a text that is read and walked through by keys, but not written in
import { Fragment, memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findBlock } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { rangeOf } from '../find/lights.ts'
import { bringIntoView, light, lightPage, lightSelected, sought, spansOfFocus } from './light.ts'
import { blockAt, litPieces, sourceLines, textOffset } from './lines.ts'
import type { KeyboardEvent } from 'react'
import type { Span } from '../../../shared/page/page.ts'
import type { Piece, SourceLine } from './lines.ts'

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

  /** What the page says of the source: `lit` is the block's, `now` what is selected of it, `sought` what was asked for from elsewhere. */
  const pieces = useMemo(() => {
    const { page } = w.desk.get()
    const now = page && focus ? spansOfFocus(source, page, focus) : []
    return litPieces(lines, [
      ['lit', spans ?? []] as const,
      ['now', now] as const,
      ['sought', wanted ? [wanted] : []] as const,
    ])
  }, [w, source, lines, spans, focus, wanted])

  useEffect(() => show(box.current, 'lit'), [lines, spans])
  useEffect(() => {
    if (!here) show(box.current, 'now')
  }, [lines, focus, here])
  useEffect(() => show(box.current, 'sought'), [lines, wanted])

  useEffect(() => {
    const { page } = w.desk.get()
    if (!box.current || !here) return
    bringIntoView(box.current, lightSelected(box.current, lines, here)[0])
    if (page) bringIntoView(document.querySelector('.editor-scroll'), lightPage(source, page, here))
    return () => {
      light('source-now', [])
      light('page-lit', [])
    }
  }, [w, source, lines, here])

  const goTo = (offset: number) => {
    const { page } = w.desk.get()
    const id = page && blockAt(page, offset)
    const found = page && id ? findBlock(page, id)?.block : undefined
    if (found) w.desk.moveTo({ block: found.id, offset: textOffset(found.text, found.spans, source, offset) })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (event.key === 'Enter' && here) goTo(here[0])
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && box.current)
      getSelection()?.selectAllChildren(box.current)
    else if (step && !event.ctrlKey && !event.altKey && !event.metaKey)
      getSelection()?.modify(event.shiftKey ? 'extend' : 'move', ...step)
    else return
    event.preventDefault()
  }

  /** By key one comes to where the page's caret is. */
  const onFocus = () => {
    const first = lines.findLast((line) => line.start <= (spans?.[0]?.[0] ?? 0))
    const line = box.current?.children[first ? lines.indexOf(first) : 0]
    if (!(line instanceof HTMLElement) || box.current?.contains(getSelection()?.anchorNode ?? null)) return
    const at = (spans?.[0]?.[0] ?? 0) - (first?.start ?? 0)
    const place = rangeOf(line, { start: at, end: at + 1 })
    getSelection()?.collapse(place?.startContainer ?? line, place?.startOffset ?? 0)
  }

  return (
    <div
      ref={box}
      className="source-text"
      lang="zh-Hans"
      role="document"
      tabIndex={0}
      aria-label={t('source.text', { n: source.length.toLocaleString('en') })}
      title={t('source.hint')}
      data-here={here !== undefined}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onClick={() => {
        const at = selectedIn(box.current, lines)
        if (at && getSelection()?.isCollapsed) goTo(at[0])
      }}
    >
      <Lines lines={lines} pieces={pieces} />
    </div>
  )
}

type Lit = 'lit' | 'now' | 'sought'

const show = (box: HTMLElement | null, kind: Lit): void =>
  bringIntoView(box, box?.querySelector(`[data-lit~="${kind}"]`))

type LinesProps = {
  readonly lines: readonly SourceLine[]
  readonly pieces: ReadonlyMap<number, readonly Piece<Lit>[]>
}

/** There are hundreds of them, and few of them change while the caret moves. */
const Lines = memo(function Lines({ lines, pieces }: LinesProps) {
  return lines.map(({ start, text }, index) => (
    <Line key={start} index={index} text={text} pieces={pieces.get(index)} />
  ))
})

type LineProps = {
  readonly index: number
  readonly text: string
  readonly pieces: readonly Piece<Lit>[] | undefined
}

const Line = memo(function Line({ index, text, pieces = [] }: LineProps) {
  return (
    <p data-line={index}>
      {pieces.map(({ from, to, kinds }, i) => (
        <Fragment key={from}>
          {text.slice(pieces[i - 1]?.to ?? 0, from)}
          <mark data-lit={kinds.join(' ')}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(pieces.at(-1)?.to ?? 0)}
    </p>
  )
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
  if (start === undefined) return undefined
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return start + String(before).length
}
