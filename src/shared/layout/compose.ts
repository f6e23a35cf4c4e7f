/** Page + template + placement → composed pages: the geometry that preview, fit, PDF and IDML share. */
import type { Article, Page } from '../page/page.ts'
import type { Words } from '../words.ts'
import { drawFrame } from './compose/frame.ts'
import { drawFolio, headOf, pageLabel } from './compose/folio.ts'
import type { Desk } from './compose/room.ts'
import { storyRules } from './compose/rules.ts'
import { storyOf } from './compose/story.ts'
import type { Story } from './compose/story.ts'
import type { ComposedPage, Item, StoryFit, TextArea } from './geometry.ts'
import type { Frame, Placement } from './placement.ts'
import { propose } from './propose.ts'
import { MM, gridOf, sized } from './template.ts'
import type { Template } from './template.ts'

export type Composed = {
  /** As the page was set in it: its body has the placement's size. */
  readonly template: Template
  readonly placement: Placement
  readonly pages: readonly ComposedPage[]
}

/** The page set in `template`; without a placement one is proposed. Pure: the same arguments give the same geometry. */
export function compose(page: Page, template: Template, given?: Placement, words?: Words): Composed {
  const stories = rankedStories(page)
  if (given) {
    const { left: _, ...composed } = composeIn(page, template, given, stories, words)
    return { ...composed, placement: given }
  }
  let placement = propose(stories, template, words, (index) => headOf(page, index))
  for (let attempt = 0; ; attempt++) {
    const { left, ...composed } = composeIn(page, template, placement, stories, words)
    if (left.length === 0 || attempt === MOST_ATTEMPTS) return { ...composed, placement }
    placement = goingOn(placement, left, template, words, composed.pages.length, page)
  }
}

/** Stories, or what remains of them, for which `placement` has no room. */
export const leftOver = (page: Page, template: Template, placement: Placement, words?: Words): readonly Story[] =>
  composeIn(page, template, placement, rankedStories(page), words).left

/** What a proposal cannot hold goes on to further sheets so many times. */
const MOST_ATTEMPTS = 3

/** The placement with frames for what is `left` on sheets from `from` on. */
function goingOn(
  p: Placement,
  left: readonly Story[],
  t: Template,
  words: Words | undefined,
  from: number,
  page: Page,
): Placement {
  const { frames } = propose(left, sized(t, p.size), words, (index) => headOf(page, from + index), p.leading)
  return { ...p, frames: [...p.frames, ...frames.map((f) => ({ ...f, page: f.page + from }))] }
}

type Sheets = Omit<Composed, 'placement'> & {
  /** Stories, or what remains of them, that found no room. */
  readonly left: readonly Story[]
}

function composeIn(
  page: Page,
  template: Template,
  placement: Placement,
  stories: readonly Story[],
  words: Words | undefined,
): Sheets {
  const t = sized(template, placement.size)
  const progress = new Map(stories.map((s) => [s.article.id, { story: ranked(s, placement), done: false }]))
  const count = Math.max(1, ...placement.frames.map((f) => f.page + 1))
  const pages = Array.from({ length: count }, (_, index): ComposedPage => {
    const grid = gridOf(t, placement.leading, headOf(page, index))
    const desk: Desk = { t, grid, ...(words ? { words } : {}) }
    const items: Item[] = [...drawFolio(page, t, grid, index)]
    const fits: StoryFit[] = []
    const areas: TextArea[] = []
    const here = placement.frames.filter((f) => f.page === index)
    for (const id of progress.keys()) {
      for (const frame of here.filter((f) => f.article === id)) {
        const state = progress.get(id)
        if (!state || state.done) continue
        const isLast = frame === placement.frames.findLast((f) => f.article === id)
        const drawn = drawFrame(state.story, frame, desk, jumpsOf(frame, placement, page), isLast)
        items.push(...drawn.items)
        const at = placement.frames.indexOf(frame)
        areas.push(...drawn.areas.map((area) => ({ ...area, article: id, frame: at })))
        const over = drawn.rest ? (isLast ? drawn.over : 0) : Math.min(0, drawn.used - drawn.available)
        fits.push({ article: id, frame: at, available: drawn.available, used: drawn.used, over, lonely: drawn.lonely })
        progress.set(id, { story: drawn.rest ?? state.story, done: drawn.rest === undefined })
      }
    }
    items.push(...here.flatMap((f) => storyRules(f, here, desk)))
    return { width: t.trim.width * MM, height: t.trim.height * MM, grid, items, areas, stories: fits }
  })
  const left = [...progress.values()].flatMap(({ story, done }) => (done ? [] : [story]))
  return { template: t, pages, left }
}

/** The story as the placement wants it: a person may have made another one the lead, or fitted it by hand. */
function ranked(story: Story, placement: Placement): Story {
  const frame = placement.frames.find((f) => f.article === story.article.id)
  if (!frame) return story
  const { rank, track, size, smaller } = frame
  return {
    ...story,
    rank,
    ...(track === undefined ? {} : { track }),
    ...(size === undefined ? {} : { size }),
    ...(smaller === undefined ? {} : { smaller }),
  }
}

/** The words that send a reader on, where a story has frames on other sheets. */
function jumpsOf(frame: Frame, placement: Placement, page: Page) {
  const frames = placement.frames.filter((f) => f.article === frame.article)
  const at = frames.indexOf(frame)
  const before = frames[at - 1]
  const after = frames[at + 1]
  return {
    ...(after && after.page !== frame.page ? { to: `（下转${pageLabel(page.meta, after.page)}）` } : {}),
    ...(before && before.page !== frame.page ? { from: `（上接${pageLabel(page.meta, before.page)}）` } : {}),
  }
}

/** The page's stories with their rank: the first long one with a headline leads, short ones are briefs; no lead is as short as a notice. */
function rankedStories(page: Page): readonly Story[] {
  const articles = page.articles.filter((a) => a.blocks.some((b) => b.role !== 'folio'))
  const lead = Math.max(
    0,
    articles.findIndex((a) => a.blocks.some((b) => b.role === 'headline') && lengthOf(a) >= LEAD_LEAST),
  )
  const leads = (a: Article, i: number) => i === lead && (articles.length === 1 || lengthOf(a) >= NOTICE_MOST)
  return articles.map((a, i) => storyOf(a, leads(a, i) ? 'lead' : lengthOf(a) < BRIEF_MOST ? 'brief' : 'story'))
}

const LEAD_LEAST = 300
const NOTICE_MOST = 100
const BRIEF_MOST = 450
const lengthOf = (a: Article): number => a.blocks.reduce((sum, b) => sum + b.text.length, 0)
