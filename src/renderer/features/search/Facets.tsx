/** The filters of a search: where the hits lie, each a menu with counts; what is chosen stands below and can be taken off. */
import { ArrowDownUp, ChevronDown, X } from 'lucide-react'
import { DropdownMenu, Popover } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { ROLES } from '../../../shared/page/page.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { DayField } from '../../ui/DayField.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import { isSomething } from './search.ts'
import type { Role } from '../../../shared/page/page.ts'
import type { SearchInput } from '../../../shared/api/search.ts'
import type { Filters, Sort } from './search.ts'

const KINDS = ['publications', 'years', 'roles', 'people', 'keywords'] as const
/** What can be chosen before anything was found. */
const ALONE = ['roles'] as const
type Kind = (typeof KINDS)[number]
const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest']

/** A filter's value as it is shown; '' is what is not known. */
export const nameOf = (kind: string, value: string, t: (key: string) => string): string =>
  kind === 'roles'
    ? ROLE_NAMES[value as Role][langNow()] // the facet of roles holds roles
    : value || (kind === 'years' || kind === 'publications' ? t(`search.unknown.${kind}`) : '')

/** What a search is called when it is kept: its words and its filters. */
export const searchName = ({ query, from, to, ...filters }: SearchInput, t: (key: string) => string): string =>
  [
    query.trim(),
    ...KINDS.flatMap((kind) => (filters[kind] ?? []).map((value) => nameOf(kind, value, t))),
    from || to ? `${from ?? ''} … ${to ?? ''}`.trim() : '',
  ]
    .filter(Boolean)
    .join(' · ')

export function Facets() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const filters = useStore(w.search, (s) => s.filters)
  const sort = useStore(w.search, (s) => s.sort)
  const chosen = KINDS.flatMap((kind) => (filters[kind] ?? []).map((value) => ({ kind, value })))
  const something = useStore(w.search, () => isSomething(w.search.input()))
  const dates = [filters.from, filters.to].some(Boolean)
  return (
    <>
      <div className="facets" role="toolbar" aria-label={t('search.filters')}>
        {(something ? KINDS : ALONE).map((kind) => (
          <FacetMenu key={kind} kind={kind} />
        ))}
        <Dates />
        {something && (
          <DropdownMenu.Root modal={false}>
            <DropdownMenu.Trigger className="facet facet-sort" title={t('search.sort')}>
              <ArrowDownUp aria-hidden size={13} />
              {t(`search.sort.${sort}`)}
            </DropdownMenu.Trigger>
            <MenuPortal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={5}>
                <DropdownMenu.RadioGroup
                  value={sort}
                  onValueChange={(v) => SORTS.forEach((s) => s === v && w.search.order(s))}
                >
                  {SORTS.map((s) => (
                    <DropdownMenu.RadioItem key={s} value={s} className="menu-item" data-checked={s === sort}>
                      {t(`search.sort.${s}`)}
                    </DropdownMenu.RadioItem>
                  ))}
                </DropdownMenu.RadioGroup>
              </DropdownMenu.Content>
            </MenuPortal>
          </DropdownMenu.Root>
        )}
      </div>
      {(chosen.length > 0 || dates) && (
        <ul className="chips" aria-label={t('search.chosen')}>
          {chosen.map(({ kind, value }) => (
            <Chosen
              key={`${kind}${value}`}
              name={nameOf(kind, value, t)}
              onRemove={() => w.search.filter(toggled(filters, kind, value))}
            />
          ))}
          {dates && (
            <Chosen
              name={`${filters.from ?? ''} … ${filters.to ?? ''}`}
              onRemove={() => w.search.filter({ from: '', to: '' })}
            />
          )}
        </ul>
      )}
    </>
  )
}

function FacetMenu({ kind }: { readonly kind: Kind }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const facets = useStore(w.search, (s) => s.facets)
  const filters = useStore(w.search, (s) => s.filters)
  const chosen: readonly string[] = filters[kind] ?? []
  const found = facets?.[kind]
  // Roles are known even where counting them would take too long.
  const rows = found ?? (kind === 'roles' ? ROLES.map((value) => ({ value, count: undefined })) : [])
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="facet" data-chosen={chosen.length > 0}>
        {t(`search.facet.${kind}`)}
        <ChevronDown aria-hidden size={12} />
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu menu-tall" align="start" sideOffset={5}>
          {rows.length === 0 && <p className="menu-label">{t('search.facetNone')}</p>}
          {rows.map(({ value, count }) => (
            <DropdownMenu.CheckboxItem
              key={value}
              className="menu-item"
              checked={chosen.includes(value)}
              data-checked={chosen.includes(value)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={() => w.search.filter(toggled(filters, kind, value))}
            >
              <span className="tick" data-on={chosen.includes(value)} aria-hidden />
              <span lang={langOf(value)}>{nameOf(kind, value, t)}</span>
              {count !== undefined && <span className="menu-note">{count.toLocaleString('en')}</span>}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}

function Dates() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const { from, to } = useStore(w.search, (s) => s.filters)
  return (
    <Popover.Root>
      <Popover.Trigger className="facet" data-chosen={Boolean(from || to)}>
        {t('search.dates')}
        <ChevronDown aria-hidden size={12} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="menu dates" align="start" sideOffset={5}>
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="field">
              <span>{t(`search.${end}`)}</span>
              <DayField
                className="input"
                placeholder="2026-03-18"
                value={(end === 'from' ? from : to) ?? ''}
                onDay={(day) => w.search.filter({ [end]: day })}
              />
            </label>
          ))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Chosen({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <li>
      <button type="button" className="chip chip-on" aria-label={t('search.without', { name })} onClick={onRemove}>
        <span lang={langOf(name)}>{name}</span>
        <X aria-hidden size={12} />
      </button>
    </li>
  )
}

function toggled(filters: Filters, kind: Kind, value: string): Filters {
  const list: readonly string[] = filters[kind] ?? []
  return { [kind]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value] }
}
