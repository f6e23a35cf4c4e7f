/** Remembers where the window stood, in a small file of its own beside the settings of Electron. */
import { readFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { screen } from 'electron'
import { z } from 'zod'
import { writeWhole } from '../archive/write-whole.ts'

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640),
  height: z.int().min(480),
  maximized: z.boolean(),
})
export type Bounds = z.infer<typeof boundsSchema>

/** What was remembered, where a screen still shows at least a corner of it one can take hold of. */
export function recallBounds(file: string): Bounds | undefined {
  try {
    const bounds = boundsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return screen.getAllDisplays().some(({ workArea }) => reaches(bounds, workArea)) ? bounds : undefined
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
