/** One editor bound to the desk: what is typed in it goes to the page, and every change of the page comes back into it. */
import { $addUpdateTag, $getNodeByKey, $getRoot, SKIP_DOM_SELECTION_TAG } from 'lexical'
import { freshIds } from '../../../shared/page/build.ts'
import { $fromArticle, $readBlock } from './bridge.ts'
import { $isBlockNode } from './blocks/block-node.ts'
import { $readFocus, $selectCaret } from './caret.ts'
import { reveal } from './reveal.ts'
import type { LexicalEditor, NodeKey } from 'lexical'
import type { Edit } from '../../../shared/page/edit.ts'
import type { Article, Block } from '../../../shared/page/page.ts'
import type { Desk, Focus } from './desk.ts'

export type Binding = ReturnType<typeof bindEditor>

/** Fills `editor` with `article`. Nothing is heard until the caller registers `follow` and `report`. */
export function bindEditor(editor: LexicalEditor, root: HTMLElement, article: Article, desk: Desk) {
  editor.update(() => $fromArticle(article), { discrete: true })
  let shown = article
  let known = byId(article)
  /** True while a command of this editor runs: the page's answer is then applied inside the same update. */
  let inside = false
  let caretSeen: ReturnType<Desk['get']>['caret']

  const remember = (next: Article) => {
    shown = next
    known = byId(next)
  }

  const $follow = (next: Article) => {
    $fromArticle(next, (node) => known.get(node.getBlock().id) ?? $readBlock(node))
    remember(next)
    $takeCaret()
  }

  const $takeCaret = () => {
    const { caret } = desk.get()
    if (!caret || caret === caretSeen || !$selectCaret(caret.from, caret.to)) return
    caretSeen = caret
    $addUpdateTag('skip-scroll-into-view')
    queueMicrotask(() => {
      if (desk.get().caret === caret) desk.set({ caret: undefined })
      reveal(root, caret.to.block)
    })
  }

  /** Shows what the desk has now of this article, and takes the caret where it is meant for it. */
  const follow = () => {
    const { page, caret } = desk.get()
    const next = page?.articles.find((a) => a.id === shown.id)
    if (!next || (next === shown && caret === caretSeen)) return
    if (editor.isComposing() && !inside) return
    const $apply = () => (next === shown ? $takeCaret() : $follow(next))
    if (inside) return $apply()
    const mine = caret !== undefined && next.blocks.some((b) => b.id === caret.from.block)
    if (next === shown && !mine) return
    // Where the person types into a field meanwhile, the focus stays there.
    const skip = mine || document.activeElement === root ? {} : { tag: SKIP_DOM_SELECTION_TAG }
    editor.update($apply, { discrete: true, ...skip })
    if (!mine) return
    root.focus({ preventScroll: true })
    // A window in the background hears of no selection, yet the caret is here.
    if (!desk.get().wide) editor.read(() => desk.select($readFocus()))
  }

  /** A command of the editor that is an act on the page. False: Lexical does as it always does. */
  const act = (make: () => Edit | undefined, key?: string, select?: Focus): boolean => {
    inside = true
    try {
      const edit = make()
      if (!edit) return false
      desk.act(edit, key, select)
      return true
    } finally {
      inside = false
    }
  }

  /** Typing within blocks, the rule: only what was touched is read. False where blocks came or went. */
  const $reportTouched = (dirty: ReadonlyMap<NodeKey, boolean>): boolean => {
    // Lexical calls its root changed whatever was; a block that came instead of another has no name that is known.
    if ($getRoot().getChildrenSize() !== shown.blocks.length) return false
    const changed = new Map<string, Block>()
    let touched: string | undefined
    for (const key of dirty.keys()) {
      const node = key === 'root' ? undefined : $getNodeByKey(key)
      if (!$isBlockNode(node)) continue
      const before = known.get(node.getBlock().id)
      if (!before) return false
      const block = $readBlock(node, before)
      if (block === before) continue
      touched = kindOfTyping(before, block)
      changed.set(block.id, block)
    }
    if (changed.size === 0) return true
    const next = { ...shown, blocks: shown.blocks.map((b) => changed.get(b.id) ?? b) }
    shown = next
    for (const [id, block] of changed) known.set(id, block)
    desk.typed(next, touched)
    return true
  }

  /** Tells the desk what changed. `dirty` is all that did; without it every block is read. */
  const $report = (dirty: ReadonlyMap<NodeKey, boolean> | undefined): void => {
    if (dirty && $reportTouched(dirty)) return
    const nodes = $getRoot().getChildren().filter($isBlockNode)
    const seen = new Set<string>()
    const strangers: { key: NodeKey; block: Block }[] = []
    let touched: string | undefined
    const blocks = nodes.map((node) => {
      const { id } = node.getBlock()
      const before = seen.has(id) ? undefined : known.get(id)
      seen.add(id)
      const block = $readBlock(node, before ?? node.getBlock())
      if (!before) strangers.push({ key: node.getKey(), block })
      else if (block !== before) touched = kindOfTyping(before, block)
      return block
    })
    if (
      strangers.length === 0 &&
      blocks.length === shown.blocks.length &&
      blocks.every((b, i) => b === shown.blocks[i])
    )
      return
    const { page } = desk.get()
    if (!page) return
    const nextId = strangers.length > 0 ? freshIds(page, 'b') : undefined
    const named = new Map(strangers.map(({ block }) => [block, { ...block, id: nextId?.() ?? block.id }]))
    const next = { ...shown, blocks: blocks.map((b) => named.get(b) ?? b) }
    remember(next)
    desk.typed(next, touched)
    if (strangers.length > 0) queueMicrotask(() => name(new Map(strangers.map((s) => [s.key, named.get(s.block)]))))
  }

  /** Blocks that Lexical made by itself get the ids under which the page knows them. */
  const name = (blocks: ReadonlyMap<NodeKey, Block | undefined>) =>
    editor.update(
      () => {
        for (const node of $getRoot().getChildren()) {
          const block = blocks.get(node.getKey())
          if (block && $isBlockNode(node)) node.setBlock(block)
        }
      },
      { discrete: true },
    )

  return { follow, act, $report }
}

const byId = (article: Article): Map<string, Block> => new Map(article.blocks.map((b) => [b.id, b]))

/** Typing of one kind in one block runs on into one undo step: adding, taking away; marking is a step of its own. */
const kindOfTyping = (before: Block, now: Block): string | undefined =>
  now.text === before.text ? undefined : `${now.id}${now.text.length >= before.text.length ? '+' : '-'}`
