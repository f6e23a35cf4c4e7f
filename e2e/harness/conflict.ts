/** A conflict on the open page: another saves it, and then the person types on. */
import { expect } from '@playwright/test'
import { storedPage } from './desk.ts'
import type { Page } from '../../src/shared/page/page.ts'
import type { Launched } from './launch.ts'

/** In the page on the desk another makes the first of each pair the second and saves it; then `typed` is typed where the caret stands. */
export async function conflictOver(
  desk: Launched,
  changes: readonly (readonly [from: string, to: string])[],
  typed: string,
): Promise<void> {
  await savedElsewhere(desk, changes)
  await desk.window.keyboard.type(typed)
  await expect(desk.window.locator('.status-save[data-kind=conflict]')).toBeVisible()
}

/** In the page on the desk another makes the first of each pair the second and saves it, unheard by the window. */
export async function savedElsewhere(
  desk: Launched,
  changes: readonly (readonly [from: string, to: string])[],
): Promise<void> {
  // The window may be saving what was typed before: then it is tried again on what stands there.
  await expect(async () => {
    const { id, page, revision } = await storedPage(desk)
    const text = changes.reduce((all, [from, to]) => all.replace(from, to), JSON.stringify(page))
    await desk.call('page.save', { id, revision, page: JSON.parse(text) as Page })
  }).toPass()
}
