/** The short help: first steps, the keys that matter most, formats, and what program this is. */
import { useTranslation } from 'react-i18next'
import { commandOf } from '../../app/commands.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { keyOf } from '../keys/bindings.ts'

const STEPS = ['import', 'roles', 'doubts', 'source', 'preview', 'export'] as const
const KEYS = [
  'view.palette',
  'role.menu',
  'block.join',
  'doubt.next',
  'doubt.accept',
  'view.nextPane',
  'tab.next',
  'find.open',
  'search.open',
  'edit.undo',
  'view.keys',
] as const
const READ = ['txt', 'md', 'json'] as const

export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const info = useStore(w.shell, (s) => s.info)
  const formats = useStore(w.shell, (s) => s.formats)
  const lang = langNow()
  const commands = KEYS.flatMap((id) => {
    const command = commandOf(id)
    const key = keyOf(command)
    return command && key !== undefined ? [{ id, name: command.name[lang], key: showKey(key) }] : []
  })
  return (
    <Dialog title={t('help.title')} onClose={onClose} className="dialog-wide">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key */}
      <div className="help" role="group" aria-label={t('help.title')} tabIndex={0}>
        <h3>{t('help.steps')}</h3>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{t(`help.step.${step}`)}</li>
          ))}
        </ol>
        <h3>{t('help.keys')}</h3>
        <dl>
          {commands.map(({ id, name, key }) => (
            <div key={id} className="help-key">
              <dt>{name}</dt>
              <dd>
                <kbd className="key">{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <h3>{t('help.formats')}</h3>
        <p>{t('help.read', { list: READ.map((x) => `.${x}`).join(lang === 'zh' ? '、' : ', ') })}</p>
        <p>{t('help.written', { list: formats.map((f) => f.name[lang]).join(lang === 'zh' ? '、' : ', ') })}</p>
        <h3>{t('help.about')}</h3>
        <p>{t('help.what')}</p>
        {info && (
          <p className="pane-note">
            {t('help.version', { version: info.version, electron: info.electron, sqlite: info.sqlite })}
            <br />
            {t('help.archive', { path: info.archive })}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => w.shell.set({ dialog: { name: 'keys' } })}>
          {t('help.allKeys')}
        </button>
        <button type="button" className="button button-main" data-first onClick={onClose}>
          {t('dialog.close')}
        </button>
      </footer>
    </Dialog>
  )
}
