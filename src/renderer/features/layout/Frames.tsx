/** Frames over the sheet while it is arranged: drag to move, drag an edge to resize, arrow keys for both. The page follows. */
// oxlint-disable jsx-a11y/prefer-tag-over-role -- SVG has no button
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { titleOf } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { placeFrame, removeFrame } from './arrange.ts'
import { cellsFor, gridOn, rectOn } from './frames.ts'
import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import type { Frame, Placement } from '../../../shared/layout/placement.ts'
import type { Rect } from '../../../shared/layout/hit.ts'
import type { Area } from './arrange.ts'
import type { ComposedState } from './state.ts'

type Props = {
  readonly composed: ComposedState
  readonly index: number
  readonly scale: number
  readonly svg: RefObject<SVGSVGElement | null>
}

/** Which edges a drag moves; none of them: the whole frame. */
type Grip = { readonly left?: boolean; readonly right?: boolean; readonly top?: boolean; readonly bottom?: boolean }
type Drag = {
  readonly frame: number
  readonly grip: Grip
  readonly x: number
  readonly y: number
  readonly base: Placement
}

export function Frames({ composed, index, scale }: Props) {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const page = useStore(desk, (s) => s.page)
  const selected = useStore(layout, (s) => s.selected)
  const drag = useRef<Drag>(undefined)
  if (!page) return null
  const grid = gridOn(composed, index)
  const names = new Map(page.articles.map((a) => [a.id, titleOf(a)]))

  const begin = (event: PointerEvent<SVGElement>, frame: number, grip: Grip = {}) => {
    const base = layout.placementNow()
    if (event.button !== 0 || !base) return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    layout.set({ selected: frame })
    drag.current = { frame, grip, x: event.clientX, y: event.clientY, base }
  }
  const follow = (event: PointerEvent<SVGElement>) => {
    const now = drag.current
    const from = now?.base.frames[now.frame]
    if (!now || !from) return
    const by = cellsFor(grid, (event.clientX - now.x) / scale, (event.clientY - now.y) / scale)
    const area = dragged(from, now.grip, by)
    layout.tryOut(sameArea(area, from) ? undefined : placeFrame(now.base, now.frame, area, grid))
  }
  const end = () => {
    const { trial } = layout.get()
    drag.current = undefined
    if (trial) layout.arrange(trial)
  }
  const onKey = (event: KeyboardEvent, frame: number) => {
    const base = layout.placementNow()
    const from = base?.frames[frame]
    if (!base || !from) return
    const way = ARROWS[event.key]
    if (way) {
      const grip: Grip = event.shiftKey ? { right: true, bottom: true } : {}
      const area = dragged(from, grip, way)
      if (!sameArea(area, from)) layout.arrange(placeFrame(base, frame, area, grid))
    } else if (event.key === 'Delete' && !from.pinned) layout.arrange(removeFrame(base, frame))
    else if (event.key === 'Enter' || event.key === ' ') layout.set({ selected: frame })
    else if (event.key === 'Escape') layout.set({ selected: undefined })
    else return
    event.preventDefault()
  }

  return (
    <g className="frames">
      <Columns composed={composed} index={index} />
      {composed.placement.frames.map((frame, i) => {
        if (frame.page !== index) return null
        const r = rectOn(grid, frame)
        const isSelected = i === selected
        return (
          <g key={`${frame.article}-${i}`} data-frame={i} data-selected={isSelected} data-pinned={frame.pinned}>
            <rect
              className="frame"
              x={r.x}
              y={r.y}
              width={r.width}
              height={r.height}
              strokeWidth={(isSelected ? 2 : 1) / scale}
              role="button"
              tabIndex={0}
              aria-pressed={isSelected}
              aria-label={t('layout.frame', {
                title: names.get(frame.article) ?? '',
                columns: frame.span,
                rows: frame.rows,
              })}
              onPointerDown={(event) => begin(event, i)}
              onPointerMove={follow}
              onPointerUp={end}
              onPointerCancel={end}
              onFocus={() => layout.set({ selected: i })}
              onKeyDown={(event) => onKey(event, i)}
            />
            {isSelected &&
              !frame.pinned &&
              GRIPS.map(([name, grip]) => {
                const at = gripAt(r, grip)
                return (
                  <rect
                    key={name}
                    className={`grip grip-${name}`}
                    x={at.x - 5 / scale}
                    y={at.y - 5 / scale}
                    width={10 / scale}
                    height={10 / scale}
                    strokeWidth={1.5 / scale}
                    onPointerDown={(event) => begin(event, i, grip)}
                    onPointerMove={follow}
                    onPointerUp={end}
                    onPointerCancel={end}
                  />
                )
              })}
          </g>
        )
      })}
    </g>
  )
}

/** The columns of the grid, faint behind the frames. */
function Columns({ composed, index }: Pick<Props, 'composed' | 'index'>) {
  const grid = gridOn(composed, index)
  return (
    <g className="grid-columns" aria-hidden>
      {Array.from({ length: grid.columns }, (_, column) => {
        const r = rectOn(grid, { column, span: 1, row: 0, rows: grid.rows })
        return <rect key={column} x={r.x} y={r.y} width={r.width} height={r.height} />
      })}
    </g>
  )
}

const GRIPS: readonly (readonly [string, Grip])[] = [
  ['n', { top: true }],
  ['e', { right: true }],
  ['s', { bottom: true }],
  ['w', { left: true }],
  ['se', { right: true, bottom: true }],
  ['nw', { left: true, top: true }],
]

const ARROWS: Readonly<Record<string, { readonly columns: number; readonly rows: number }>> = {
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowRight: { columns: 1, rows: 0 },
  ArrowUp: { columns: 0, rows: -1 },
  ArrowDown: { columns: 0, rows: 1 },
}

const gripAt = (r: Rect, grip: Grip) => ({
  x: grip.left ? r.x : grip.right ? r.x + r.width : r.x + r.width / 2,
  y: grip.top ? r.y : grip.bottom ? r.y + r.height : r.y + r.height / 2,
})

/** The area after a drag by so many cells; an edge never crosses the one against it. */
function dragged(f: Frame, grip: Grip, by: { readonly columns: number; readonly rows: number }): Area {
  if (!grip.left && !grip.right && !grip.top && !grip.bottom)
    return { column: f.column + by.columns, span: f.span, row: f.row + by.rows, rows: f.rows }
  const left = grip.left ? Math.min(by.columns, f.span - 1) : 0
  const top = grip.top ? Math.min(by.rows, f.rows - 1) : 0
  return {
    column: f.column + left,
    span: Math.max(1, f.span - left + (grip.right ? by.columns : 0)),
    row: f.row + top,
    rows: Math.max(1, f.rows - top + (grip.bottom ? by.rows : 0)),
  }
}

const sameArea = (a: Area, b: Area): boolean =>
  a.column === b.column && a.span === b.span && a.row === b.row && a.rows === b.rows
