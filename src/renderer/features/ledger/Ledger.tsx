/** The ledger of the page: how much of the source stands, was corrected, is outside of its stories or was removed, and each of the latter, a press away. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ledgerOf } from '../../../shared/page/ledger.ts'
import { textOf } from '../../../shared/page/places.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { sought } from '../source/light.ts'
import type { Correction, Ledger as Account, SetAside } from '../../../shared/page/ledger.ts'
import type { Page, Span } from '../../../shared/page/page.ts'
import type { Desk } from '../editor/desk.ts'

/** Milliseconds that it waits for the page to rest. */
const REST = 500

/** What is listed, each in the bar too. */
const KINDS = ['corrected', 'folio', 'removed'] as const

export function Ledger({ source }: { readonly source: string }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const open = useStore(w.shell, (s) => s.chosen['source.ledger'])
  const ledger = useLedger(w.desk, source)
  const [listed, setListed] = useState<(typeof KINDS)[number]>('corrected')
  if (!ledger) return null

  const jump = (span: Span, id: string | undefined) => {
    sought.set({ span: [span[0], Math.max(span[1], span[0] + 1)] })
    const { page: now } = w.desk.get()
    const block = now && id !== undefined ? findBlock(now, id)?.block : undefined
    if (!block) return
    const [from, to] = textOf(source, block, [span[0], Math.max(span[1], span[0] + 1)]) ?? [0, 0]
    w.desk.moveTo({ block: block.id, offset: from }, { block: block.id, offset: span[0] === span[1] ? from : to })
  }

  const { total, standing, corrected, outside, removed } = ledger
  const of = (kind: SetAside['kind']) => ledger.aside.filter((a) => a.kind === kind)
  const lists = { corrected: ledger.corrections, folio: of('folio'), removed: of('removed') }
  const grouped = (n: number) => n.toLocaleString('en')
  const share = (n: number) => ({ width: `${(100 * n) / Math.max(1, total)}%` })
  const Fold = open ? ChevronDown : ChevronUp
  return (
    <section className="ledger" aria-label={t('ledger.title')}>
      <button
        type="button"
        className="ledger-head"
        aria-expanded={open}
        onClick={() => w.choose('source.ledger', !open)}
      >
        <span className="ledger-sum">
          {t('ledger.sum', {
            total: grouped(total),
            standing: grouped(standing),
            corrected: grouped(corrected),
            outside: grouped(outside),
            removed: grouped(removed),
          })}
        </span>
        <Fold aria-hidden size={14} />
      </button>
      <div className="ledger-bar" aria-hidden>
        <i data-kind="standing" style={share(standing)} />
        <i data-kind="corrected" style={share(corrected)} />
        <i data-kind="folio" style={share(outside)} />
        <i data-kind="removed" style={share(removed)} />
      </div>
      {open && (
        <>
          <div className="switch" role="group" aria-label={t('ledger.which')}>
            {KINDS.map((kind) => (
              <button key={kind} type="button" aria-pressed={listed === kind} onClick={() => setListed(kind)}>
                {t(`ledger.list.${kind}`, { n: lists[kind].length })}
              </button>
            ))}
          </div>
          {lists[listed].length === 0 ? (
            <p className="ledger-none">{t(`ledger.none.${listed}`)}</p>
          ) : (
            <ul className="ledger-list" aria-label={t('ledger.which')}>
              {listed === 'corrected'
                ? ledger.corrections.map((c) => (
                    <li key={`${c.block} ${c.span[0]} ${c.now}`}>
                      <button type="button" onClick={() => jump(c.span, c.block)}>
                        <Corrected correction={c} />
                      </button>
                    </li>
                  ))
                : lists[listed].map((a) => (
                    <li key={a.span[0]}>
                      <button type="button" onClick={() => jump(a.span, a.block)}>
                        <span className="ledger-text">{a.text}</span>
                      </button>
                    </li>
                  ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

/** The ledger of the page as it was when it last rested: it reads all of the source, which no key should wait for. */
function useLedger(desk: Desk, source: string): Account | undefined {
  const [ledger, setLedger] = useState<Account>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let idle = 0
    let read: Page | undefined
    const draw = () => {
      const { page } = desk.get()
      read = page
      setLedger(page && ledgerOf(source, page))
    }
    const soon = () => {
      if (desk.get().page === read) return
      clearTimeout(timer)
      cancelIdleCallback(idle)
      timer = setTimeout(() => (idle = requestIdleCallback(draw, { timeout: 1000 })), REST)
    }
    soon()
    const stop = desk.subscribe(soon)
    return () => {
      stop()
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [desk, source])
  return ledger
}

function Corrected({ correction: { was, now } }: { readonly correction: Correction }) {
  const { t } = useTranslation()
  if (was === '') return <ins>{t('ledger.added', { text: now })}</ins>
  if (now === '') return <del>{t('ledger.removed', { text: was })}</del>
  return (
    <>
      <del>{was}</del>
      <span aria-hidden>→</span>
      <ins>{now}</ins>
    </>
  )
}
