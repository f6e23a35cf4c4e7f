/** Remembers where the window stood, in a small file of its own beside the settings of Electron. */
import { readFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { screen } from 'electron'
import { writeWhole } from '../archive/write-whole.ts'

export type Bounds = Rectangle & { readonly maximized: boolean }

const SIDES = ['x', 'y', 'width', 'height'] as const

/** Checked by hand: the window is not there yet, and to load the schemas would take longer than to open it. */
const isBounds = (value: unknown): value is Bounds => {
  const found = (value ?? {}) as Partial<Bounds> // each part is looked at
  return (
    SIDES.every((side) => Number.isInteger(found[side])) &&
    (found.width ?? 0) >= 640 &&
    (found.height ?? 0) >= 480 &&
    typeof found.maximized === 'boolean'
  )
}

/** What was remembered, where a screen still shows at least a corner of it one can take hold of. */
export function recallBounds(file: string): Bounds | undefined {
  try {
    const bounds: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isBounds(bounds) && screen.getAllDisplays().some(({ workArea }) => reaches(bounds, workArea))
      ? bounds
      : undefined
  } catch {
    return undefined
  }
}

export function rememberBounds(window: BrowserWindow, file: string): Promise<void> {
  const bounds: Bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  return writeWhole(file, Buffer.from(JSON.stringify(bounds)))
}

const GRIP = 80

const reaches = (window: Rectangle, area: Rectangle): boolean =>
  window.x + window.width >= area.x + GRIP &&
  window.x <= area.x + area.width - GRIP &&
  window.y >= area.y &&
  window.y <= area.y + area.height - GRIP
