/** Banxin's own JSON back into the Page it was written from. */
import type { Page } from '../../page/page.ts'
import { upgradePage } from '../../page/versions.ts'

/** The page that `text` holds, or undefined where it is not a page of a version that is known here. */
export function readPageJson(text: string): Page | undefined {
  try {
    return upgradePage(JSON.parse(text))
  } catch {
    return undefined
  }
}
