/** One sheet on the desk: what is painted, the caret's line, what does not fit, and a hand that pans, points and arranges. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeAt, rectsOf } from '../../../shared/layout/hit.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Frames } from '../layout/Frames.tsx'
import { FitMarks } from './FitMarks.tsx'
import { usePan } from './use-pan.ts'
import { MARGIN } from './zoom.ts'
import type { Rect } from '../../../shared/layout/hit.ts'
import type { ComposedState } from '../layout/state.ts'

type Props = {
  readonly composed: ComposedState
  readonly index: number
  /** CSS pixels a point. */
  readonly scale: number
  readonly onStep: (by: 1 | -1) => void
}

export function SheetView({ composed, index, scale, onStep }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const arranging = useStore(w.layout, (s) => s.arranging)
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const painted = useRef<SVGGElement>(null)
  const sheet = composed.sheets[index]

  useLayoutEffect(() => {
    const group = w.layout.groupOf(index)
    painted.current?.append(group)
    return () => group.remove()
  }, [w.layout, index])

  useZoomWheel(scroller, onStep)
  useKeptCentre(scroller, scale)
  const ready = useFaces()
  const caret = useCaretRects(composed, index)
  useReveal(scroller, svg, scale)
  usePan(scroller, (event) => {
    const box = svg.current?.getBoundingClientRect()
    if (!sheet || !box || arranging) return
    const place = placeAt(sheet, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale)
    if (place) w.desk.moveTo(place)
  })

  if (!sheet) return null
  const [width, height] = [sheet.width * scale, sheet.height * scale]
  return (
    <div
      className="sheet-scroll"
      ref={scroller}
      data-arranging={arranging}
      role="group"
      aria-label={t('preview.title')}
      tabIndex={0}
    >
      <div className="sheet" aria-busy={!ready} style={{ width: width + 2 * MARGIN, height: height + 2 * MARGIN }}>
        {!ready && <p className="sheet-wait">{t('preview.wait')}</p>}
        <svg
          ref={svg}
          className="sheet-paper"
          lang="zh-Hans"
          viewBox={`0 0 ${sheet.width} ${sheet.height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t('preview.sheetOf', { n: index + 1, template: composed.template.name[langNow()] })}
        >
          <g ref={painted} className="sheet-painted" />
        </svg>
        <svg className="sheet-marks" viewBox={`0 0 ${sheet.width} ${sheet.height}`} width={width} height={height}>
          {caret.map((r) => (
            <rect key={`${r.x},${r.y}`} className="sheet-caret" x={r.x} y={r.y} width={r.width} height={r.height} />
          ))}
          <FitMarks composed={composed} index={index} scale={scale} />
          {arranging && <Frames composed={composed} index={index} scale={scale} svg={svg} />}
        </svg>
      </div>
    </div>
  )
}

/** Whether the faces of what is on the sheet are there: headings without their words would look like a page that lost them. */
function useFaces(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    // A face is asked for when the first text in it is laid out: in the frame after this one.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void document.fonts.ready.then(() => setReady(true)))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return ready
}

/** The line (or the selected words) that the editor's caret stands on. */
function useCaretRects(composed: ComposedState, index: number): readonly Rect[] {
  const { desk } = useWorkstation()
  const focus = useStore(desk, (s) => s.focus)
  const sheet = composed.sheets[index]
  if (!focus || !sheet) return []
  const { from, to } = focus
  if (from.block === to.block && from.offset !== to.offset) return rectsOf(sheet, from.block, from.offset, to.offset)
  const line = sheet.items.find(
    (i) => i.kind === 'line' && i.block === from.block && i.start <= from.offset && from.offset <= i.end,
  )
  return line?.kind === 'line' ? rectsOf(sheet, from.block, line.start, line.end).slice(0, 1) : []
}

/** Brings into view what the editor's caret or a finding points at, where it is out of sight. */
function useReveal(
  scroller: React.RefObject<HTMLDivElement | null>,
  svg: React.RefObject<SVGSVGElement | null>,
  scale: number,
) {
  const { desk, layout } = useWorkstation()
  const focus = useStore(desk, (s) => s.focus)
  const show = useStore(layout, (s) => s.show)
  useEffect(() => {
    const { composed, sheet: index } = layout.get()
    const block = focus?.from.block
    if (!composed || !block || scroller.current?.matches(':hover')) return
    const has = (i: number) => composed.sheets[i]?.items.some((x) => x.kind === 'line' && x.block === block)
    if (!has(index)) {
      const other = composed.sheets.findIndex((_, i) => has(i))
      if (other >= 0) layout.set({ sheet: other })
      return
    }
    const sheet = composed.sheets[index]
    const rect = sheet && rectsOf(sheet, block, focus.from.offset, focus.from.offset + 1)[0]
    if (rect) reveal(scroller.current, svg.current, rect, scale)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a caret that moves is followed; a zoom is not
  }, [focus, layout])
  useEffect(() => {
    const { composed, sheet: index } = layout.get()
    const sheet = composed?.sheets[index]
    if (!sheet || !show) return
    const item = sheet.items.find((i) => i.kind === 'line' && i.block === show.block)
    if (item?.kind === 'line')
      reveal(scroller.current, svg.current, { x: item.x, y: item.y, width: item.width, height: item.size }, scale)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked once, shown once
  }, [show, layout])
}

function reveal(scroller: HTMLElement | null, svg: SVGSVGElement | null, rect: Rect, scale: number) {
  if (!scroller || !svg) return
  const box = scroller.getBoundingClientRect()
  const paper = svg.getBoundingClientRect()
  const [x, y] = [paper.left + rect.x * scale, paper.top + rect.y * scale]
  if (y < box.top + 20 || y > box.bottom - 40) scroller.scrollTop += y - box.top - box.height / 3
  if (x < box.left + 10 || x + rect.width * scale > box.right - 10) scroller.scrollLeft += x - box.left - box.width / 4
}

/** Ctrl and the wheel change the size. */
function useZoomWheel(scroller: React.RefObject<HTMLDivElement | null>, onStep: (by: 1 | -1) => void) {
  const step = useRef(onStep)
  useEffect(() => {
    step.current = onStep
  })
  useEffect(() => {
    const element = scroller.current
    let way = 0
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      way += event.deltaY
      if (Math.abs(way) < 40) return
      step.current(way < 0 ? 1 : -1)
      way = 0
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [scroller])
}

/** What stood in the middle stays there when the size changes. */
function useKeptCentre(scroller: React.RefObject<HTMLDivElement | null>, scale: number) {
  const before = useRef(scale)
  useLayoutEffect(() => {
    const element = scroller.current
    const by = scale / before.current
    before.current = scale
    if (!element || by === 1) return
    const middle = (at: number, size: number) => (at + size / 2) * by - size / 2
    element.scrollTo(middle(element.scrollLeft, element.clientWidth), middle(element.scrollTop, element.clientHeight))
  }, [scroller, scale])
}
