/** The margin: the role of every block as a word with a colour and a shape; each opens the menu that changes it. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { isDoubtful } from './doubts.ts'
import { RoleMenu } from './RoleMenu.tsx'
import type { Article, Block } from '../../../shared/page/page.ts'
import type { Outline } from './use-outline.ts'

export const Margin = memo(function Margin({
  article,
  outline,
}: {
  readonly article: Article
  readonly outline: Outline
}) {
  const w = useWorkstation()
  const menu = useStore(w.shell, (s) => (article.blocks.some((b) => b.id === s.roleMenu) ? s.roleMenu : undefined))
  const current = useStore(
    w.desk,
    (s) => s.focus?.blocks.filter((id) => article.blocks.some((b) => b.id === id)).join() ?? '',
  )
  const selected = new Set(current.split(','))
  return (
    <div className="margin">
      {article.blocks.map((block) => {
        const top = outline.get(block.id)
        return top === undefined ? null : (
          <RoleLabel key={block.id} block={block} top={top} open={menu === block.id} current={selected.has(block.id)} />
        )
      })}
    </div>
  )
})

type Props = { readonly block: Block; readonly top: number; readonly open: boolean; readonly current: boolean }

const RoleLabel = memo(function RoleLabel({ block, top, open, current }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const role = ROLE_NAMES[block.role][langNow()]
  const percent = Math.round(block.confidence * 100)
  const name = block.confirmed ? t('editor.roleSet', { role }) : t('editor.roleOf', { role, percent })
  const button = (
    <button
      type="button"
      className="role-label"
      style={{ top }}
      data-role={block.role}
      data-current={current}
      data-doubtful={isDoubtful(block)}
      aria-label={name}
      title={name}
      tabIndex={current ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => w.shell.set({ roleMenu: block.id })}
    >
      <span className="role-name">{role}</span>
      <i className="role-shape" aria-hidden />
    </button>
  )
  return open ? <RoleMenu block={block}>{button}</RoleMenu> : button
})
