/** Under the preview: how each story fits, what a layout desk would mend, and the template. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Findings } from './Findings.tsx'
import { FitList } from './FitList.tsx'
import { TemplateForm } from './TemplateForm.tsx'

const TABS = ['fit', 'findings', 'template'] as const

export function LayoutDrawer() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const chosen = useStore(w.shell, (s) => s.chosen['preview.drawer'])
  const composed = useStore(w.layout, (s) => s.composed)
  if (!composed) return null
  const over = composed.fits.filter((f) => f.over > 0).length
  const counts = { fit: over, findings: composed.findings.length, template: 0 }
  const choose = (tab: string) => w.choose('preview.drawer', TABS.find((x) => x === tab) ?? 'closed')
  return (
    <Tabs.Root className="drawer" value={chosen} onValueChange={choose} data-open={chosen !== 'closed'}>
      <div className="drawer-head">
        <Tabs.List aria-label={t('layout.drawer')} className="drawer-tabs">
          {TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab} className="drawer-tab">
              {t(`layout.tab.${tab}`)}
              {counts[tab] > 0 && (
                <span className="drawer-count" data-kind={tab}>
                  {counts[tab]}
                </span>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <IconButton
          name={chosen === 'closed' ? t('layout.openDrawer') : t('layout.closeDrawer')}
          icon={chosen === 'closed' ? ChevronUp : ChevronDown}
          onClick={() => choose(chosen === 'closed' ? 'fit' : 'closed')}
        />
      </div>
      {chosen !== 'closed' && (
        <>
          <Tabs.Content value="fit" className="drawer-body">
            <FitList composed={composed} />
          </Tabs.Content>
          <Tabs.Content value="findings" className="drawer-body">
            <Findings composed={composed} />
          </Tabs.Content>
          <Tabs.Content value="template" className="drawer-body">
            <TemplateForm composed={composed} />
          </Tabs.Content>
        </>
      )}
    </Tabs.Root>
  )
}
