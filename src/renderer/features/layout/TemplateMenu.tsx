/** The template chooser: sheets and house styles, and one's own. */
import { DropdownMenu } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { copyOf } from './own-template.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import type { ReactElement } from 'react'
import type { Template } from '../../../shared/layout/template.ts'

export function TemplateMenu({ children }: { readonly children: ReactElement }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const own = useStore(w.layout, (s) => s.own)
  const chosen = useStore(w.layout, (s) => s.template)
  const current = useStore(w.layout, (s) => s.composed?.template)
  const copy = () => {
    if (!current) return
    void w.layout.saveTemplate(
      copyOf(
        current,
        own.map((x) => x.id),
      ),
    )
    w.choose('preview.drawer', 'template')
  }
  const item = (template: Template) => (
    <DropdownMenu.RadioItem
      key={template.id}
      value={template.id}
      className="menu-item"
      data-checked={template.id === chosen}
    >
      {template.name[langNow()]}
      <span className="menu-note">
        {t('layout.sizeOf', {
          width: template.trim.width,
          height: template.trim.height,
          columns: template.grid.columns,
        })}
      </span>
    </DropdownMenu.RadioItem>
  )
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={chosen ?? ''}
            onValueChange={(id) => w.layout.chooseTemplate(id === '' ? undefined : id)}
          >
            <DropdownMenu.RadioItem value="" className="menu-item" data-checked={chosen === undefined}>
              {t('layout.automatic')}
              <span className="menu-note">{t('layout.automaticNote')}</span>
            </DropdownMenu.RadioItem>
            <DropdownMenu.Separator className="menu-rule" />
            <DropdownMenu.Label className="menu-label">{t('layout.broadsheet')}</DropdownMenu.Label>
            {TEMPLATES.filter((x) => x.sheet === 'broadsheet').map(item)}
            <DropdownMenu.Label className="menu-label">{t('layout.tabloid')}</DropdownMenu.Label>
            {TEMPLATES.filter((x) => x.sheet === 'tabloid').map(item)}
            {own.length > 0 && <DropdownMenu.Label className="menu-label">{t('layout.own')}</DropdownMenu.Label>}
            {own.map(item)}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item className="menu-item" onSelect={copy} disabled={!current}>
            {t('layout.copy')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}
