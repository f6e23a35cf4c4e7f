/** The rival: a bare Lexical rich-text editor that holds the same page, with Lexical's own paragraphs, headings and history. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { $createHeadingNode, HeadingNode, registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { benchParagraphs } from './page.ts'

const root = document.querySelector<HTMLElement>('#text')
if (root) {
  const editor = createEditor({ nodes: [HeadingNode], onError: (error) => console.error(error) })
  editor.setRootElement(root)
  registerRichText(editor)
  registerHistory(editor, createEmptyHistoryState(), 300)
  editor.update(
    () => {
      for (const { heading, text } of benchParagraphs())
        $getRoot().append((heading ? $createHeadingNode('h2') : $createParagraphNode()).append($createTextNode(text)))
    },
    { discrete: true },
  )
  document.body.dataset['ready'] = ''
}
