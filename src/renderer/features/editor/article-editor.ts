/** One article's Lexical editor, bound to the desk: typing goes to the page, every change of the page comes back into the editor. */
import { registerRichText } from '@lexical/rich-text'
import {
  $addUpdateTag,
  COMMAND_PRIORITY_HIGH as HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  createEditor,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  REDO_COMMAND,
  registerEventListener,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import { freshIds } from '../../../shared/page/build.ts'
import { joinBlocks, replaceRange, splitBlock } from '../../../shared/page/edit.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { $fromArticle, $readBlock, NODES } from './bridge.ts'
import { $isBlockNode } from './blocks/block-node.ts'
import { $readFocus, $selectCaret } from './caret.ts'
import { registerCrossing } from './crossing.ts'
import { $getRoot } from 'lexical'
import type { NodeKey } from 'lexical'
import type { Edit } from '../../../shared/page/edit.ts'
import type { Article, Block } from '../../../shared/page/page.ts'
import type { Desk } from './desk.ts'

const THEME = {
  text: {
    bold: 'm-bold',
    italic: 'm-italic',
    underline: 'm-emphasis',
    superscript: 'm-sup',
    subscript: 'm-sub',
    highlight: 'm-dateline',
  },
  link: 'm-link',
}

/** An editor that shows `article` in `root` and follows the desk until the returned function is called. */
export function openArticleEditor(root: HTMLElement, article: Article, desk: Desk): () => void {
  const editor = createEditor({
    namespace: 'banxin',
    nodes: [...NODES],
    theme: THEME,
    onError: (error) => console.error(error),
  })
  // The text is in before anything listens: what is reported is typing and nothing else.
  editor.update(() => $fromArticle(article), { discrete: true })
  let shown = article
  let known = byId(article)
  /** True while a command of this editor runs: the page's answer is then applied inside the same update. */
  let inside = false
  /** What an input method is still composing is nobody's text yet: the page hears of it when it is committed. */
  let composed = false
  let caretSeen = desk.get().caret

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

  const follow = () => {
    const { page, caret } = desk.get()
    const next = page?.articles.find((a) => a.id === shown.id)
    if (!next || (next === shown && caret === caretSeen)) return
    if (editor.isComposing() && !inside) return
    const $apply = () => (next === shown ? $takeCaret() : $follow(next))
    if (inside) $apply()
    else if (next !== shown || (caret && known.has(caret.from.block))) {
      editor.update($apply, { discrete: true })
      if (caret && known.has(caret.from.block)) root.focus({ preventScroll: true })
    }
  }

  /** A command of the editor that is an act on the page. False: Lexical does as it always does. */
  const act = (make: () => Edit | undefined, key?: string): boolean => {
    inside = true
    try {
      const edit = make()
      if (!edit) return false
      desk.act(edit, key)
      return true
    } finally {
      inside = false
    }
  }

  const page = () => desk.get().page
  const source = () => desk.get().open?.source ?? ''

  /** A selection over several blocks gives way to `lines`, and every block keeps what is its own. */
  const replaceAcross = (lines: readonly string[], always = false): boolean =>
    act(
      () => {
        const focus = $readFocus()
        const p = page()
        if (!p || !focus || (!always && focus.blocks.length < 2)) return undefined
        return replaceRange(p, focus.from, focus.to, lines, source())
      },
      always && lines.length > 1 ? undefined : 'cut',
    )

  const deleteAtEdge = (backward: boolean): boolean =>
    act(() => {
      const focus = $readFocus()
      const p = page()
      const place = p && focus && findBlock(p, focus.from.block)
      if (!place || focus.from.block !== focus.to.block || focus.from.offset !== focus.to.offset) return undefined
      const edge = backward ? 0 : place.block.text.length
      const other = place.article.blocks[place.blockIndex + (backward ? -1 : 1)]
      if (focus.from.offset !== edge) return undefined
      if (!other) return { page: p }
      return backward ? joinBlocks(p, other.id, place.block.id) : joinBlocks(p, place.block.id, other.id)
    })

  const onDelete = (backward: boolean): boolean => replaceAcross(['']) || deleteAtEdge(backward)

  const onCopy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const focus = $readFocus()
    const p = page()
    if (!(event instanceof ClipboardEvent) || !event.clipboardData || !focus || !p) return false
    const text = focus.blocks.map((id) => {
      const all = findBlock(p, id)?.block.text ?? ''
      return all.slice(
        id === focus.from.block ? focus.from.offset : 0,
        id === focus.to.block ? focus.to.offset : undefined,
      )
    })
    if (text.join('') === '') return true
    event.preventDefault()
    event.clipboardData.setData('text/plain', text.join('\n'))
    return true
  }

  const stop = mergeRegister(
    registerRichText(editor),
    registerCrossing(editor, root, desk),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      editorState.read(() => {
        if (editor.isComposing()) composed = true
        else if (composed || dirtyElements.size > 0 || dirtyLeaves.size > 0)
          $report(composed ? undefined : dirtyElements)
        if (document.activeElement === root) desk.select($readFocus())
      })
    }),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () =>
        replaceAcross(['', '']) ||
        act(() => {
          const focus = $readFocus()
          const p = page()
          if (!p || !focus) return undefined
          if (focus.from.offset !== focus.to.offset) return replaceRange(p, focus.from, focus.to, ['', ''], source())
          return splitBlock(p, focus.from, source())
        }),
      HIGH,
    ),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, onDelete, HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, onDelete, HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, onDelete, HIGH),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => replaceAcross(['']), HIGH),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      () => {
        replaceAcross([''])
        return false
      },
      HIGH,
    ),
    editor.registerCommand(COPY_COMMAND, onCopy, HIGH),
    editor.registerCommand(CUT_COMMAND, (event) => onCopy(event) && (replaceAcross([''], true) || true), HIGH),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null
        const text = data?.getData('text/plain')
        if (!text) return false
        event.preventDefault()
        return replaceAcross(
          text.split(/\r\n|\r|\n/).filter((line, i, all) => line.trim() !== '' || all.length === 1),
          true,
        )
      },
      HIGH,
    ),
    editor.registerCommand(UNDO_COMMAND, () => (desk.undo(), true), HIGH),
    editor.registerCommand(REDO_COMMAND, () => (desk.redo(), true), HIGH),
    desk.subscribe(follow),
    registerEventListener(root, 'compositionend', () =>
      setTimeout(() => {
        if (composed && !editor.isComposing()) editor.read(() => $report(undefined))
        follow()
      }),
    ),
  )

  /** Tells the desk what changed; without `dirty` every block is read. */
  function $report(dirty: ReadonlyMap<NodeKey, boolean> | undefined): void {
    composed = false
    const nodes = $getRoot().getChildren().filter($isBlockNode)
    const seen = new Set<string>()
    const strangers: { key: NodeKey; block: Block }[] = []
    let touched = ''
    const blocks = nodes.map((node) => {
      const { id } = node.getBlock()
      const before = seen.has(id) ? undefined : known.get(id)
      seen.add(id)
      if (before && dirty && !dirty.has(node.getKey())) return before
      const block = $readBlock(node, before ?? node.getBlock())
      if (!before) strangers.push({ key: node.getKey(), block })
      else if (block !== before) touched = `${block.id}${block.text.length >= before.text.length ? '+' : '-'}`
      return block
    })
    if (
      strangers.length === 0 &&
      blocks.length === shown.blocks.length &&
      blocks.every((b, i) => b === shown.blocks[i])
    )
      return
    const p = page()
    if (!p) return
    const nextId = freshIds(p, 'b')
    const named = new Map(strangers.map(({ block }) => [block, { ...block, id: nextId() }]))
    const next = { ...shown, blocks: blocks.map((b) => named.get(b) ?? b) }
    remember(next)
    desk.typed(next, touched)
    if (strangers.length > 0)
      queueMicrotask(() =>
        editor.update(
          () => {
            for (const { key, block } of strangers) {
              const node = $getRoot()
                .getChildren()
                .find((n) => n.getKey() === key)
              const name = named.get(block)
              if ($isBlockNode(node) && name) node.setBlock(name)
            }
          },
          { discrete: true },
        ),
      )
  }

  editor.setRootElement(root)
  caretSeen = undefined
  follow()
  return () => {
    stop()
    editor.setRootElement(null)
  }
}

const byId = (article: Article): ReadonlyMap<string, Block> => new Map(article.blocks.map((b) => [b.id, b]))

/** Brings the block into view where it is not: a third of the way down, without animation. */
function reveal(root: HTMLElement, id: string): void {
  const dom = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`)
  dom?.scrollIntoView({ block: 'nearest' })
}
