/** The sheets of any page of the archive as they go to print, or as its A3 proof, drawn by themselves in a worker that ends with them. */
import '../preview/preview.css'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { langNow } from '../../app/languages.ts'
import { addressOf } from '../acts/pictures.ts'
import { paintedSheet } from '../preview/painter.ts'
import { headingTexts } from './headings.ts'
import type { Banxin } from '../../../shared/api.ts'
import type { Page } from '../../../shared/page/page.ts'
import type { Answer, Ask, Cut, DrawnSheet } from './messages.ts'

const SVG = 'http://www.w3.org/2000/svg'

type Options = {
  /** The A3 proof, with what changed since the page was `since`. */
  readonly proof?: { readonly since: Page | undefined }
  /** Gives up the drawing. */
  readonly signal?: AbortSignal
}

/** `page` as it is now, `id` its number in the archive, which keeps its layout. */
export async function drawSheets(
  id: number,
  page: Page,
  call: Banxin,
  { proof, signal }: Options = {},
): Promise<readonly SVGSVGElement[]> {
  const texts = [...headingTexts(page)]
  const [kept, own, words] = await Promise.all([
    call('layout.get', { id }),
    call('template.list', {}),
    call('words.tag', { texts }),
  ])
  const ids = new Set(page.articles.map((a) => a.id))
  const placement = kept.placement?.frames.every((f) => ids.has(f.article)) ? kept.placement : undefined
  const ask: Ask = {
    kind: 'draw',
    seq: 1,
    page,
    template: [...own, ...TEMPLATES].find((t) => t.id === (kept.template ?? placement?.template)),
    placement,
    cuts: texts.flatMap((text, i): readonly Cut[] => (words[i] ? [[text, words[i]]] : [])),
    proof: proof && { ...proof, lang: langNow() },
  }
  return Promise.all((await drawn(ask, signal)).map(sheetOf))
}

const drawn = (ask: Ask, signal?: AbortSignal): Promise<readonly DrawnSheet[]> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve([])
    const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    signal?.addEventListener('abort', () => {
      end()
      resolve([])
    })
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end()
      if (data.kind === 'drawn') resolve(data.sheets)
      else reject(new Error(data.kind === 'failed' ? data.message : data.kind))
    }
    worker.onerror = (event) => {
      end()
      reject(new Error(event.message))
    }
    worker.postMessage(ask)
  })

async function sheetOf({ width, height, svgs }: DrawnSheet): Promise<SVGSVGElement> {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('class', 'sheet-painted')
  svg.setAttribute('lang', 'zh-Hans')
  svg.append(...(await paintedSheet(svgs, addressOf)))
  return svg
}
