/** The doubt at the caret, over the foot of the page: the question, how sure and why, and the answers with their keys. */
import { useTranslation } from 'react-i18next'
import { doubtAt, doubtsOf, surenessOf } from '../../../shared/page/doubts.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { reasonsText } from '../../../shared/structure/reasons.ts'
import { commandOf } from '../../app/commands.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Sure } from '../acts/Sure.tsx'
import { hasLeft, TIDY } from '../acts/tidy.ts'
import { acceptAlikeHere, acceptHere, rejectHere } from './commands.ts'
import { keyOf } from '../keys/bindings.ts'
import type { Doubt } from '../../../shared/page/doubts.ts'
import type { Page } from '../../../shared/page/page.ts'

/** Characters of text shown on each side of the place. */
const SEEN = 12

export function DoubtBar() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const page = useLater(w.desk, (s) => s.page, restOfTyping)
  const at = useLater(w.desk, (s) => s.focus?.from, restOfTyping)
  const doubt = page && at && doubtAt(page, at)
  if (!page || !doubt) return null
  const all = doubtsOf(page)
  const alike = all.filter((d) => d.like === doubt.like).length
  const block = findBlock(page, doubt.block)?.block
  const role = block ? ROLE_NAMES[block.role][langNow()] : ''
  return (
    <section className="doubt-bar" ref={messagesOver} aria-label={t('doubt.bar')} aria-live="polite">
      <p className="doubt-ask">
        <b>{t(`doubt.${doubt.kind}`, { role })}</b>
        <span className="doubt-words" lang="zh-Hans">
          {wordsAt(page, doubt)}
        </span>
        <Sure of={surenessOf(doubt.confidence)} />
        <span className="doubt-count">
          {t('doubt.count', { at: all.findIndex((d) => d.key === doubt.key) + 1, count: all.length })}
        </span>
      </p>
      {doubt.reasons.length > 0 && <p className="doubt-why">{reasonsText(doubt.reasons.slice(0, 3), langNow())}</p>}
      <p className="doubt-answers">
        <Answer id="doubt.accept" name={t('doubt.accept')} main onPress={() => acceptHere(w)} />
        <Answer id="doubt.reject" name={t('doubt.reject')} onPress={() => rejectHere(w)} />
        {alike > 1 && (
          <Answer id="doubt.alike" name={t('doubt.alike', { count: alike })} onPress={() => acceptAlikeHere(w)} />
        )}
        {hasLeft(w, doubt.block) && (
          <Answer id={TIDY.id} name={TIDY.name[langNow()]} onPress={() => void TIDY.run(w)} />
        )}
        <Answer id="doubt.next" name={t('doubt.next')} onPress={() => void commandOf('doubt.next')?.run(w)} />
      </p>
    </section>
  )
}

/** Messages stand above the bar, however many lines it has: they cover neither its question nor its count. */
function messagesOver(bar: HTMLElement | null) {
  if (!bar) return
  const { style } = document.documentElement
  const sized = new ResizeObserver(() => style.setProperty('--doubt-bar', `${bar.offsetHeight}px`))
  sized.observe(bar)
  return () => {
    sized.disconnect()
    style.removeProperty('--doubt-bar')
  }
}

function Answer(props: {
  readonly id: string
  readonly name: string
  readonly main?: boolean
  readonly onPress: () => void
}) {
  const key = keyOf(commandOf(props.id))
  return (
    <button
      type="button"
      className={props.main ? 'text-button button-main' : 'text-button'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onPress}
    >
      {props.name}
      {key && <kbd className="doubt-key">{showKey(key)}</kbd>}
    </button>
  )
}

/** The words that the question is about: both sides of a join, the block's beginning otherwise. */
function wordsAt(page: Page, doubt: Doubt): string {
  const text = (id: string | undefined) => (id === undefined ? '' : (findBlock(page, id)?.block.text ?? ''))
  const here = text(doubt.block).replaceAll('\n', ' ')
  switch (doubt.kind) {
    case 'join':
      return `…${here.slice(Math.max(0, doubt.offset - SEEN), doubt.offset)}⌒${here.slice(doubt.offset, doubt.offset + SEEN)}…`
    case 'maybe': {
      const other = page.proposals.find((p) => `proposal:${p.id}` === doubt.key)?.blocks[1]
      return `…${here.slice(-SEEN)} ⌒ ${text(other).slice(0, SEEN)}…`
    }
    case 'role':
    case 'move':
    case 'continued':
      return here.length > 2 * SEEN ? `${here.slice(0, 2 * SEEN)}…` : here
  }
}
