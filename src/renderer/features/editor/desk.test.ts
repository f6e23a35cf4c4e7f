import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { createDesk } from './desk.ts'
import type { OpenPage } from '../../../shared/api/pages.ts'

const opened = (id: number, ...texts: readonly string[]): OpenPage => ({
  id,
  revision: 1,
  name: `${id}.txt`,
  source: texts.join('\n'),
  encoding: 'utf-8',
  notices: [],
  page: page([article(texts.map((text) => block('paragraph', text)))]),
})

test('what is picked on a page is not picked on the next, whose blocks have the same ids', () => {
  const desk = createDesk()
  desk.show(opened(1, '江口新桥', '今晨通车'))
  desk.set({ picked: ['b2'] })
  desk.show(opened(2, '桥上风大', '老人说等了二十年'))
  expect(desk.get().page?.articles[0]?.blocks[1]?.id).toBe('b2')
  expect(desk.get().picked).toEqual([])
})

test('it stays picked while the page is edited, undone and redone', () => {
  const desk = createDesk()
  desk.show(opened(1, '江口新桥', '今晨通车'))
  desk.set({ picked: ['b2'] })
  desk.act({ page: page([article([block('headline', '江口新桥'), block('paragraph', '今晨通车')])]) })
  desk.undo()
  desk.redo()
  expect(desk.get().picked).toEqual(['b2'])
})
