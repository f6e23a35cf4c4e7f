/** The menu of a block: its role with the key of each, how sure the guess is and why, where it was joined, whom it names. */
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { confirmJoin, undoJoin } from '../../../shared/page/edit-lift.ts'
import { isWeakJoin, surenessOf } from '../../../shared/page/doubts.ts'
import { setRole } from '../../../shared/page/edit.ts'
import { ROLES } from '../../../shared/page/page.ts'
import { ROLE_NAMES } from '../../../shared/page/roles.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { PARTS, peopleOf } from '../../../shared/structure/people.ts'
import { reasonsText, reasonText } from '../../../shared/structure/reasons.ts'
import { commandOf } from '../../app/commands.ts'
import { keyOf } from '../keys/bindings.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { stay } from '../acts/commands.ts'
import { Sure } from '../acts/Sure.tsx'
import { hasLeft, TIDY } from '../acts/tidy.ts'
import { hasGone } from '../../ui/focus-gone.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import type { ReactElement } from 'react'
import type { Edit } from '../../../shared/page/edit.ts'
import type { Block, Join, Page, Role } from '../../../shared/page/page.ts'
import type { DeskState } from './desk.ts'

export function RoleMenu({ block, children }: { readonly block: Block; readonly children: ReactElement }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const lang = langNow()
  const closed = useRef<Pick<DeskState, 'caret' | 'focus'>>(undefined)
  const close = () => {
    closed.current = w.desk.get()
    w.shell.set({ roleMenu: undefined })
  }
  const act = (make: (page: Page) => Edit) => {
    const { page } = w.desk.get()
    if (page) w.desk.act(make(page))
  }
  const choose = (role: Role) => {
    const { focus, picked } = w.desk.get()
    const isPicked = picked.includes(block.id)
    const ids = isPicked ? picked : focus?.blocks.includes(block.id) ? focus.blocks : [block.id]
    act((page) => setRole(page, ids, role))
    if (isPicked) w.desk.set({ picked: [] })
  }
  const people = peopleOf({ id: '', blocks: [block] })
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(open) => !open && close()}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content
          className="menu menu-roles"
          align="start"
          side="right"
          sideOffset={6}
          collisionPadding={12}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (hasGone()) return
            const { page, focus, caret } = w.desk.get()
            // It comes a moment after: a quick key has sent the caret elsewhere by then, or it is there already.
            if (closed.current && (caret !== closed.current.caret || focus !== closed.current.focus)) return
            if (page && focus && !findBlock(page, block.id)) return w.desk.moveTo(stay(page, focus))
            const inFocus = focus?.blocks.includes(block.id)
            w.desk.moveTo(
              inFocus && focus ? focus.from : { block: block.id, offset: 0 },
              inFocus && focus ? focus.to : undefined,
            )
          }}
        >
          <DropdownMenu.Label className="menu-label menu-sure">
            {t('editor.roleMenu')}
            <Sure of={surenessOf(block.confidence, block.confirmed)} />
          </DropdownMenu.Label>
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
              <kbd className="key">{showKey(keyOf(commandOf(`role.${role}`)) ?? '')}</kbd>
            </DropdownMenu.Item>
          ))}
          {hasLeft(w, block.id) && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Item className="menu-item" onSelect={() => void TIDY.run(w)}>
                {TIDY.name[lang]}
              </DropdownMenu.Item>
            </>
          )}
          {people.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <div className="reasons people">
                <p>{t('people.title')}</p>
                <ul role="none">
                  {people.map(({ name, part }) => (
                    <li role="none" key={part + name}>
                      {PARTS[part][lang]} {name}
                    </li>
                  ))}
                </ul>
              </div>
            </>
          )}
          {block.joins.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Label className="menu-label">{t('join.title')}</DropdownMenu.Label>
              {block.joins.map((join) => (
                <JoinItems key={join.at} block={block} join={join} act={act} />
              ))}
            </>
          )}
          {block.reasons.length > 0 && (
            <>
              <DropdownMenu.Separator className="menu-rule" />
              <div className="reasons">
                <p>
                  {t('editor.why')}{' '}
                  <span>{t('status.confidence', { percent: Math.round(block.confidence * 100) })}</span>
                </p>
                <ul role="none">
                  {block.reasons.slice(0, 4).map((reason) => (
                    <li role="none" key={reason.code}>
                      {reasonText(reason, lang)}
                    </li>
                  ))}
                </ul>
              </div>
            </>
          )}
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}

/** Characters of text shown on each side of a join. */
const SEEN = 6

/** One join: the words on both sides with why and how surely, to part and, where it is weak, to accept. */
function JoinItems({
  block,
  join,
  act,
}: {
  readonly block: Block
  readonly join: Join
  readonly act: (make: (page: Page) => Edit) => void
}) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const words = `${block.text.slice(Math.max(0, join.at - SEEN), join.at)}⌒${block.text.slice(join.at, join.at + SEEN)}`
  const why = reasonsText(join.reasons, langNow()) || t('join.byHand')
  return (
    <>
      <div className="reasons join-why">
        <p>
          <b>{words}</b> <Sure of={surenessOf(join.score, join.confirmed)} />
        </p>
        {why}
      </div>
      <DropdownMenu.Item
        className="menu-item"
        onSelect={() => act((page) => undoJoin(page, block.id, join.at, w.desk.get().open?.source ?? ''))}
      >
        {t('join.undo')}
        <kbd className="key">{showKey('Alt+J')}</kbd>
      </DropdownMenu.Item>
      {isWeakJoin(join) && (
        <DropdownMenu.Item className="menu-item" onSelect={() => act((page) => confirmJoin(page, block.id, join.at))}>
          {t('join.keep')}
        </DropdownMenu.Item>
      )}
    </>
  )
}
