/** `npm run bench:learning`: pages of one paper with habits of its own, read one after another; a person corrects each, and the engine learns or not. */
import { NO_ADAPTATION, adapt, structure } from '../src/shared/structure/index.ts'
import type { Adaptation } from '../src/shared/structure/index.ts'
import type { Article } from '../src/shared/page/page.ts'
import { random } from './random.ts'
import type { Random } from './random.ts'
import { score } from './score.ts'
import { segmenter } from './segmenter.ts'
import { pagesOf } from './structure-pages.ts'
import { layOut } from './synthetic.ts'
import { storiesOf } from './synthetic-material.ts'
import type { Part, Story } from './synthetic-material.ts'
import { PLAIN } from './synthetic-style.ts'
import { nameOf } from './synthetic-words.ts'

const PAGES = 12
const words = segmenter()
const options = words ? { words } : {}
const r = random(2024)
const stories = pagesOf('train')
  .flatMap((p) => storiesOf(p))
  .filter((s) => s.filter((b) => b.role === 'paragraph').length >= 2 && s[0]?.role !== 'folio')

let adaptation: Adaptation = NO_ADAPTATION
const totals = { plain: [0, 0], learned: [0, 0] }
console.log('corrections a page (blocks that are not right), of all blocks\npage   blocks   without   with learning')
for (let n = 0; n < PAGES; n++) {
  const chosen = Array.from({ length: 3 }, () => inHouseStyle(r.pick(stories), r))
  const style = { ...PLAIN, cut: 0.2, wedge: 0.3 }
  const page = layOut(chosen, style, r, `house-${n}`)
  const wrong = (articles: readonly Article[]) => score(page, { articles }, page.source).missed.length
  const plain = wrong(structure(page.source, options).page.articles)
  const learned = wrong(structure(page.source, { ...options, adaptation }).page.articles)
  const half = n < PAGES / 2 ? 0 : 1
  totals.plain[half]! += plain
  totals.learned[half]! += learned
  const blocks = page.articles.reduce((sum, a) => sum + a.blocks.length, 0)
  console.log(
    `${String(n + 1).padStart(4)}${String(blocks).padStart(9)}${String(plain).padStart(10)}${String(learned).padStart(16)}`,
  )
  adaptation = adapt(adaptation, page.source, page.articles, words)
}
const ratio = totals.learned[1]! / Math.max(1, totals.plain[1]!)
console.log(
  `first ${PAGES / 2}: ${totals.plain[0]} / ${totals.learned[0]}   last ${PAGES / 2}: ${totals.plain[1]} / ${totals.learned[1]}   ratio of the last ${ratio.toFixed(2)}`,
)
const size = JSON.stringify(adaptation).length
console.log(
  `the paper's own changes: ${Object.keys(adaptation.features).length} pieces of evidence, ${Math.round(size / 1024)} kB`,
)

/** The habits of an invented paper: badges in corner marks, crossheads with a lozenge, authors behind a stroke, captions behind a triangle. */
function inHouseStyle(story: Story, r: Random): Story {
  const badge: Part[] = r.chance(0.6)
    ? [{ role: 'label', lines: [`〖${r.pick(['河湾纪事', '街谈', '灶头', '老照片'])}〗`] }]
    : []
  const dressed = story
    .filter((p) => p.role !== 'label' && p.role !== 'credit' && p.role !== 'keyword')
    .map((p): Part => {
      if (p.role === 'crosshead') return { role: p.role, lines: [`◇ ${p.lines.join(' ')} ◇`] }
      if (p.role === 'byline') return { role: p.role, lines: [`〔${nameOf(r)} 发自现场〕`] }
      if (p.role === 'caption')
        return { role: p.role, lines: [`△ ${p.lines.join('').replace(/^(?:图为|上图[:：]|图[①-⑨][:：])/, '')}`] }
      return p
    })
  return [...badge, ...dressed]
}
