/** Two copies of one page become one: which stays, and which stories of the other it takes over. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { diff } from '../../../shared/diff.ts'
import { storyCount, textOfPage, titleOf } from '../../../shared/page/walk.ts'
import { call } from '../../app/banxin.ts'
import { pageTitle } from '../../app/page-title.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { useAsync } from '../../ui/use-async.ts'
import { lengths } from '../history/Compared.tsx'
import { localTime } from './local-time.ts'
import { lineOf } from './page-line.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'

type Props = {
  readonly ids: readonly number[]
  readonly onClose: () => void
  readonly onMerge: (keep: number, drop: number, take: string[]) => void
}

export function MergePages({ ids, onClose, onMerge }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const pages = useAsync(() => Promise.all(ids.map(copyOf)), [], w.complain)
  const alone = useMemo(() => onlyIn(pages ?? []), [pages])
  const [keep, setKeep] = useState(ids[0] ?? 0)
  const [take, setTake] = useState<readonly string[]>([])
  const drop = ids.find((id) => id !== keep) ?? 0
  const other = pages?.find((p) => p.id === drop)
  return (
    <Dialog title={t('shelves.mergeTitle')} onClose={onClose} className="dialog-wide">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onMerge(keep, drop, [...take])
        }}
      >
        <p className="dialog-text">{t('shelves.mergePagesBody')}</p>
        <div className="form-pair" role="radiogroup" aria-label={t('shelves.keep')}>
          {pages?.map((p, n) => (
            <label key={p.id} className="copy" data-chosen={p.id === keep}>
              <input
                type="radio"
                name="keep"
                checked={p.id === keep}
                onChange={() => {
                  setKeep(p.id)
                  setTake([])
                }}
              />
              <strong lang={langOf(nameOf(p))}>{nameOf(p)}</strong>
              <span lang={langOf(lineOf({ meta: p.page.meta, name: p.name }))}>
                {lineOf({ meta: p.page.meta, name: p.name })}
              </span>
              <span lang={langOf(p.name)}>{t('shelves.copyName', { name: p.name })}</span>
              <span>
                {t('library.stories', { n: storyCount(p.page) })} ·{' '}
                {t('library.characters', { n: textOfPage(p.page).replaceAll(/\s/g, '').length.toLocaleString('en') })}
              </span>
              <span>
                {t('shelves.copySaved', { n: p.revision, who: p.newest?.who, at: localTime(p.newest?.at ?? '') })}
              </span>
              <span>{t(alone[n] === 0 ? 'shelves.copyNothing' : 'shelves.copyAlone', { n: alone[n] })}</span>
            </label>
          ))}
        </div>
        {other && (
          <fieldset className="take">
            <legend>{t('shelves.take')}</legend>
            {other.page.articles.map((a) => (
              <Check
                key={a.id}
                name={titleOf(a)}
                checked={take.includes(a.id)}
                onChange={(on) => setTake(on ? [...take, a.id] : take.filter((id) => id !== a.id))}
              />
            ))}
          </fieldset>
        )}
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={!pages}>
            {t('shelves.mergeDo')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

const nameOf = ({ page, name }: OpenPage): string => pageTitle(page) || name

/** A page with what was saved of it last. */
async function copyOf(id: number) {
  const [page, [newest]] = await Promise.all([call('page.get', { id }), call('revision.list', { id })])
  return { ...page, newest }
}

/** How many characters only the one and only the other has. */
function onlyIn([one, other]: readonly OpenPage[]): readonly number[] {
  if (!one || !other) return []
  const { out, in: inside } = lengths(diff(textOfPage(one.page), textOfPage(other.page)))
  return [out, inside]
}
