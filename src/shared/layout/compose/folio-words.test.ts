import { describe, expect, it } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import type { PageMeta } from '../../page/page.ts'
import { folioPieces } from './folio-words.ts'

const check = (text: string, meta: PageMeta, expected: string) =>
  it(text, () => {
    const pieces = folioPieces(page([article([block('folio', text)])], meta))
    expect(pieces.map((p) => `${p.part} ${p.block.text.slice(p.start, p.end)}`).join('|')).toBe(expected)
  })

describe('what a folio says', () => {
  check('本版编辑 洪守田 电话（0000）8850216', {}, 'rest 本版编辑 洪守田 电话（0000）8850216')
  check(
    '第2版 2005年11月18日 星期五',
    { date: '2005-11-18', number: '02' },
    'number 第2版|date 2005年11月18日|weekday 星期五',
  )
  check(
    '海湾日报 2026年3月18日 星期三 A01 要闻',
    { publication: '海湾日报', date: '2026-03-18', number: 'A01', section: '要闻' },
    'publication 海湾日报|date 2026年3月18日|weekday 星期三|number A01|section 要闻',
  )
  check(
    '海湾日报 2026年3月18日 星期三 2 农经',
    { publication: '海湾日报', date: '2026-03-18', number: '02', section: '农经' },
    'publication 海湾日报|date 2026年3月18日|weekday 星期三|number 2|section 农经',
  )
  // what says otherwise than the page's facts does not stand for them
  check('第3版 2005年11月18日', { date: '2005-11-19', number: '2' }, 'rest 第3版 2005年11月18日')
  check('要闻 责编 周砚', { section: '要闻' }, 'section 要闻|rest 责编 周砚')
})
