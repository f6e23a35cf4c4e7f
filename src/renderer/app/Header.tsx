/** The slim bar on top: what is open, and the tools that are always there. */
import {
  Archive,
  CircleHelp,
  Clipboard,
  FolderOpen,
  Languages,
  Newspaper,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  SunMoon,
  Undo2,
} from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { pageTitle } from './page-title.ts'
import { keyOf } from '../features/keys/bindings.ts'
import { ExportMenu } from '../features/export/ExportMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { canRun, commandOf, runCommand } from './commands.ts'
import { langNow } from './languages.ts'
import { useShownPanes } from './shown-panes.ts'
import { THEMES } from './themes.ts'
import { useStore } from './store.ts'
import { useWorkstation } from './workstation.ts'
import { langOf } from '../ui/lang-of.ts'
import { MenuPortal } from '../ui/MenuPortal.tsx'
import type { LucideIcon } from 'lucide-react'

export function Header() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const name = useStore(w.desk, (s) => s.open?.name)
  const title = useStore(w.desk, (s) => (s.page ? pageTitle(s.page) : ''))
  const shown = useShownPanes(w.shell)
  useStore(w.desk, (s) => s.past.length > 0)
  useStore(w.desk, (s) => s.future.length > 0)
  return (
    <header className="header">
      <div className="header-side">
        <Tool id="view.library" icon={PanelLeft} pressed={shown.includes('library')} />
        <span className="mark" aria-hidden>
          <i />
          <i />
          <i />
        </span>
        <h1 className="header-app">{t('app.name')}</h1>
        <span className="header-rule" aria-hidden />
        <Tool id="file.open" icon={FolderOpen} />
        <Tool id="page.paste" icon={Clipboard} />
        <Tool id="search.open" icon={Search} />
        <Tool id="room.library" icon={Archive} />
      </div>
      <p className="header-title" title={name} lang={langOf(title || (name ?? ''))}>
        {title || name}
      </p>
      <div className="header-side header-end" role="toolbar" aria-label={t('header.tools')}>
        <Tool id="edit.undo" icon={Undo2} />
        <Tool id="edit.redo" icon={Redo2} />
        <span className="header-rule" aria-hidden />
        <ExportMenu />
        <span className="header-rule" aria-hidden />
        <ThemeMenu />
        <Tool id="view.language" icon={Languages} />
        <Tool id="view.help" icon={CircleHelp} />
        <Tool id="view.preview" icon={Newspaper} pressed={shown.includes('preview')} />
        <Tool id="view.source" icon={PanelRight} pressed={shown.includes('source')} />
      </div>
    </header>
  )
}

function Tool({ id, icon, pressed }: { readonly id: string; readonly icon: LucideIcon; readonly pressed?: boolean }) {
  const w = useWorkstation()
  const command = commandOf(id)
  if (!command) return null
  return (
    <IconButton
      name={command.name[langNow()]}
      icon={icon}
      shortcut={keyOf(command)}
      disabled={!canRun(w, command)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runCommand(w, command)}
    />
  )
}

function ThemeMenu() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const theme = useStore(w.shell, (s) => s.chosen.theme)
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="icon-button" aria-label={t('header.theme')} title={t('header.theme')}>
          <SunMoon aria-hidden size={16} strokeWidth={1.6} />
        </button>
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={theme}
            onValueChange={(v) => THEMES.forEach((x) => x === v && w.choose('theme', x))}
          >
            {THEMES.map((x) => (
              <DropdownMenu.RadioItem key={x} value={x} className="menu-item" data-checked={x === theme}>
                {t(`theme.${x}`)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}
