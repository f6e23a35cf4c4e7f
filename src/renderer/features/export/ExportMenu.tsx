/** The export menu: HTML and PDF first, then every other format that has a writer. */
import { Share } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { commandOf } from '../../app/commands.ts'
import { showKey } from '../../app/keys.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { keyOf } from '../keys/bindings.ts'
import { hasGone } from '../../ui/focus-gone.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import type { Format } from '../../../shared/api/exports.ts'

const FIRST = ['html', 'pdf']

export function ExportMenu() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const formats = useStore(w.shell, (s) => s.formats)
  const open = useStore(w.shell, (s) => s.exportMenu)
  const isOpen = useStore(w.desk, (s) => s.page !== undefined)
  const [first, rest] = [
    inOrder(formats.filter((f) => FIRST.includes(f.id))),
    formats.filter((f) => !FIRST.includes(f.id)),
  ]
  const key = keyOf(commandOf('export.open'))
  const inText = useRef(false)
  useLayoutEffect(() => {
    // Before the menu takes the focus.
    if (open) inText.current = document.activeElement?.classList.contains('article-text') === true
  }, [open])
  /** Whoever came by the key from the text goes on there, where nothing else has opened. */
  const goBack = (event: Event) => {
    const { focus } = w.desk.get()
    if (!inText.current || !focus || w.shell.get().dialog || hasGone()) return
    event.preventDefault()
    w.desk.moveTo(focus.from, focus.to)
  }
  return (
    <DropdownMenu.Root modal={false} open={open && isOpen} onOpenChange={(exportMenu) => w.shell.set({ exportMenu })}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="text-button"
          disabled={!isOpen}
          title={key ? `${t('header.export')}  ${showKey(key)}` : undefined}
        >
          <Share aria-hidden size={15} strokeWidth={1.6} />
          {t('header.export')}
        </button>
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6} onCloseAutoFocus={goBack}>
          {first.map((f) => (
            <Item key={f.id} format={f} onSelect={() => void w.exportAs(f.id)} />
          ))}
          {first.length > 0 && rest.length > 0 && <DropdownMenu.Separator className="menu-rule" />}
          {rest.map((f) => (
            <Item key={f.id} format={f} onSelect={() => void w.exportAs(f.id)} />
          ))}
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => w.shell.set({ exportMenu: false, dialog: { name: 'export' } })}
          >
            {t('export.more')}
            <span className="menu-note">{showKey(keyOf(commandOf('export.dialog')) ?? '')}</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}

const Item = ({ format, onSelect }: { readonly format: Format; readonly onSelect: () => void }) => (
  <DropdownMenu.Item className="menu-item" onSelect={onSelect} data-format={format.id}>
    {format.name[langNow()]}
    <span className="menu-note">{format.extension}</span>
  </DropdownMenu.Item>
)

const inOrder = (formats: readonly Format[]): readonly Format[] =>
  formats.toSorted((a, b) => FIRST.indexOf(a.id) - FIRST.indexOf(b.id))
