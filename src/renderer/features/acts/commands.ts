/** The acts of the trade as commands: each one key, one undo step. They work on the picked blocks, else on what is selected. */
import {
  joinBlocks,
  joinTarget,
  mergeArticle,
  removeBlocks,
  setRole,
  splitArticle,
  splitBlock,
} from '../../../shared/page/edit.ts'
import { joinNear, liftText, splitCredit, undoJoin } from '../../../shared/page/edit-lift.ts'
import { markDateline, PLACEHOLDER, setPicture } from '../../../shared/page/edit-mark.ts'
import {
  gatherArticle,
  moveArticle,
  moveBlock,
  moveSection,
  sectionAt,
  sectionBeforeEnding,
  setAside,
} from '../../../shared/page/edit-move.ts'
import { findBlock, walk } from '../../../shared/page/walk.ts'
import type { Caret, Edit } from '../../../shared/page/edit.ts'
import type { Page, Role } from '../../../shared/page/page.ts'
import type { Command } from '../../app/command.ts'
import type { Workstation } from '../../app/workstation.ts'
import type { Focus } from '../editor/desk.ts'

const hasFocus = (w: Workstation) => w.desk.get().page !== undefined && w.desk.get().focus !== undefined

/** What an act is done to: the page, what is selected, the source, and the blocks meant (picked ones, else selected ones). */
export type Scene = {
  readonly page: Page
  readonly focus: Focus
  readonly source: string
  readonly ids: readonly string[]
}

type AtDesk = Pick<Workstation, 'desk'>

/** What is picked and there: what was joined to another block or deleted since is neither changed nor counted. */
const pickedNow = ({ desk }: AtDesk): readonly string[] => {
  const { page, picked } = desk.get()
  return page ? picked.filter((id) => findBlock(page, id)) : []
}

/** Does the act as one undo step; where it changed nothing `none` is told. The caret goes where the act says, else it stays. */
export const act =
  (make: (scene: Scene) => Edit, none?: string) =>
  (w: Workstation): void => {
    const { page, focus, open } = w.desk.get()
    if (!page || !focus) return
    const picked = pickedNow(w)
    const edit = make({ page, focus, source: open?.source ?? '', ids: picked.length > 0 ? picked : focus.blocks })
    if (edit.page === page) return none ? w.note(none) : undefined
    if (picked.length > 0) w.desk.set({ picked: [] })
    w.desk.act(edit.caret ? edit : { ...edit, caret: stay(edit.page, focus) })
  }

/** `ids` of the scene become `role`. The selection stays as it is. */
export const markAs =
  (role: Role) =>
  (w: AtDesk): void => {
    const { page, focus } = w.desk.get()
    if (!page || !focus) return
    const picked = pickedNow(w)
    w.desk.act(setRole(page, picked.length > 0 ? picked : focus.blocks, role))
    if (picked.length > 0) w.desk.set({ picked: [] })
  }

const move = (by: -1 | 1, how: (page: Page, id: string, by: -1 | 1) => Edit) =>
  act(({ page, focus }) => how(page, focus.from.block, by), 'act.none.move')

const section = (make: (page: Page, id: string) => Edit) => (w: Workstation) => {
  const { page, focus } = w.desk.get()
  const place = page && focus && findBlock(page, focus.from.block)
  if (place && !sectionAt(place.article, place.block.id)) return w.note('act.none.section')
  act((scene) => make(scene.page, scene.focus.from.block), 'act.none.move')(w)
}

/** Where the caret is, or is on its way to: keys that follow each other fast each count. */
const caretNow = (w: Workstation): Caret | undefined => w.desk.get().caret?.from ?? w.desk.get().focus?.from

/** The caret goes to the start of the next or the previous block, over articles alike. */
const goToBlock = (by: -1 | 1) => (w: Workstation) => {
  const { page } = w.desk.get()
  if (!page) return
  const ids = [...walk(page)].map(({ block }) => block.id)
  const here = caretNow(w)
  const at = here ? ids.indexOf(here.block) : -1
  const id = ids[at < 0 ? 0 : by < 0 && (here?.offset ?? 0) > 0 ? at : at + by]
  if (id !== undefined) w.desk.moveTo({ block: id, offset: 0 })
}

/** The caret goes to the next or the previous place where two fragments were joined. */
const goToJoin = (by: -1 | 1) => (w: Workstation) => {
  const { page } = w.desk.get()
  if (!page) return
  const here = caretNow(w)
  const order = new Map([...walk(page)].map(({ block }, i) => [block.id, i]))
  const places: readonly Caret[] = [...walk(page)].flatMap(({ block }) =>
    block.joins.map((j) => ({ block: block.id, offset: j.at })),
  )
  const far = (c: Caret) =>
    here ? (order.get(c.block) ?? 0) - (order.get(here.block) ?? 0) || c.offset - here.offset : by
  const target =
    by > 0 ? (places.find((c) => far(c) > 0) ?? places[0]) : (places.findLast((c) => far(c) < 0) ?? places.at(-1))
  if (target) w.desk.moveTo(target)
}

const togglePick = (w: Workstation) => {
  const { focus } = w.desk.get()
  if (!focus) return
  const picked = pickedNow(w)
  const all = focus.blocks.every((id) => picked.includes(id))
  const next = all ? picked.filter((id) => !focus.blocks.includes(id)) : [...new Set([...picked, ...focus.blocks])]
  w.desk.set({ picked: next })
  if (next.length > 0) w.tell('act.picked', { count: next.length })
  else w.tell('act.unpicked')
}

