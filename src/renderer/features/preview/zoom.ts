/** Sizes of the sheet on the screen: fit to the pane, print size, or a step between. */

/** `width`, `page` (whole sheet) or CSS pixels a point. */
export type Zoom = 'width' | 'page' | number

/** CSS pixels a point at print size: a millimetre on the sheet is a CSS millimetre. */
export const PRINT = 96 / 72
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4].map((x) => x * PRINT)
/** Desk around the sheet in CSS pixels, on each side. */
export const MARGIN = 16
/** Width of a scroll bar in CSS pixels. */
const BAR = 11

type Size = { readonly width: number; readonly height: number }

/** CSS pixels a point for a sheet (points) in a pane (CSS pixels). */
export function scaleOf(zoom: Zoom, sheet: Size, pane: Size): number {
  const across = Math.max(50, pane.width - 2 * MARGIN - BAR) / sheet.width
  const down = Math.max(50, pane.height - 2 * MARGIN) / sheet.height
  switch (zoom) {
    case 'width':
      return across
    case 'page':
      return Math.min(across, down)
    default:
      return zoom
  }
}

/** The next larger (`by` 1) or smaller (−1) step from a scale. */
export function stepFrom(scale: number, by: 1 | -1): number {
  const next = by > 0 ? STEPS.find((s) => s > scale * 1.01) : STEPS.findLast((s) => s < scale * 0.99)
  return next ?? scale
}

/** A scale as people read it: 100 is print size. */
export const percentOf = (scale: number): number => Math.round((scale / PRINT) * 100)
