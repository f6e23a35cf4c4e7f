/** Find and replace over the whole archive: every place is shown before it changes, any can be left out, one undo takes all back. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BanxinError, errorText } from '../../../shared/errors.ts'
import { ROLES } from '../../../shared/page/page.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useProgress } from '../../app/use-progress.ts'
import { savedFirst } from '../../app/saved-first.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Check } from '../../ui/Check.tsx'
import { Progress } from '../library/Progress.tsx'
import { RoomHead } from '../library/RoomHead.tsx'
import { tellUndone } from '../library/tell-undone.ts'
import { ALL, NONE, Places } from './Places.tsx'
import type { Looked, ReplaceHit, ReplaceInput } from '../../../shared/api/search.ts'
import type { Role } from '../../../shared/page/page.ts'

/** Places listed at most. */
const LISTED = 5000

type Preview = {
  readonly input: ReplaceInput
  readonly hits: readonly ReplaceHit[]
  readonly total: number
  readonly pages: number
  readonly looked: Looked
}

type Field = 'find' | 'replacement'

type Done = {
  readonly operation: number | null
  readonly replaced: number
  readonly pages: number
  readonly conflicts: number
}

export function Replace() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [input, setInput] = useState<ReplaceInput>({ find: w.search.get().text, replacement: '' })
  const [preview, setPreview] = useState<Preview>()
  const [chosen, setChosen] = useState(ALL)
  const find = useRef<HTMLInputElement>(null)
  const replacement = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done>()
  const progress = useProgress()
  /** What is wrong with the expression or its replacement, and of which input. */
  const [wrong, setWrong] = useState<{ readonly input: ReplaceInput; readonly text: string; readonly field: Field }>()
  const fresh = preview?.input === input
  const told = wrong?.input === input ? wrong : undefined

  const during = async (work: () => Promise<void>) => {
    setBusy(true)
    setWrong(undefined)
    try {
      await work()
    } catch (error) {
      if (error instanceof BanxinError && error.code.startsWith('expression/')) {
        const field = error.code === 'expression/group' ? 'replacement' : 'find'
        setWrong({ input, text: errorText(error.code, error.params, langNow()), field })
        setPreview(undefined)
        ;(field === 'find' ? find : replacement).current?.focus()
      } else w.complain(error)
    } finally {
      setBusy(false)
    }
  }
  const look = () =>
    during(async () => {
      await w.autosave.flush()
      const found = await call('replace.preview', { ...input, limit: LISTED })
      setPreview(found.stopped ? undefined : { input, ...found })
      setChosen(ALL)
      setDone(undefined)
    })
  const apply = () =>
    during(async () => {
      if (!preview || !(await savedFirst(w))) return
      const keys = [...chosen.keys]
      const which = chosen.none ? { exclude: [], only: keys } : { exclude: keys }
      const made = await call('replace.apply', { ...input, ...which, looked: preview.looked })
      if (made.stopped) return
      setDone({ ...made, conflicts: made.conflicts.length })
      setPreview(undefined)
    })
  const undo = (operation: number) =>
    during(async () => {
      if (!(await savedFirst(w))) return
      const undone = await call('operation.undo', { id: operation })
      if (!undone.stopped) setDone(undefined)
      tellUndone(w, undone, 'replace.undone')
    })

  const left = chosen.none ? chosen.keys.size : (preview?.total ?? 0) - chosen.keys.size
  return (
    <div className="replace">
      <div>
        <RoomHead title={t('replace.title')} />
        <form
          className="replace-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (input.find) void look()
          }}
        >
          <label className="field">
            <span>{t('replace.find')}</span>
            <input
              className="input"
              data-first
              ref={find}
              value={input.find}
              maxLength={1000}
              spellCheck={false}
              aria-invalid={told?.field === 'find'}
              aria-describedby="replace-wrong"
              onChange={(event) => setInput({ ...input, find: event.target.value })}
            />
          </label>
          <label className="field">
            <span>{t('replace.with')}</span>
            <input
              className="input"
              ref={replacement}
              value={input.replacement}
              maxLength={10_000}
              spellCheck={false}
              aria-invalid={told?.field === 'replacement'}
              aria-describedby="replace-wrong"
              onChange={(event) => setInput({ ...input, replacement: event.target.value })}
            />
          </label>
          <button type="submit" className="button" disabled={!input.find || busy}>
            {t('replace.preview')}
          </button>
          <p id="replace-wrong" className="replace-wrong" role="alert" hidden={told === undefined}>
            {told?.text}
          </p>
          <div className="replace-options">
            <Check
              name={t('replace.expression')}
              checked={input.expression ?? false}
              onChange={(expression) => setInput({ ...input, expression })}
            />
            <Check
              name={t('replace.case')}
              checked={input.matchCase ?? false}
              onChange={(matchCase) => setInput({ ...input, matchCase })}
            />
            <label className="inline-field">
              {t('replace.roles')}
              <select
                className="picker"
                value={input.roles?.[0] ?? ''}
                onChange={(event) => {
                  const { roles: _roles, ...rest } = input
                  setInput(event.target.value ? { ...rest, roles: [event.target.value as Role] } : rest) // an option of the list below
                }}
              >
                <option value="">{t('replace.rolesAll')}</option>
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {ROLE_NAMES[role][langNow()]}
                  </option>
                ))}
              </select>
            </label>
            {input.expression && <span>{t('replace.expressionHint')}</span>}
          </div>
        </form>
      </div>
      {preview && preview.total > 0 ? (
        <Places hits={preview.hits} chosen={chosen} onChosen={setChosen} />
      ) : (
        <div className="empty empty-room" role="status">
          <p>
            {busy
              ? t('replace.searching')
              : preview
                ? t('replace.none')
                : done
                  ? doneText(done, t)
                  : t('replace.start')}
          </p>
          {busy && progress && (
            <p className="replace-progress">
              <Progress {...progress} />
            </p>
          )}
          {!preview && !done && !busy && <p className="empty-hint">{t('replace.startHint')}</p>}
          {done && done.conflicts > 0 && (
            <p className="empty-hint">{t('replace.conflicts', { n: done.conflicts.toLocaleString('en') })}</p>
          )}
          {done && done.operation !== null && (
            <button type="button" className="button" onClick={() => void undo(done.operation ?? 0)}>
              {t('replace.undo')}
            </button>
          )}
        </div>
      )}
      {preview && preview.total > 0 && (
        <footer className="replace-foot">
          <span>
            {t('replace.total', {
              total: preview.total.toLocaleString('en'),
              pages: preview.pages.toLocaleString('en'),
            })}
          </span>
          {left < preview.total && (
            <span className="pane-note">
              {t('replace.excluded', { n: (preview.total - left).toLocaleString('en') })}
            </span>
          )}
          {preview.total > preview.hits.length && !chosen.none && (
            <span className="pane-note">{t('replace.shown', { n: preview.hits.length.toLocaleString('en') })}</span>
          )}
          {!fresh && <span className="warn">{t('replace.stale')}</span>}
          <span className="status-space" />
          {busy && progress && <Progress {...progress} />}
          <button type="button" className="button" onClick={() => setChosen(ALL)} disabled={left === preview.total}>
            {t('replace.all')}
          </button>
          <button type="button" className="button" onClick={() => setChosen(NONE)} disabled={left === 0}>
            {t('replace.noneSelected')}
          </button>
          <button
            type="button"
            className="button button-main"
            disabled={!fresh || busy || left === 0}
            onClick={() => void apply()}
          >
            {t('replace.apply', { n: left.toLocaleString('en') })}
          </button>
        </footer>
      )}
    </div>
  )
}

const doneText = (done: Done, t: (key: string, params: Record<string, string>) => string): string =>
  t('replace.done', { replaced: done.replaced.toLocaleString('en'), pages: done.pages.toLocaleString('en') })