const row = (
  id: string,
  zh: string,
  en: string,
  key: string | undefined,
  run: (w: Workstation) => unknown,
): Command => ({ id, name: { zh, en }, ...(key === undefined ? {} : { key }), can: hasFocus, run })

export const ACTS: readonly Command[] = [
  row('block.join', '与下一段相连', 'Join with the next', 'Mod+J', (w) => {
    const { page, focus } = w.desk.get()
    if (!page || !focus) return
    if (joinTarget(page, focus.from.block)) w.desk.act(joinBlocks(page, focus.from.block))
    else w.note('toast.joinNone')
  }),
  row(
    'join.undo',
    '拆开此处的相连',
    'Undo the join here',
    'Alt+J',
    act(({ page, focus, source }) => {
      const block = findBlock(page, focus.from.block)?.block
      const at = block && joinNear(block, focus.from.offset)
      return block && at !== undefined ? undoJoin(page, block.id, at, source) : { page }
    }, 'act.none.join'),
  ),
  row('join.next', '下一处相连', 'Next join', 'Mod+F8', goToJoin(1)),
  row('join.previous', '上一处相连', 'Previous join', 'Mod+Shift+F8', goToJoin(-1)),
  row(
    'block.split',
    '在此处拆开',
    'Split here',
    'Mod+Enter',
    act(({ page, focus, source }) => splitBlock(page, focus.from, source)),
  ),
  row(
    'block.lift',
    '提出夹在段里的图说或小标题',
    'Lift the caption or crosshead out',
    'Mod+L',
    act(({ page, focus, source }) => liftText(page, focus.from, focus.to, source), 'act.none.lift'),
  ),
  row(
    'block.credit',
    '分开图片说明与署名',
    'Split caption and credit',
    'Mod+Shift+9',
    act(({ page, focus, source }) => splitCredit(page, focus.from, source), 'act.none.credit'),
  ),
  row('block.up', '上移', 'Move up', 'Alt+ArrowUp', move(-1, moveBlock)),
  row('block.down', '下移', 'Move down', 'Alt+ArrowDown', move(1, moveBlock)),
  row(
    'section.up',
    '小节上移',
    'Move the section up',
    'Alt+Shift+ArrowUp',
    section((p, id) => moveSection(p, id, -1)),
  ),
  row(
    'section.down',
    '小节下移',
    'Move the section down',
    'Alt+Shift+ArrowDown',
    section((p, id) => moveSection(p, id, 1)),
  ),
  row(
    'section.beforeEnding',
    '小节移到结尾之前',
    'Move the section before the ending',
    'Alt+End',
    section(sectionBeforeEnding),
  ),
  row('article.up', '整篇上移', 'Move the story up', 'Alt+PageUp', move(-1, moveArticle)),
  row('article.down', '整篇下移', 'Move the story down', 'Alt+PageDown', move(1, moveArticle)),
  row('article.split', '从此处另起一篇', 'Start a new story here', 'Mod+Shift+Enter', (w) =>
    act(({ page, focus }) => splitArticle(page, focus.from.block))(w),
  ),
  row('article.merge', '并入上一篇', 'Merge into the story before', 'Mod+Shift+J', (w) =>
    act(({ page, focus }) => mergeArticle(page, focus.from.block))(w),
  ),
  row('article.gather', '把这些块归为一篇', 'Make one story of these', 'Alt+G', (w) =>
    act(({ page, ids }) => gatherArticle(page, ids), 'act.none.gather')(w),
  ),
  row('block.pick', '圈定这一块', 'Pick this block', 'Alt+M', togglePick),
  row('block.aside', '剔出为报眉等版面要素', 'Set aside as page furniture', 'Alt+0', (w) =>
    act(({ page, ids }) => setAside(page, ids))(w),
  ),
  row('block.remove', '删除所选块', 'Delete selected blocks', 'Mod+Shift+Backspace', (w) =>
    act(({ page, ids }) => removeBlocks(page, ids))(w),
  ),
  row(
    'mark.dateline',
    '标出电头',
    'Find and mark the dateline',
    'Alt+D',
    act(
      ({ page, focus }) =>
        markDateline(
          page,
          focus.from.block,
          focus.from.block === focus.to.block && focus.from.offset !== focus.to.offset ? focus.to.offset : undefined,
        ),
      'act.none.dateline',
    ),
  ),
  row('block.picture', '图片占位', 'Placeholder picture', 'Alt+P', (w) =>
    act(({ page, focus }) => {
      const block = findBlock(page, focus.from.block)?.block
      return setPicture(page, focus.from.block, block?.picture ? undefined : PLACEHOLDER)
    })(w),
  ),
  {
    ...row('block.next', '下一块', 'Next block', 'Mod+ArrowDown', goToBlock(1)),
    can: (w) => w.desk.get().page !== undefined,
  },
  {
    ...row('block.previous', '上一块', 'Previous block', 'Mod+ArrowUp', goToBlock(-1)),
    can: (w) => w.desk.get().page !== undefined,
  },
]

/** The caret stays in its text where its block is still there, else it goes to the page's first block. */
export function stay(page: Page, focus: Focus): Caret {
  const block = findBlock(page, focus.from.block)?.block
  if (block) return { block: block.id, offset: Math.min(focus.from.offset, block.text.length) }
  return { block: page.articles[0]?.blocks[0]?.id ?? '', offset: 0 }
}
