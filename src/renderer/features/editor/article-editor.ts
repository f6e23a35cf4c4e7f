/** One article's Lexical editor with everything that belongs to it: keys, clipboard, words, the arrow keys over its edges. */
import { registerRichText } from '@lexical/rich-text'
import {
  $getSelection,
  $setSelection,
  createEditor,
  mergeRegister,
  registerEventListener,
  SKIP_SCROLL_INTO_VIEW_TAG,
  TextNode,
} from 'lexical'
import { $keepBars } from './blocks/bars.ts'
import { NODES } from './bridge.ts'
import { bindEditor } from './binding.ts'
import { $readFocus } from './caret.ts'
import { registerClipboard } from './clipboard.ts'
import { registerCrossing } from './crossing.ts'
import { registerKeys } from './edit-keys.ts'
import { registerFormats } from './formats.ts'
import { registerTableKeys } from './table-keys.ts'
import { registerWordKeys } from './word-keys.ts'
import type { LexicalEditor } from 'lexical'
import type { Article } from '../../../shared/page/page.ts'
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
  const of = desk.get().open?.id
  const editor = createEditor({
    namespace: 'banxin',
    nodes: [...NODES],
    theme: THEME,
    onError: (error) => console.error(error),
  })
  // Before there is any text: what comes later would have all of it drawn anew.
  const unkeep = editor.registerNodeTransform(TextNode, $keepBars)
  const binding = bindEditor(editor, root, article, desk)
  /** What an input method is still composing is nobody's text yet: the page hears of it when it is committed. */
  let composed = false
  let composing = false

  const stop = mergeRegister(
    unkeep,
    registerRichText(editor),
    registerCrossing(editor, root, desk),
    registerKeys(editor, binding, desk),
    registerClipboard(editor, binding, desk),
    registerFormats(editor, binding, desk),
    registerTableKeys(editor, desk),
    registerWordKeys(editor, root, binding, desk),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      editorState.read(() => {
        if (editor.isComposing()) composed = true
        else if (composed || dirtyElements.size > 0 || dirtyLeaves.size > 0) {
          const all = composed
          composed = false
          binding.$report(all ? undefined : dirtyElements)
        }
        // Another page may be open already: its blocks may bear the same names.
        const { open, wide } = desk.get()
        if (document.activeElement === root && open?.id === of && !wide) desk.select($readFocus())
      })
    }),
    desk.subscribe(binding.follow),
    ...OWN.map((name) => registerEventListener(root, name, (event) => event.stopPropagation())),
    registerEventListener(root, 'focus', () => returnCaret(editor, root)),
    registerEventListener(root, 'mouseup', hearCaret),
    registerEventListener(
      root,
      'keyup',
      (event) => MOVES.test(event.key) && !event.ctrlKey && !event.altKey && hearCaret(),
    ),
    registerEventListener(root, 'compositionstart', () => {
      composing = true
      desk.set({ composing })
    }),
    registerEventListener(root, 'compositionend', () => {
      composing = false
      setTimeout(() => {
        if (composed && !editor.isComposing()) {
          composed = false
          editor.read(() => binding.$report(undefined))
        }
        binding.follow()
        // Whoever types on starts the next word before that.
        desk.set({ composing })
      })
    }),
  )

  editor.setRootElement(root)
  binding.follow()
  return () => {
    stop()
    editor.setRootElement(null)
    if (composing) desk.set({ composing: false })
  }
}

/** What closes gives the text its focus back, and the browser leaves the caret in a field that is gone: keys would come nowhere. */
function returnCaret(editor: LexicalEditor, root: HTMLElement): void {
  if (root.contains(getSelection()?.anchorNode ?? null)) return
  const $return = () => {
    const known = $getSelection()
    if (known) $setSelection(known.clone())
  }
  editor.update($return, { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG })
}

/** What the text alone is told of: the rest of the window would look for who hears it at every key, and nobody does. */
const OWN = ['keypress', 'keyup', 'textInput', 'beforeinput', 'input'] as const

/** Keys that move the caret by themselves. */
const MOVES = /^(Arrow|Home|End|Page)/

/** A busy browser tells of a new caret after the keys that wait already; the next command is for where the caret is now. */
const hearCaret = (): void => void document.dispatchEvent(new Event('selectionchange'))
