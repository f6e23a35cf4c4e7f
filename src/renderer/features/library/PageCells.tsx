/** What a row of the library's table says of its page. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Check } from '../../ui/Check.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { localTime } from './local-time.ts'
import type { LibraryPage } from '../../../shared/api/library.ts'

export const COLUMNS = [
  { id: 'date', sort: 'date' },
  { id: 'publication', sort: undefined },
  { id: 'number', sort: 'number' },
  { id: 'title', sort: 'title' },
  { id: 'stories', sort: undefined },
  { id: 'characters', sort: 'characters' },
  { id: 'state', sort: undefined },
  { id: 'updated', sort: 'updated' },
] as const
export type Column = (typeof COLUMNS)[number]

export const Cells = memo(function Cells({
  page,
  columns,
  chosen,
  index,
  tabbable,
  onChoose,
}: {
  readonly page: LibraryPage
  readonly columns: readonly Column[]
  readonly chosen: boolean
  readonly index: number
  readonly tabbable: boolean
  readonly onChoose: (id: number, index: number) => void
}) {
  const { t } = useTranslation()
  const title = page.title || page.name
  const cells: Readonly<Record<Column['id'], string>> = {
    date: page.meta.date ?? '',
    publication: page.meta.publication ?? '',
    number: [page.meta.number, page.meta.section].filter(Boolean).join(' '),
    title,
    stories: String(page.stories),
    characters: page.characters.toLocaleString('en'),
    state: page.state,
    updated: localTime(page.updatedAt),
  }
  return (
    <>
      <span role="gridcell">
        <Check
          name={t('shelves.choose', { title })}
          hidden
          checked={chosen}
          tabbable={tabbable}
          onChange={() => onChoose(page.id, index)}
        />
      </span>
      {columns.map(({ id }) => (
        <span
          key={id}
          role="gridcell"
          data-column={id}
          lang={langOf(cells[id])}
          title={id === 'title' ? page.name : undefined}
        >
          {cells[id]}
        </span>
      ))}
    </>
  )
})
