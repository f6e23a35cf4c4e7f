/** Ways to make a story fit, with what each would give; the one under the pointer is shown on the page before it is done. */
import { SlidersHorizontal } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { headOf } from '../../../shared/layout/compose/folio.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import { gridOn } from './frames.ts'
import { proposalsFor } from './proposals.ts'
import type { Placement } from '../../../shared/layout/placement.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Fit } from './fits.ts'
import type { Layout } from './layout.ts'
import type { ComposedState } from './state.ts'
import type { Proposal } from './proposals.ts'

/** The story's lines over or short then, and how many other stories would come to run over. */
type Choice = {
  readonly kind: Proposal['kind'] | 'track' | 'size' | 'headline'
  readonly value: number
  readonly placement: Placement
  readonly over: number
  readonly others: number
}

export function FitMenu({ article }: { readonly article: string }) {
  const { t } = useTranslation()
  const { desk, layout } = useWorkstation()
  const [choices, setChoices] = useState<readonly Choice[]>()
  const open = async () => {
    const base = layout.placementNow()
    const { composed } = layout.get()
    const { page } = desk.get()
    const fit = composed?.fits.find((f) => f.article === article)
    if (base && composed && page && fit) setChoices(await choicesFor(base, composed, page, fit, layout))
  }
  const close = () => {
    setChoices(undefined)
    layout.tryOut(undefined)
  }
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(isOpen) => (isOpen ? void open() : close())}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="icon-button" aria-label={t('fit.adjust')} title={t('fit.adjust')}>
          <SlidersHorizontal aria-hidden size={14} strokeWidth={1.6} />
        </button>
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={6}>
          <DropdownMenu.Label className="menu-label">{t('fit.ways')}</DropdownMenu.Label>
          {choices?.length === 0 && <p className="menu-label">{t('fit.noWay')}</p>}
          {choices?.map((c) => (
            <DropdownMenu.Item
              key={`${c.kind}${c.value}`}
              className="menu-item"
              onFocus={() => layout.tryOut(c.placement)}
              onPointerEnter={() => layout.tryOut(c.placement)}
              onSelect={() => layout.arrange(c.placement)}
            >
              {t(`fit.way.${c.kind}`, { value: shownValue(c) })}
              <span className="menu-note">
                {c.over > 0
                  ? t('fit.over', { n: c.over })
                  : c.over < 0
                    ? t('fit.short', { n: -c.over })
                    : t('fit.exact')}
                {c.others > 0 && ` · ${t('fit.others', { n: c.others })}`}
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}

/** What the type and the frame allow, the mildest for the other stories first. */
async function choicesFor(
  base: Placement,
  composed: ComposedState,
  page: Page,
  fit: Fit,
  layout: Layout,
): Promise<readonly Choice[]> {
  const index = base.frames.findLastIndex((f) => f.article === fit.article)
  const grid = gridOn(composed, base.frames[index]?.page ?? 0)
  const moved = proposalsFor(base, index, fit.over, composed.template, grid, headOf(page, 0))
  const { ways, overs } = await layout.measure(
    fit.article,
    base,
    moved.map((p) => p.placement),
  )
  return [...moved, ...ways]
    .map(({ kind, value, placement }, i): Choice => {
      const then = overs[i] ?? {}
      const others = composed.fits.filter((f) => f.article !== fit.article && worse(then[f.article] ?? 0, f.over))
      return { kind, value, placement, over: then[fit.article] ?? fit.over, others: others.length }
    })
    .filter((c) => Math.abs(c.over) < Math.abs(fit.over) || (fit.over > 0 && c.over <= 0))
    .filter((c, _, all) => all.find((x) => x.kind === c.kind && Math.abs(x.over) === best(all, c.kind)) === c)
    .toSorted((a, b) => a.others - b.others || Math.abs(a.over) - Math.abs(b.over))
}

/** The least that a kind of choice leaves over or short; of those that leave as much the first is the mildest. */
const best = (all: readonly Choice[], kind: Choice['kind']): number =>
  Math.min(...all.filter((c) => c.kind === kind).map((c) => Math.abs(c.over)))

/** The value as its sentence names it: letter-spacing in thousandths of an em. */
const shownValue = ({ kind, value }: Choice): number =>
  kind === 'track' ? Math.round(value * 1000) : Math.round(value * 10) / 10

/** A story that fitted and would not, or that would be over by more. */
const worse = (now: number, before: number): boolean => now > 0 && now > before
