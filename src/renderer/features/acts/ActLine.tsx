/** The last act in the status line: the words it touched, before and after. Typing is no act and says nothing. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { changeOf } from '../../../shared/page/change.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { restOfTyping } from '../editor/desk.ts'
import { useLater } from '../editor/use-later.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Sentence } from '../../ui/Sentence.tsx'
import type { TFunction } from 'i18next'
import type { Change, Piece } from '../../../shared/page/change.ts'

export function ActLine() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const step = useLater(w.desk, (s) => (s.future.length === 0 ? s.past.at(-1) : undefined), restOfTyping)
  // While typing runs on the step stays the same value: nothing is compared anew.
  const act = step && step.key === undefined ? step : undefined
  const line = useMemo(() => {
    const page = act && w.desk.get().page
    const change = act && page ? changeOf(act.page, page, act.focus?.from.block) : undefined
    return change && lineOf(change, t)
  }, [act, w.desk, t])
  return line ? (
    <output className="status-act" aria-label={t('act.line')} title={line}>
      <Sentence text={line} />
    </output>
  ) : null
}

function lineOf(change: Change, t: TFunction): string {
  switch (change.kind) {
    case 'blocks':
      return t('act.blocks', { before: pieces(change.before, t), after: pieces(change.after, t) })
    case 'articles':
      return t('act.articles', { before: change.before, after: change.after })
    case 'order':
      return t('act.order', {
        piece: pieces([change.piece], t),
        fromArticle: change.before.article,
        fromBlock: change.before.block,
        toArticle: change.after.article,
        toBlock: change.after.block,
      })
    case 'accepted':
      return t('act.accepted', { count: change.count })
  }
}

const pieces = (all: readonly Piece[], t: TFunction): string =>
  all.length === 0 ? t('act.nothing') : all.map((p) => `${ROLE_NAMES[p.role][langNow()]}“${p.text}”`).join(' + ')
