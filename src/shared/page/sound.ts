/** What a page's schema cannot say of a page from outside, made true: names that are one block's alone, places within the text. */
import { freshIds } from './build.ts'
import { normalMarks } from './marks.ts'
import { walk } from './walk.ts'
import type { Article, Block, Page, Proposal } from './page.ts'

/**
 * The page with every id its own (the first that bears a name keeps it), marks and joins within their text, no article without blocks,
 * and no proposal for blocks that are not there. No text is touched; a page that is sound is given back as it is.
 */
export function sound(page: Page): Page {
  const nextBlock = named(page, 'b')
  const nextArticle = named(page, 'a')
  const articles = same(
    page.articles,
    page.articles
      .filter((a) => a.blocks.length > 0)
      .map((a) => soundArticle(nextArticle(a), (b) => soundBlock(nextBlock(b)))),
  )
  const nextProposal = named(page, 'p')
  const there = new Set([...walk(page)].map(({ block }) => block.id))
  const proposals = same(page.proposals, page.proposals.filter((p) => isPossible(p, there)).map(nextProposal))
  return articles === page.articles && proposals === page.proposals ? page : { ...page, articles, proposals }
}

function soundArticle(article: Article, mend: (block: Block) => Block): Article {
  const blocks = same(article.blocks, article.blocks.map(mend))
  return blocks === article.blocks ? article : { ...article, blocks }
}

function soundBlock(block: Block): Block {
  const { length } = block.text
  const marks = block.marks.every((m) => m.start < m.end && m.end <= length)
    ? block.marks
    : normalMarks(block.marks, length)
  const joins = same(
    block.joins,
    block.joins.filter((j) => j.at > 0 && j.at < length),
  )
  return marks === block.marks && joins === block.joins ? block : { ...block, marks, joins }
}

const isPossible = (proposal: Proposal, there: ReadonlySet<string>): boolean =>
  proposal.blocks.every((id) => there.has(id)) && (proposal.before == null || there.has(proposal.before))

/** Gives a new id to what comes with one that came before. */
function named(page: Page, prefix: 'a' | 'b' | 'p'): <T extends { readonly id: string }>(value: T) => T {
  const next = freshIds(page, prefix)
  const seen = new Set<string>()
  return (value) => {
    const id = seen.has(value.id) ? next() : value.id
    seen.add(id)
    return id === value.id ? value : { ...value, id }
  }
}

/** `before` where `after` holds the very same values. */
const same = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  after.length === before.length && after.every((value, i) => value === before[i]) ? before : after
