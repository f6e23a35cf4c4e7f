import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { removeBlocks } from '../../../shared/page/edit.ts'
import { walk } from '../../../shared/page/walk.ts'
import { createDesk } from '../editor/desk.ts'
import { markAs } from './commands.ts'

/** A desk with blocks b1, b2 and b3, of which `picked` are picked and the caret stands in b1. */
function desk(picked: readonly string[]) {
  const made = createDesk()
  made.show({
    id: 1,
    revision: 1,
    name: '1.txt',
    source: '',
    encoding: 'utf-8',
    notices: [],
    page: page([article(['江口新桥', '今晨通车', '桥上风大'].map((text) => block('paragraph', text)))]),
  })
  const at = { block: 'b1', offset: 0 }
  made.set({ picked, focus: { from: at, to: at, blocks: ['b1'] } })
  return made
}

const rolesOn = (at: ReturnType<typeof desk>): string =>
  [...walk(at.get().page!)].map(({ block: b }) => `${b.id} ${b.role}`).join(', ')

test('a role is for what is picked, else for what is selected', () => {
  const at = desk(['b2', 'b3'])
  markAs('deck')({ desk: at })
  expect(rolesOn(at)).toBe('b1 paragraph, b2 deck, b3 deck')
  markAs('headline')({ desk: at })
  expect(rolesOn(at)).toBe('b1 headline, b2 deck, b3 deck')
})

test('where what was picked is gone from the page, for what is selected', () => {
  const at = desk(['b2'])
  at.act(removeBlocks(at.get().page!, ['b2']))
  markAs('headline')({ desk: at })
  expect(rolesOn(at)).toBe('b1 headline, b3 paragraph')
})
