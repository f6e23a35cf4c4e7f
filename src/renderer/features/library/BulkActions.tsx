/** What can be done with the chosen pages at once: export, move, set the step, merge two, put in the bin; the last of it can be undone. */
import { ChevronDown, FolderInput, Merge, Share, Trash2, Undo2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BanxinError, isErrorCode } from '../../../shared/errors.ts'
import { call } from '../../app/banxin.ts'
import { langNow } from '../../app/languages.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { MergePages } from './MergePages.tsx'
import { MovePages } from './MovePages.tsx'
import { MenuPortal } from '../../ui/MenuPortal.tsx'
import type { Acts } from './use-acts.ts'
import { Progress } from './Progress.tsx'

type Props = {
  readonly ids: ReadonlySet<number>
  readonly total: number
  readonly steps: readonly string[]
  readonly acts: Acts
  readonly onBin: () => void
  readonly onDone: () => void
  /** What had the focus is gone. */
  readonly onLost: () => void
}

export function BulkActions({ ids, total, steps, acts, onBin, onDone, onLost }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const formats = useStore(w.shell, (s) => s.formats)
  const [dialog, setDialog] = useState<'move' | 'merge'>()
  const list = [...ids]
  const { done, place, progress } = acts
  const shown = progress ? 'progress' : list.length > 0 ? 'actions' : (done?.operation ?? 'count')
  const before = useRef(shown)
  useEffect(() => {
    // A button goes with what it did, and the focus with it.
    if (before.current === shown) return
    before.current = shown
    if (shown !== 'progress' && document.activeElement === document.body) onLost()
  }, [shown, onLost])

  const act = async (key: string, work: () => Promise<{ operation: number | null; pages: number }>) => {
    if (!(await acts.act(key, work))) return
    setDialog(undefined)
    onDone()
  }
  const exportAs = async (format: string) => {
    const report = await w.runExport(crypto.randomUUID(), list, [format], {})
    const [failed] = report?.failed ?? []
    if (failed) w.complain(new BanxinError(isErrorCode(failed.code) ? failed.code : 'internal', failed.params))
    else if (report && report.files.length > 0) w.tell('shelves.exported', { n: report.files.length })
  }
  const setStep = (step: string) =>
    act(step === '' ? 'shelves.unstated' : 'shelves.stated', () => call('state.set', { pages: list, step }))

  return (
    <footer ref={place} className="bulk" aria-label={t('shelves.bulk')}>
      {progress ? (
        <Progress {...progress} />
      ) : list.length > 0 ? (
        <>
          <span role="status">{t('shelves.chosen', { n: list.length.toLocaleString('en') })}</span>
          <span className="status-space" />
          <Menu name={t('shelves.export')} icon={<Share aria-hidden size={14} strokeWidth={1.6} />}>
            {formats.map((f) => (
              <DropdownMenu.Item key={f.id} className="menu-item" onSelect={() => void exportAs(f.id)}>
                {f.name[langNow()]}
                <span className="menu-note">{f.extension}</span>
              </DropdownMenu.Item>
            ))}
          </Menu>
          {steps.length > 0 && (
            <Menu name={t('shelves.setState')}>
              {steps.map((step) => (
                <DropdownMenu.Item key={step} className="menu-item" onSelect={() => void setStep(step)}>
                  {step}
                </DropdownMenu.Item>
              ))}
              <DropdownMenu.Separator className="menu-rule" />
              <DropdownMenu.Item className="menu-item" onSelect={() => void setStep('')}>
                {t('shelves.noState')}
              </DropdownMenu.Item>
            </Menu>
          )}
          <button type="button" className="text-button" onClick={() => setDialog('move')}>
            <FolderInput aria-hidden size={14} strokeWidth={1.6} />
            {t('shelves.move')}
          </button>
          {list.length === 2 && (
            <button type="button" className="text-button" onClick={() => setDialog('merge')}>
              <Merge aria-hidden size={14} strokeWidth={1.6} />
              {t('shelves.mergePages')}
            </button>
          )}
          <button type="button" className="text-button text-danger" onClick={onBin}>
            <Trash2 aria-hidden size={14} strokeWidth={1.6} />
            {t('shelves.bin')}
          </button>
        </>
      ) : (
        <>
          <span role="status">{done ? done.text : t('shelves.count', { n: total.toLocaleString('en') })}</span>
          {done && (
            <button type="button" className="text-button" onClick={() => void acts.undo()}>
              <Undo2 aria-hidden size={14} strokeWidth={1.6} />
              {t('shelves.undo')}
            </button>
          )}
          <span className="status-space" />
          <span className="pane-note">{t('shelves.hint')}</span>
        </>
      )}
      {dialog === 'move' && (
        <MovePages
          count={list.length}
          progress={progress}
          onClose={() => setDialog(undefined)}
          onMove={(to) => void act('shelves.moved', () => call('pages.move', { ids: list, ...to }))}
        />
      )}
      {dialog === 'merge' && (
        <MergePages
          ids={list}
          onClose={() => setDialog(undefined)}
          onMerge={(keep, drop, take) =>
            void act('shelves.mergedPages', () => call('pages.merge', { keep, drop, ...(take.length > 0 && { take }) }))
          }
        />
      )}
    </footer>
  )
}

function Menu({
  name,
  icon,
  children,
}: {
  readonly name: string
  readonly icon?: React.ReactNode
  readonly children: React.ReactNode
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="text-button">
        {icon}
        {name}
        <ChevronDown aria-hidden size={13} />
      </DropdownMenu.Trigger>
      <MenuPortal>
        <DropdownMenu.Content className="menu" side="top" align="end" sideOffset={6}>
          {children}
        </DropdownMenu.Content>
      </MenuPortal>
    </DropdownMenu.Root>
  )
}
