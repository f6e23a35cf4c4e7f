/** Checking a batch: what is doubtful in all its pages, going through it, or judging a sample and accepting the rest by it. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorBounds, leastSample } from '../../../shared/sampling.ts'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { langOf } from '../../ui/lang-of.ts'
import { acceptAll, countAll, drawBlocks, walkBatch } from './batch.ts'
import { Judge } from './Judge.tsx'
import type { DrawnBlock, PageDoubts } from '../../../shared/api/doubts.ts'
import type { Publication } from '../../../shared/api/library.ts'

type Stage =
  | { readonly name: 'reading'; readonly done: number; readonly count: number }
  | { readonly name: 'ready' }
  | { readonly name: 'judging'; readonly blocks: readonly DrawnBlock[] }
  | { readonly name: 'judged'; readonly wrong: number; readonly n: number }
  | { readonly name: 'accepting'; readonly done: number }

export function BatchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [publications, setPublications] = useState<readonly Publication[]>([])
  const [publication, setPublication] = useState<number | undefined>(undefined)
  const [pages, setPages] = useState<readonly PageDoubts[]>([])
  const [stage, setStage] = useState<Stage>({ name: 'reading', done: 0, count: 0 })
  const [limit, setLimit] = useState(2)

  useEffect(() => {
    let live = true
    void call('library.publications', {}).then((all) => live && setPublications(all), w.complain)
    return () => {
      live = false
    }
  }, [w])

  useEffect(() => {
    let live = true
    const read = async () => {
      await w.autosave.flush()
      const ids = await call('library.ids', publication === undefined ? {} : { publication })
      if (live) setStage({ name: 'reading', done: 0, count: ids.length })
      const all = await countAll(ids, (done) => live && setStage({ name: 'reading', done, count: ids.length }))
      if (!live) return
      setPages(all)
      setStage({ name: 'ready' })
    }
    read().catch(w.complain)
    return () => {
      live = false
    }
  }, [w, publication])

  const blocks = pages.reduce((sum, p) => sum + p.blocks, 0)
  const doubtful = pages.filter((p) => p.doubts > 0)
  const doubts = doubtful.reduce((sum, p) => sum + p.doubts, 0)
  const accept = async () => {
    setStage({ name: 'accepting', done: 0 })
    const accepted = await acceptAll(
      pages.map((p) => p.id),
      (done) => setStage({ name: 'accepting', done }),
    )
    onClose()
    w.tell('batch.accepted', { count: accepted })
    if (accepted < pages.length) w.warn('batch.skipped', { count: pages.length - accepted })
  }

  return (
    <Dialog title={t('batch.title')} onClose={onClose} className="dialog-wide dialog-batch">
      {stage.name === 'judging' ? (
        <Judge
          blocks={stage.blocks}
          onOpen={(id) => {
            onClose()
            void w.openPage(id)
          }}
          onDone={(wrong) => setStage({ name: 'judged', wrong, n: stage.blocks.length })}
        />
      ) : (
        <>
          <label className="field">
            <span>{t('batch.scopeOf')}</span>
            <select
              className="picker"
              data-first
              value={publication ?? ''}
              onChange={(event) => setPublication(event.target.value === '' ? undefined : Number(event.target.value))}
            >
              <option value="">{t('batch.scope')}</option>
              {publications
                .filter((p) => p.name !== '')
                .map((p) => (
                  <option key={p.id} value={p.id} lang={langOf(p.name)}>
                    {p.name}
                  </option>
                ))}
            </select>
          </label>
          <p className="batch-summary" aria-live="polite">
            {stage.name === 'reading'
              ? t('batch.reading', { done: stage.done, count: stage.count })
              : stage.name === 'accepting'
                ? t('batch.accepting', { done: stage.done, count: pages.length })
                : pages.length === 0
                  ? t('batch.none')
                  : t('batch.summary', { pages: pages.length, blocks, doubtful: doubtful.length, doubts })}
          </p>
          <Draw
            blocks={blocks}
            limit={limit}
            onLimit={setLimit}
            onDraw={(n, seed) =>
              void drawBlocks(pages, n, seed).then(
                (drawn) => drawn.length > 0 && setStage({ name: 'judging', blocks: drawn }),
                w.complain,
              )
            }
          />
          {stage.name === 'judged' && (
            <Verdict
              wrong={stage.wrong}
              n={stage.n}
              limit={limit}
              pages={pages.length}
              onAccept={() => void accept()}
            />
          )}
          <footer className="dialog-foot">
            <button type="button" className="button" onClick={onClose}>
              {t('dialog.close')}
            </button>
            <button
              type="button"
              className="button"
              disabled={doubtful.length === 0}
              onClick={() =>
                void walkBatch(
                  w,
                  doubtful.map((p) => p.id),
                )
              }
            >
              {t('batch.walk')}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  )
}

/** How many to draw, by which number, at which rate. The size follows the rate until the person sets it. */
function Draw(props: {
  readonly blocks: number
  readonly limit: number
  readonly onLimit: (limit: number) => void
  readonly onDraw: (n: number, seed: number) => void
}) {
  const { t } = useTranslation()
  const [size, setSize] = useState<number | undefined>(undefined)
  const [seed, setSeed] = useState(1)
  const n = Math.min(props.blocks, size ?? leastSample(props.limit / 100))
  return (
    <form
      className="batch-draw"
      onSubmit={(event) => {
        event.preventDefault()
        props.onDraw(n, seed)
      }}
    >
      <NumberField name={t('batch.rate')} value={props.limit} min={0.1} max={50} step={0.1} onChange={props.onLimit} />
      <NumberField name={t('batch.size')} value={n} min={1} max={2000} step={1} onChange={setSize} />
      <NumberField name={t('batch.seed')} value={seed} min={1} max={999_999} step={1} onChange={setSeed} />
      <button type="submit" className="button button-main" disabled={props.blocks === 0}>
        {t('batch.draw')}
      </button>
    </form>
  )
}

function NumberField(props: {
  readonly name: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
}) {
  const { name, value, min, max, step } = props
  return (
    <label className="field">
      <span>{name}</span>
      <input
        className="input"
        type="number"
        value={value}
        min={min}
        max={max}
        step={step}
        onChange={(event) => props.onChange(Math.min(max, Math.max(min, Number(event.target.value) || min)))}
      />
    </label>
  )
}

function Verdict(props: {
  readonly wrong: number
  readonly n: number
  readonly limit: number
  readonly pages: number
  readonly onAccept: () => void
}) {
  const { t } = useTranslation()
  const { low, high } = errorBounds(props.wrong, props.n)
  const passed = high * 100 <= props.limit
  const params = { high: percent(high), limit: props.limit }
  return (
    <div className="batch-verdict" data-passed={passed} role="status">
      <p>
        {t('batch.result', {
          n: props.n,
          wrong: props.wrong,
          rate: percent(props.wrong / props.n),
          low: percent(low),
          high: percent(high),
        })}
      </p>
      <p>
        <b>{passed ? t('batch.pass', params) : t('batch.fail', params)}</b>
      </p>
      {passed && (
        <button type="button" className="button button-main" onClick={props.onAccept}>
          {t('batch.accept', { count: props.pages })}
        </button>
      )}
    </div>
  )
}

const percent = (rate: number): string => (rate * 100).toFixed(2)
