/** Chooses the sheet for a page whose template nobody named: the first that holds it all and is well filled. */
import type { Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { compose } from './compose.ts'
import type { Composed } from './compose.ts'
import { TEMPLATES } from './templates.ts'
import type { Template } from './template.ts'

/** From the smallest page to the largest. */
const TRIED = ['feature-tabloid', 'national-tabloid', 'national-broadsheet']

/** `page` composed in the template of `id`; without one, in the smallest sheet that holds it whole. */
export function composeFor(page: Page, id: string | undefined, words?: Words): Composed {
  const wanted = TEMPLATES.find((t) => t.id === id)
  if (wanted) return compose(page, wanted, undefined, words)
  let composed: Composed | undefined
  for (const name of TRIED) {
    const template = TEMPLATES.find((t) => t.id === name) ?? (TEMPLATES[0] as Template) // never empty
    composed = compose(page, template, undefined, words)
    if (composed.pages.length === 1) break
  }
  return composed as Composed // at least one was tried
}
