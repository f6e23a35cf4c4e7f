/** axe-core in a real window: what it finds, said so that one knows where to look. */
import axe from 'axe-core'
import type { Page } from '@playwright/test'

/** One line for each thing that axe finds wrong in what `page` shows now, by all rules or by `rules` only. */
export async function axeFinds(page: Page, view: string, rules?: readonly string[]): Promise<readonly string[]> {
  // A document gets the checker once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (runOnly) => {
    const checker = (globalThis as unknown as { axe: typeof axe }).axe // put there by the line above
    const found = await checker.run(document, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly: [...runOnly] }),
    })
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((n) => ({ at: n.target.join(' '), why: n.failureSummary ?? '' })),
    }))
  }, rules)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ at, why }) => `${view}: ${id} at ${at}: ${why.replace(/\s+/g, ' ')}`),
  )
}
