/** Where the page and its articles stand in the newsroom's steps, who took them there and when; and the steps themselves, to change. */
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storyNumbers, titleOf } from '../../../shared/page/walk.ts'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { UndoOffer } from '../library/UndoOffer.tsx'
import { useUndo } from '../library/use-undo.ts'
import { Steps } from './Steps.tsx'
import { timeOf } from './time.ts'
import { WorkflowForm } from './WorkflowForm.tsx'
import type { Workflow } from '../../../shared/api/library.ts'
import type { States } from './time.ts'

export function StatesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const page = useStore(w.desk, (s) => s.page)
  const [workflow, setWorkflow] = useState<Workflow>()
  const [states, setStates] = useState<States>()
  const [editing, setEditing] = useState(false)

  const read = useCallback(async () => {
    if (id === undefined) return
    await w.autosave.flush()
    setWorkflow(await call('workflow.get', {}))
    setStates(await call('state.get', { page: id }))
  }, [w, id])
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- what is set comes from the archive, later
    read().catch(w.complain)
  }, [read, w])

  const again = async () => {
    w.shell.set({ stated: w.shell.get().stated + 1 })
    await read().catch(w.complain)
  }
  const undoing = useUndo(again)
  const set = async (step: string, article?: string) => {
    if (id === undefined) return
    const { operation } = await call('state.set', { pages: [id], step, ...(article !== undefined && { article }) })
    undoing.offer(operation, step === '' ? t('state.wasCleared') : t('state.was', { step }))
    await again()
  }
  const keep = async (next: Workflow) => {
    await call('workflow.set', next)
    await read()
    setEditing(false)
  }

  if (!page || !workflow || !states)
    return (
      <Dialog title={t('state.title')} onClose={onClose}>
        {null}
      </Dialog>
    )
  const numbers = storyNumbers(page.articles)
  // Page furniture goes through no steps of its own; what once was a story keeps those that it took.
  const stories = page.articles.filter((a) => numbers.has(a.id) || states.articles[a.id])
  const nameOf = (article: string) => {
    const n = numbers.get(article)
    return n === undefined ? t('state.noStory') : t('state.article', { n })
  }
  // What comes in the place of something else opens anew: the focus goes to where one begins in it.
  return (
    <Dialog
      key={editing ? 'form' : 'steps'}
      title={t('state.title')}
      onClose={onClose}
      className="dialog-wide dialog-states"
    >
      {editing ? (
        <WorkflowForm
          workflow={workflow}
          onCancel={() => setEditing(false)}
          onKeep={(next) => void keep(next).catch(w.complain)}
        />
      ) : (
        <>
          <Steps
            first
            title={t('state.page')}
            steps={workflow.pages}
            entry={states.page}
            log={states.log.filter((l) => l.article === null)}
            onSet={(step) => void set(step).catch(w.complain)}
          />
          {stories.map((article) => (
            <Steps
              key={article.id}
              title={`${nameOf(article.id)} ${titleOf(article)}`}
              steps={workflow.articles}
              entry={states.articles[article.id] ?? null}
              log={states.log.filter((l) => l.article === article.id)}
              onSet={(step) => void set(step, article.id).catch(w.complain)}
            />
          ))}
          {states.log.length > 0 && (
            <details className="state-log">
              <summary>{t('state.log')}</summary>
              <ul>
                {states.log.map((l) => (
                  <li key={`${l.at}${l.article ?? ''}${l.step}`}>
                    <span>{timeOf(l.at)}</span> <span>{l.who}</span>{' '}
                    <span>{l.article === null ? t('state.page') : nameOf(l.article)}</span>{' '}
                    <b lang={langOf(l.step)}>{l.step || t('state.none')}</b>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <footer className="dialog-foot">
            <UndoOffer {...undoing} />
            <span className="status-space" />
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('state.edit')}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {t('dialog.close')}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  )
}
