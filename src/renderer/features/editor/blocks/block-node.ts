/** The one Lexical node for a block of a page: it carries the whole Block, so that nothing but text and marks lives in Lexical's own terms. */
// oxlint-disable no-underscore-dangle -- Lexical names the fields of its nodes so.
import { ElementNode } from 'lexical'
import { ROLE_NAMES } from '../../../../shared/page/roles.ts'
import { langNow } from '../../../app/languages.ts'
import type { EditorConfig, LexicalNode, RangeSelection } from 'lexical'
import type { Block, Role } from '../../../../shared/page/page.ts'

const EMPTY: Block = {
  id: '',
  role: 'paragraph',
  text: '',
  marks: [],
  spans: [],
  confidence: 1,
  reasons: [],
  joins: [],
  confirmed: true,
}

export class BlockNode extends ElementNode {
  __block: Block = EMPTY

  override $config() {
    return this.config('block', { extends: ElementNode })
  }

  override afterCloneFrom(before: this): void {
    super.afterCloneFrom(before)
    this.__block = before.__block
  }

  /** The block as it was last set; text and marks may have been typed over since (see `$readBlock`). */
  getBlock(): Block {
    return this.getLatest().__block
  }

  setBlock(block: Block): this {
    const self = this.getWritable()
    self.__block = block
    return self
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const dom = document.createElement(tagOf(this.__block.role))
    decorate(dom, this.__block)
    return dom
  }

  override updateDOM(before: this, dom: HTMLElement): boolean {
    if (tagOf(before.__block.role) !== tagOf(this.__block.role)) return true
    if (before.__block !== this.__block) decorate(dom, this.__block)
    return false
  }

  /** Lexical's own splitting (rare: ours goes through the page) makes a block without an id, which gets one when it is read. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): BlockNode {
    const fresh = $createBlockNode({ ...EMPTY, role: this.getBlock().role })
    this.insertAfter(fresh, restoreSelection)
    return fresh
  }

  override canBeEmpty(): boolean {
    return true
  }

  override collapseAtStart(): boolean {
    return true
  }

  override canIndent(): boolean {
    return false
  }
}

export const $createBlockNode = (block: Block): BlockNode => new BlockNode().setBlock(block)

export const $isBlockNode = (node: LexicalNode | null | undefined): node is BlockNode => node instanceof BlockNode

/** What the page's styles and the tests go by; the same for blocks that Lexical draws and for those that stand still. */
export const blockData = (block: Block): Readonly<Record<string, string>> => ({
  'data-block': block.id,
  'data-role': block.role,
  ...(block.picture ? { 'data-picture': '' } : {}),
  ...spoken(block),
})

/** What a screen reader says of the block beside its text: the role's name. A heading stays a heading. */
const spoken = ({ role }: Block): Readonly<Record<string, string>> => ({
  ...(tagOf(role) === 'p' ? { role: 'group' } : {}),
  'aria-roledescription': ROLE_NAMES[role][langNow()],
})

/** Says the role's name of a block again that something else was said of. */
export function speakRole(dom: HTMLElement): void {
  const role = dom.dataset['role'] as Role // as `blockData` wrote it
  dom.setAttribute('aria-roledescription', ROLE_NAMES[role][langNow()])
}

/** Headings are headings for a screen reader too. */
export const tagOf = (role: Role): 'h2' | 'h3' | 'p' => (role === 'headline' ? 'h2' : role === 'crosshead' ? 'h3' : 'p')

function decorate(dom: HTMLElement, block: Block): void {
  dom.className = 'block'
  for (const name of ['data-picture', 'role']) dom.removeAttribute(name)
  for (const [name, value] of Object.entries(blockData(block))) dom.setAttribute(name, value)
}
