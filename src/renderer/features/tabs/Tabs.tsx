/** The tabs of open pages: the one at hand has the focus stop, the arrow keys go along, Delete closes. */
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { pageTitle } from '../../app/page-title.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { langOf } from '../../ui/lang-of.ts'
import { closeTab } from './commands.ts'
import type { KeyboardEvent } from 'react'
import type { Tab } from './tabs.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

export function Tabs() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const tabs = useStore(w.shell, (s) => s.chosen.tabs)
  const open = useStore(w.desk, (s) => s.open?.id)
  const now = useLater(w.desk, (s) => (s.page ? pageTitle(s.page) : ''), restOfTyping)
  const titleOf = (tab: Tab) => (tab.id === open && now) || tab.title
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open, tabs])
  if (tabs.length === 0) return <div className="page-tabs" />

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: number) => {
    const step = STEPS[event.key]
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])]
    if (event.key === 'Delete') void closeTab(w, id)
    else if (step !== undefined) all[(all.indexOf(event.currentTarget) + step + all.length) % all.length]?.focus()
    else return
    event.preventDefault()
  }

  return (
    <nav className="page-tabs" aria-label={t('tabs.title')}>
      <div className="tab-list" role="tablist" aria-label={t('tabs.title')} ref={list}>
        {tabs
          .map((tab) => ({ id: tab.id, title: titleOf(tab) }))
          .map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className="page-tab"
              role="tab"
              aria-selected={id === open}
              tabIndex={id === open ? 0 : -1}
              title={title}
              onClick={() => void w.openPage(id)}
              onAuxClick={(event) => event.button === 1 && void closeTab(w, id)}
              onKeyDown={(event) => onKeyDown(event, id)}
            >
              <span className="tab-title" lang={langOf(title)}>
                {title}
              </span>
              {/* A button within a tab cannot be reached by key; Delete and the command do what it does. */}
              <span
                className="tab-close"
                aria-hidden
                title={t('tabs.close')}
                onClick={(event) => {
                  event.stopPropagation()
                  void closeTab(w, id)
                }}
              >
                <X size={12} />
              </span>
            </button>
          ))}
      </div>
    </nav>
  )
}
