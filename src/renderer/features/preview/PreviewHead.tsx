/** The preview's own bar: which template, which sheet, how large, placing by hand. */
import { ChevronLeft, ChevronRight, LayoutTemplate, Minus, Move, Plus, Redo2, Undo2, WandSparkles } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { langNow } from '../../app/languages.ts'
import { commandOf } from '../../app/commands.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { TemplateMenu } from '../layout/TemplateMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { percentOf, PRINT, stepFrom } from './zoom.ts'
import { keyOf } from '../keys/bindings.ts'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import type { Zoom } from './zoom.ts'

type Props = { readonly scale: number; readonly zoom: Zoom; readonly onZoom: (zoom: Zoom) => void }

export const PreviewHead = memo(function PreviewHead({ scale, zoom, onZoom }: Props) {
  const { t } = useTranslation()
  const { layout } = useWorkstation()
  const template = useStore(layout, (s) => s.composed?.template.name)
  const arranging = useStore(layout, (s) => s.arranging)
  const past = useStore(layout, (s) => s.past.length)
  const future = useStore(layout, (s) => s.future.length)
  const key = (id: string) => keyOf(commandOf(id))
  return (
    <header className="preview-head">
      <TemplateMenu>
        <button type="button" className="preview-template" disabled={!template} aria-label={t('layout.template')}>
          <LayoutTemplate aria-hidden size={15} strokeWidth={1.6} />
          <span>{template ? template[langNow()] : t('layout.template')}</span>
        </button>
      </TemplateMenu>
      <span className="preview-space" />
      <Sheets />
      <IconButton
        name={t('layout.arrange')}
        icon={Move}
        shortcut={key('layout.arrange')}
        aria-pressed={arranging}
        disabled={!template}
        onClick={() => layout.set({ arranging: !arranging, selected: undefined })}
      />
      {arranging && (
        <>
          <IconButton name={t('layout.undo')} icon={Undo2} disabled={past === 0} onClick={layout.undo} />
          <IconButton name={t('layout.redo')} icon={Redo2} disabled={future === 0} onClick={layout.redo} />
          <IconButton name={t('layout.propose')} icon={WandSparkles} onClick={layout.propose} />
        </>
      )}
      <span className="header-rule" aria-hidden />
      <IconButton name={t('preview.smaller')} icon={Minus} onClick={() => onZoom(stepFrom(scale, -1))} />
      <ZoomMenu scale={scale} zoom={zoom} onZoom={onZoom} />
      <IconButton name={t('preview.larger')} icon={Plus} onClick={() => onZoom(stepFrom(scale, 1))} />
    </header>
  )
})

/** Which sheet of several is shown. */
function Sheets() {
  const { t } = useTranslation()
  const { layout } = useWorkstation()
  const count = useStore(layout, (s) => s.composed?.sheets.length ?? 0)
  const sheet = useStore(layout, (s) => s.sheet)
  if (count < 2) return null
  return (
    <span className="preview-sheets">
      <IconButton
        name={t('preview.previous')}
        icon={ChevronLeft}
        disabled={sheet === 0}
        onClick={() => layout.set({ sheet: sheet - 1, selected: undefined })}
      />
      <span aria-live="polite">{t('preview.sheet', { n: sheet + 1, all: count })}</span>
      <IconButton
        name={t('preview.next')}
        icon={ChevronRight}
        disabled={sheet === count - 1}
        onClick={() => layout.set({ sheet: sheet + 1, selected: undefined })}
      />
    </span>
  )
}

function ZoomMenu({ scale, zoom, onZoom }: Props) {
  const { t } = useTranslation()
  const choices: readonly (readonly [Zoom, string])[] = [
    ['width', t('preview.fitWidth')],
    ['page', t('preview.fitPage')],
    [PRINT, t('preview.printSize')],
    [PRINT * 0.5, '50%'],
    [PRINT * 2, '200%'],
  ]
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="preview-zoom" aria-label={t('preview.zoom', { percent: percentOf(scale) })}>
          {percentOf(scale)}%
        </button>
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {choices.map(([to, name]) => (
            <DropdownMenu.Item
              key={String(to)}
              className="menu-item"
              data-checked={zoom === to}
              onSelect={() => onZoom(to)}
            >
              {name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}
