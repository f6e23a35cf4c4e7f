/** Prints the open page's proof 大样 on A3 by the system's own dialog: with line numbers, overset, states, and what changed since the last. */
import '../preview/preview.css'
import './print-proof.css'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { langNow } from '../../app/languages.ts'
import { addressOf } from '../acts/pictures.ts'
import { paintedSheet } from '../preview/painter.ts'
import { headingTexts } from './headings.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Answer, Ask, Cut, ProofSheet } from './messages.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** `page` is what stands on the desk, `id` its number in the archive, where it is saved already. */
export async function printProof(id: number, page: Page, call: Banxin): Promise<void> {
  const texts = [...headingTexts(page)]
  const [kept, own, { since }, words] = await Promise.all([
    call('layout.get', { id }),
    call('template.list', {}),
    call('proof.take', { id }),
    call('words.tag', { texts }),
  ])
  const ids = new Set(page.articles.map((a) => a.id))
  const placement = kept.placement?.frames.every((f) => ids.has(f.article)) ? kept.placement : undefined
  const sheets = await composed({
    kind: 'proof',
    seq: 1,
    page,
    template: [...own, ...TEMPLATES].find((t) => t.id === (kept.template ?? placement?.template)),
    placement,
    cuts: texts.flatMap((text, i): readonly Cut[] => (words[i] ? [[text, words[i]]] : [])),
    since: since ?? undefined,
    lang: langNow(),
  })
  const paper = document.createElement('div')
  paper.className = 'proof-print'
  paper.append(...(await Promise.all(sheets.map(sheetOf))))
  document.querySelector('.proof-print')?.remove()
  document.body.append(paper)
  await document.fonts.ready
  window.addEventListener('afterprint', () => paper.remove(), { once: true })
  window.print()
}

/** The sheets, from a worker of its own that ends with them. */
const composed = (ask: Extract<Ask, { kind: 'proof' }>): Promise<readonly ProofSheet[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end()
      if (data.kind === 'proofs') resolve(data.sheets)
      else reject(new Error(data.kind === 'failed' ? data.message : data.kind))
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message))
    }
    worker.postMessage(ask)
  })

async function sheetOf({ width, height, svgs }: ProofSheet): Promise<SVGSVGElement> {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('class', 'sheet-painted')
  svg.append(...(await paintedSheet(svgs, addressOf)))
  return svg
}
