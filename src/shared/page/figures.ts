/** Figures: a caption bound to its credits (and to its picture, which the caption carries). Derived from the blocks, never stored. */
import type { Article } from './page.ts'

export type Figure = { readonly caption: string; readonly credits: readonly string[] }

/** The article's figures in order. A credit belongs to the caption right before it, else to the one right after it. */
export function figuresOf(article: Article): readonly Figure[] {
  const figures: Figure[] = []
  let loose: string[] = []
  let open = -1
  for (const b of article.blocks) {
    if (b.role === 'caption') {
      figures.push({ caption: b.id, credits: loose })
      open = figures.length - 1
      loose = []
    } else if (b.role === 'credit') {
      const figure = figures[open]
      if (figure) figures[open] = { ...figure, credits: [...figure.credits, b.id] }
      else loose.push(b.id)
    } else {
      open = -1
      loose = []
    }
  }
  return figures
}

/** The blocks of the figure that `id` is part of, in their order; undefined where it is part of none. */
export function figureOf(article: Article, id: string): readonly string[] | undefined {
  const figure = figuresOf(article).find((f) => f.caption === id || f.credits.includes(id))
  if (!figure) return undefined
  return article.blocks.filter((b) => b.id === figure.caption || figure.credits.includes(b.id)).map((b) => b.id)
}
