/** The menu of a block's role, with the key of each role and the reasons of the guess. */
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { setRole } from '../../../shared/page/edit.ts'
import { ROLES } from '../../../shared/page/page.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { reasonText } from '../../../shared/structure/reasons.ts'
import { ROLE_KEYS } from '../../app/commands.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import type { ReactElement } from 'react'
import type { Block, Role } from '../../../shared/page/page.ts'

export function RoleMenu({ block, children }: { readonly block: Block; readonly children: ReactElement }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const lang = langNow()
  const choose = (role: Role) => {
    const { page, focus } = w.desk.get()
    if (!page) return
    const ids = focus?.blocks.includes(block.id) ? focus.blocks : [block.id]
    w.desk.act(setRole(page, ids, role))
  }
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(open) => !open && w.shell.set({ roleMenu: undefined })}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu menu-roles"
          align="start"
          side="right"
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const focus = w.desk.get().focus
            const inFocus = focus?.blocks.includes(block.id)
            w.desk.moveTo(
              inFocus && focus ? focus.from : { block: block.id, offset: 0 },
              inFocus && focus ? focus.to : undefined,
            )
          }}
        >
          <DropdownMenu.Label className="menu-label">{t('editor.roleMenu')}</DropdownMenu.Label>
          {ROLES.map((role) => (
            <DropdownMenu.Item
              key={role}
              className="menu-item"
              data-role={role}
              data-checked={role === block.role}
              textValue={ROLE_NAMES[role][lang]}
              onSelect={() => choose(role)}
            >
              <i className="role-shape" aria-hidden />
              {ROLE_NAMES[role][lang]}
              <kbd className="key">{showKey(ROLE_KEYS[role])}</kbd>
            </DropdownMenu.Item>
          ))}
          {block.reasons.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <div className="reasons">
                <p>
                  {t('editor.why')}{' '}
                  <span>{t('status.confidence', { percent: Math.round(block.confidence * 100) })}</span>
                </p>
                <ul>
                  {block.reasons.slice(0, 4).map((reason) => (
                    <li key={reason.code}>{reasonText(reason, lang)}</li>
                  ))}
                </ul>
              </div>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
