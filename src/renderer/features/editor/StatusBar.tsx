/** The status line: is it saved, how long is it, where is the caret, how sure is the guess. */
import { useTranslation } from 'react-i18next'
import { doubtsOf } from '../../../shared/page/doubts.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { findBlock, storyNumbers } from '../../../shared/page/walk.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { ActLine } from '../acts/ActLine.tsx'
import { StateChip } from '../states/StateChip.tsx'
import { asking, restOfTyping } from './desk.ts'
import { useLater } from './use-later.ts'
import { WordCount } from './WordCount.tsx'
import type { TFunction } from 'i18next'
import type { SaveState } from './desk.ts'

export function StatusBar() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const page = useLater(w.desk, (s) => s.page, restOfTyping)
  const focus = useLater(w.desk, (s) => s.focus, restOfTyping)
  const save = useLater(w.desk, (s) => s.save, restOfTyping)
  const info = useStore(w.shell, (s) => s.info)
  const place = page && focus && findBlock(page, focus.from.block)
  const story = place && storyNumbers(page.articles).get(place.article.id)
  const doubts = page ? doubtsOf(page).length : 0
  return (
    <footer className="status" aria-label={t('status.line')}>
      {page && (
        <button
          type="button"
          className="status-save"
          data-kind={save.kind}
          onClick={() => {
            const name = asking(save)
            if (name) w.shell.set({ dialog: { name } })
            else void w.autosave.flush()
          }}
        >
          <i aria-hidden />
          <output>{saveText(save, t)}</output>
        </button>
      )}
      {info?.standIn && (
        <span className="status-standin" title={t('app.standIn', { electron: info.electron })}>
          {t('app.standIn', { electron: info.electron })}
        </span>
      )}
      <ActLine />
      <span className="status-space" />
      {place && (
        <>
          <span className="status-role" data-role={place.block.role} aria-live="polite">
            <i className="role-shape" aria-hidden />
            {ROLE_NAMES[place.block.role][langNow()]}
          </span>
          <span className="status-sure">
            {place.block.confirmed
              ? t('status.confirmed')
              : t('status.confidence', { percent: Math.round(place.block.confidence * 100) })}
          </span>
          <span className="status-place">
            {t(story === undefined ? 'status.placeAside' : 'status.place', {
              article: story ?? '',
              block: place.blockIndex + 1,
              offset: focus.from.offset,
            })}
          </span>
        </>
      )}
      <StateChip />
      {page && (
        <span className="status-doubts" data-done={doubts === 0}>
          {doubts > 0 ? t('status.doubts', { n: doubts }) : t('status.noDoubts')}
        </span>
      )}
      <WordCount />
    </footer>
  )
}

function saveText(save: SaveState, t: TFunction): string {
  switch (save.kind) {
    case 'saved':
      return save.at
        ? t('status.saved', { time: new Date(save.at).toLocaleTimeString('en-GB') })
        : t('status.savedOnly')
    case 'unsaved':
      return t('status.unsaved')
    case 'saving':
      return t('status.saving')
    case 'failed':
      return t('status.failed')
    case 'conflict':
      return t('status.conflict')
    case 'binned':
      return t('status.binned')
    case 'gone':
      return t('status.gone')
  }
}
