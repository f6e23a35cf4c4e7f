/** Judging a sample, one block after the other: right or wrong, by one key each. */
// oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- the answers are buttons too; the keys are a shorter way
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { surenessOf } from '../../../shared/page/doubts.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { Sure } from '../acts/Sure.tsx'
import { langOf } from '../../ui/lang-of.ts'
import type { KeyboardEvent } from 'react'
import type { DrawnBlock } from '../../../shared/api/doubts.ts'

type Props = {
  readonly blocks: readonly DrawnBlock[]
  readonly onOpen: (page: number) => void
  /** All are judged, `wrong` of them wrong. */
  readonly onDone: (wrong: number) => void
}

export function Judge({ blocks, onOpen, onDone }: Props) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<readonly boolean[]>([])
  const box = useRef<HTMLElement>(null)
  const drawn = blocks[said.length]
  // Before it is seen: a key pressed at the first sight of a block judges that block.
  useLayoutEffect(() => box.current?.focus(), [])
  const say = (right: boolean) => {
    const next = [...said, right]
    if (next.length === blocks.length) onDone(next.filter((x) => !x).length)
    else setSaid(next)
  }
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () => say(true),
    y: () => say(true),
    n: () => say(false),
    Backspace: () => setSaid(said.slice(0, -1)),
  }
  const onKey = (event: KeyboardEvent) => {
    const run = event.target === event.currentTarget ? keys[event.key] : undefined
    if (!run) return
    event.preventDefault()
    run()
  }
  if (!drawn) return null
  const { block } = drawn
  return (
    <section
      className="judge"
      ref={box}
      tabIndex={0}
      aria-live="polite"
      onKeyDown={onKey}
      aria-label={t('batch.sample')}
    >
      <p className="judge-where">
        <span>{t('batch.progress', { at: said.length + 1, count: blocks.length })}</span>
        <span>{t('batch.where', { page: drawn.name, article: drawn.article })}</span>
      </p>
      <p className="judge-context" lang={langOf(drawn.before)}>
        {drawn.before}
      </p>
      <div className="judge-block">
        <p className="judge-role" data-role={block.role}>
          <i className="role-shape" aria-hidden />
          {ROLE_NAMES[block.role][langNow()]}
          <Sure of={surenessOf(block.confidence, block.confirmed)} />
        </p>
        <p className="judge-text" lang={langOf(block.text)}>
          {block.text}
        </p>
      </div>
      <p className="judge-context" lang={langOf(drawn.after)}>
        {drawn.after}
      </p>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={() => onOpen(drawn.page)}>
          {t('batch.open')}
        </button>
        <button
          type="button"
          className="button"
          disabled={said.length === 0}
          onClick={() => setSaid(said.slice(0, -1))}
        >
          {t('batch.back')} <kbd className="doubt-key">⌫</kbd>
        </button>
        <button type="button" className="button button-danger" onClick={() => say(false)}>
          {t('batch.wrong')} <kbd className="doubt-key">N</kbd>
        </button>
        <button type="button" className="button button-main" onClick={() => say(true)}>
          {t('batch.right')} <kbd className="doubt-key">Enter</kbd>
        </button>
      </footer>
    </section>
  )
}
