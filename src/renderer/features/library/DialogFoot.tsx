/** The foot of a dialog about pages: to do it or not; while it is done, how far it is, and to stop it. */
import { useTranslation } from 'react-i18next'
import { Progress } from './Progress.tsx'
import type { Acts } from './use-acts.ts'

type Props = {
  readonly onClose: () => void
  readonly name: string
  readonly disabled: boolean
  readonly progress: Acts['progress']
}

export function DialogFoot({ onClose, name, disabled, progress }: Props) {
  const { t } = useTranslation()
  return (
    <footer className="dialog-foot">
      {progress ? (
        <Progress {...progress} />
      ) : (
        <>
          <button type="button" className="button" onClick={onClose}>
            {t('dialog.cancel')}
          </button>
          <button type="submit" className="button button-main" disabled={disabled}>
            {name}
          </button>
        </>
      )}
    </footer>
  )
}
