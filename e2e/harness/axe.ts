/** axe-core in the real window: what it finds, said so that one knows where to look. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** One line for each thing that axe finds wrong in `view`; with `rules` only these are asked. */
export async function axeFinds(window: Page, view: string, rules?: readonly string[]): Promise<readonly string[]> {
  // Electron has no second page in which the parts of a report could be put together.
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true)
  if (rules) axe.withRules([...rules])
  const { violations } = await axe.analyze()
  return violations.flatMap((v) =>
    v.nodes.map((n) => `${view}: ${v.id} at ${n.target.join(' ')}: ${n.failureSummary?.replace(/\s+/g, ' ')}`),
  )
}
