/** From an edit to the recomposed page: our composition with lines remembered, beside the same page composed afresh. */
import { compose } from '../src/shared/layout/compose.ts'
import { svgItems } from '../src/shared/layout/svg.ts'
import { templateOf } from '../src/shared/layout/templates.ts'
import { clearLines } from '../src/shared/layout/compose/set.ts'
import { count, edited, quantile, samplePage } from './sample-page.ts'

const RUNS = 60
const out = (line: string) => process.stdout.write(`${line}\n`)
const page = samplePage(9000)
const t = templateOf('national-broadsheet')
const begun = performance.now()
const { placement, pages } = compose(page, t)
const proposed = performance.now() - begun

const warm: number[] = []
const fresh: number[] = []
const drawn: number[] = []
for (let run = 0; run < RUNS; run++) {
  const next = edited(page, run)
  let from = performance.now()
  const composed = compose(next, t, placement)
  warm.push(performance.now() - from)
  from = performance.now()
  for (const sheet of composed.pages) svgItems(sheet)
  drawn.push(performance.now() - from)
  clearLines()
  from = performance.now()
  compose(next, t, placement)
  fresh.push(performance.now() - from)
  // the cache is warm again for the next edit
}
const both = (times: readonly number[]) =>
  `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`
out(
  `A broadsheet page of ${count(page.articles)} characters on ${pages.length} sheet(s); first proposal of a placement ${proposed.toFixed(0)} ms.`,
)
out(`edit → recomposed         ${both(warm)}`)
out(`recomposed → SVG pieces   ${both(drawn)}`)
out(`edit → composed afresh    ${both(fresh)}`)
out(`ratio ${(quantile(fresh, 0.5) / quantile(warm, 0.5)).toFixed(1)} × (afresh / recomposed)`)
