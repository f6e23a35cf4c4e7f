/** The people of bylines: how often, as what, under which spellings; spellings that may be one person can be joined. */
import { Merge, Split, Users } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { Sentence } from '../../ui/Sentence.tsx'
import { stepInList } from '../../ui/step-in-list.ts'
import { useAsync } from '../../ui/use-async.ts'
import { RoomHead } from '../library/RoomHead.tsx'
import type { Person } from '../../../shared/api/library.ts'

const PORTION = 200
const QUIET = 150

export function People() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  const [limit, setLimit] = useState(PORTION)
  const [version, setVersion] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), QUIET)
    return () => clearTimeout(timer)
  }, [text])
  const read = useAsync(
    () => call('people.list', { ...(asked && { text: asked }), offset: 0, limit: Math.min(limit, 1000) }),
    [asked, limit, version],
    w.complain,
  )
  const alike = useAsync(() => call('people.alike', { limit: 100 }), [version], w.complain)
  const suspects = useRef<HTMLElement>(null)
  useEffect(() => {
    // The button that joined two is gone, and the focus with it: it goes to what may be joined next.
    if (document.activeElement !== document.body) return
    const next = suspects.current?.querySelector<HTMLElement>('button') ?? suspects.current
    next?.focus()
  }, [alike])
  const change = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      w.complain(error)
    }
    setVersion((n) => n + 1)
  }
  const stories = (name: string) => {
    w.rooms.set({ room: undefined })
    w.openSearch()
    w.search.look({ query: `署名:${name}` })
  }

  return (
    <div className="people">
      <RoomHead title={t('room.people')} note={read && t('people.count', { n: read.total.toLocaleString('en') })}>
        <FilterField name={t('people.filter')} value={text} onText={setText} inHead first />
      </RoomHead>
      <div className="bin-columns">
        <div className="people-list">
          {read?.total === 0 && (
            <div className="empty empty-room">
              <Users aria-hidden size={28} strokeWidth={1.2} />
              <p>{asked ? t('people.noMatch') : t('people.none')}</p>
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys go from button to button */}
          <ul className="list" aria-label={t('room.people')} onKeyDown={stepInList}>
            {read?.people.map((p) => (
              <li key={p.id} className="list-row person">
                <button type="button" className="person-name" lang={langOf(p.name)} onClick={() => stories(p.name)}>
                  {p.name}
                </button>
                <span className="list-grow">
                  {p.kinds.map((kind) => t(`people.${kind}`)).join(langNow() === 'zh' ? '、' : ', ')}
                  {p.variants.length > 0 && (
                    <span className="variants">
                      <Sentence text={t('people.variants', { names: p.variants.join('、') })} />
                      <IconButton
                        name={t('people.split', { name: p.name })}
                        icon={Split}
                        onClick={(event) => {
                          // It is gone when they are apart.
                          event.currentTarget.closest('li')?.querySelector('button')?.focus()
                          void change(() => call('people.split', { id: p.id }))
                        }}
                      />
                    </span>
                  )}
                </span>
                <span className="list-note">{t('people.articles', { n: p.articles.toLocaleString('en') })}</span>
              </li>
            ))}
          </ul>
          {read && read.people.length < read.total && limit < 1000 && (
            <button type="button" className="button more" onClick={() => setLimit(limit + PORTION)}>
              {t('people.more')}
            </button>
          )}
        </div>
        <section className="column operations" aria-label={t('people.alike')} tabIndex={-1} ref={suspects}>
          <h3>{t('people.alike')}</h3>
          {alike?.length === 0 && <p className="empty-hint">{t('people.alikeNone')}</p>}
          <ul>
            {alike?.map((group) => (
              <Alike
                key={group.map((p) => p.id).join()}
                group={group}
                onMerge={(into) =>
                  void change(() =>
                    call('people.merge', { into, ids: group.map((p) => p.id).filter((id) => id !== into) }),
                  )
                }
              />
            ))}
          </ul>
        </section>
      </div>
    </div>
  )
}

function Alike({ group, onMerge }: { readonly group: readonly Person[]; readonly onMerge: (into: number) => void }) {
  const { t } = useTranslation()
  const [first] = group.toSorted((a, b) => b.articles - a.articles)
  const [into, setInto] = useState(first?.id ?? 0)
  const name = group.find((p) => p.id === into)?.name ?? ''
  return (
    <li className="operation">
      <span className="alike" role="radiogroup" aria-label={group.map((p) => p.name).join('、')}>
        {group.map((p) => (
          <label key={p.id} lang={langOf(p.name)}>
            <input type="radio" checked={p.id === into} onChange={() => setInto(p.id)} />
            {p.name}
            <b>{p.articles}</b>
          </label>
        ))}
      </span>
      <IconButton name={t('people.merge', { name })} icon={Merge} onClick={() => onMerge(into)} />
    </li>
  )
}
