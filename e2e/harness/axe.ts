/** axe-core in the real window: what it finds, said so that one knows where to look. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** One line for each thing that axe finds wrong in `view`; with `only` just these rules are asked, and in that part of the window. */
export async function axeFinds(
  window: Page,
  view: string,
  only?: { readonly rules: readonly string[]; readonly part: string | undefined },
): Promise<readonly string[]> {
  // Electron has no second page in which the parts of a report could be put together.
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true)
  if (only) axe.withRules([...only.rules])
  if (only?.part !== undefined) axe.include(only.part)
  const { violations } = await axe.analyze()
  return violations.flatMap((v) =>
    v.nodes.map((n) => `${view}: ${v.id} at ${n.target.join(' ')}: ${n.failureSummary?.replace(/\s+/g, ' ')}`),
  )
}
