import { expect, test } from 'vitest'
import { datelineEnd, insertPicture, markDateline, PLACEHOLDER, setPicture } from './edit-mark.ts'
import { check, made } from './testing.ts'

test('the 电头 is marked and unmarked, a caption carries a picture', () => {
  expect(datelineEnd('新华社北京2月5日电 （记者王文）今天')).toBe('新华社北京2月5日电 （记者王文）'.length)
  expect(datelineEnd('本报讯（记者 李明）昨天')).toBe('本报讯（记者 李明）'.length)
  expect(datelineEnd('村里通了路。')).toBeUndefined()
  const { page: p } = made([['paragraph', '本报讯 昨天下雨。']])
  const marked = markDateline(p, 'b1').page
  expect(marked.articles[0]?.blocks[0]?.marks).toEqual([{ kind: 'dateline', start: 0, end: 3 }])
  expect(markDateline(marked, 'b1').page.articles[0]?.blocks[0]?.marks).toEqual([])
  expect(setPicture(p, 'b1', PLACEHOLDER).page.articles[0]?.blocks[0]?.picture).toEqual(PLACEHOLDER)
  check(insertPicture(p, 'b1', PLACEHOLDER), 'p本报讯 昨天下雨。/c')
  expect(setPicture(setPicture(p, 'b1', PLACEHOLDER).page, 'b1', undefined).page).toEqual(p)
})
