/** The status line: is it saved, how long is it, where is the caret, how sure is the guess. */
import { useTranslation } from 'react-i18next'
import { countText } from '../../../shared/page/count.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { doubtsOf } from './doubts.ts'
import type { TFunction } from 'i18next'
import type { TextCount } from '../../../shared/page/count.ts'
import type { Block, Page } from '../../../shared/page/page.ts'
import type { Focus, SaveState } from './desk.ts'

export function StatusBar() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const page = useStore(w.desk, (s) => s.page)
  const focus = useStore(w.desk, (s) => s.focus)
  const save = useStore(w.desk, (s) => s.save)
  const info = useStore(w.shell, (s) => s.info)
  const count = page && countPage(page)
  const place = page && focus && findBlock(page, focus.from.block)
  const doubts = page ? doubtsOf(page).length : 0
  const selected = page && focus ? countSelection(page, focus) : 0
  return (
    <footer className="status" aria-label={t('status.line')}>
      {page && (
        <button
          type="button"
          className="status-save"
          data-kind={save.kind}
          onClick={() =>
            save.kind === 'conflict' ? w.shell.set({ dialog: { name: 'conflict' } }) : void w.autosave.flush()
          }
        >
          <i aria-hidden />
          <output>{saveText(save, t)}</output>
        </button>
      )}
      {info?.standIn && <span className="status-standin">{t('app.standIn', { electron: info.electron })}</span>}
      <span className="status-space" />
      {place && (
        <>
          <span className="status-role" data-role={place.block.role} aria-live="polite">
            <i className="role-shape" aria-hidden />
            {ROLE_NAMES[place.block.role][langNow()]}
          </span>
          <span>
            {place.block.confirmed
              ? t('status.confirmed')
              : t('status.confidence', { percent: Math.round(place.block.confidence * 100) })}
          </span>
          <span className="status-place">
            {t('status.place', {
              article: place.articleIndex + 1,
              block: place.blockIndex + 1,
              offset: focus.from.offset,
            })}
          </span>
        </>
      )}
      {page && (
        <span className="status-doubts">{doubts > 0 ? t('status.doubts', { n: doubts }) : t('status.noDoubts')}</span>
      )}
      {selected > 0 && <span>{t('status.selected', { n: selected.toLocaleString('en') })}</span>}
      {count && (
        <span className="status-words" title={t('status.wordsTip', { all: count.withPunctuation, words: count.words })}>
          {t('status.words', { n: count.withPunctuation.toLocaleString('en') })}
        </span>
      )}
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
  }
}

/** Counts are kept by block value: typing counts one block anew. */
const counts = new WeakMap<Block, TextCount>()
const countBlock = (block: Block): TextCount => {
  const known = counts.get(block)
  if (known) return known
  const count = countText(block.text)
  counts.set(block, count)
  return count
}

function countPage(page: Page): { readonly withPunctuation: number; readonly words: number } {
  let withPunctuation = 0
  let words = 0
  for (const a of page.articles)
    for (const b of a.blocks) {
      const count = countBlock(b)
      withPunctuation += count.withPunctuation
      words += count.words
    }
  return { withPunctuation, words }
}

function countSelection(page: Page, { from, to, blocks }: Focus): number {
  if (from.block === to.block && from.offset === to.offset) return 0
  return blocks.reduce((sum, id) => {
    const text = findBlock(page, id)?.block.text ?? ''
    const piece = text.slice(id === from.block ? from.offset : 0, id === to.block ? to.offset : undefined)
    return sum + countText(piece).withPunctuation
  }, 0)
}
