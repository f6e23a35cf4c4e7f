import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from '../../page/build.ts'
import { FIXTURE } from '../fixture.ts'
import { hostilePage } from '../hostile.ts'
import { CONTEXT, textOf } from '../testing.ts'
import { checkWechat } from './testing.ts'
import { wechatFragment } from './fragment.ts'
import { HOUSE_STYLES, houseStyleOf } from './styles.ts'
import type { HouseStyle } from './styles.ts'
import { wechatWriter } from './write.ts'

const finds = (fragment: string, ...codes: readonly string[]) =>
  expect(checkWechat(fragment).map((f) => f.code)).toEqual(codes)

test.each(HOUSE_STYLES)('style $id passes the checker', (style) => finds(wechatFragment(FIXTURE, style, () => '图1')))
test('any page in any style passes the checker', () => {
  fc.assert(
    fc.property(hostilePage, fc.constantFrom(...HOUSE_STYLES), (p, style) => void finds(wechatFragment(p, style))),
    { numRuns: 200 },
  )
})
test('a table passes, and scrolls where it is wider than a phone', () => {
  const table = page([article([block('paragraph', '|站|到|\n|---|---|\n|临川|08:10|')])])
  for (const style of HOUSE_STYLES) finds(wechatFragment(table, style))
  expect(wechatFragment(table, HOUSE_STYLES[0] as HouseStyle)).toContain('overflow-x:auto"><table')
})
test('lines of the folio stand under each other', () => {
  const p = page([article([block('folio', '2026年4月12日'), block('folio', '责编：周岚')]), ...FIXTURE.articles])
  expect(wechatFragment(p, HOUSE_STYLES[0] as HouseStyle)).toContain('2026年4月12日<br />责编：周岚')
})
test('a class is dropped', () => finds('<section class="a"></section>', 'attribute'))
test('an id is dropped', () => finds('<section><p id="a"></p></section>', 'attribute'))
test('a link is dropped', () => finds('<section><a href="https://example.cn">a</a></section>', 'tag', 'attribute'))
test('a style sheet and a script are dropped', () =>
  finds('<section><style>p{}</style><script>1</script></section>', 'tag', 'tag'))
test('an outside picture is dropped', () => finds('<section><img src="a.png"/></section>', 'tag', 'attribute'))
test('position is dropped', () => finds('<section style="position:fixed"></section>', 'property'))
test('a variable is dropped', () => finds('<section style="color:var(--a)"></section>', 'value'))
test('a background picture is dropped', () => finds('<section style="background-color:url(a.png)"></section>', 'value'))
test('a grid is dropped', () => finds('<section style="display:grid"></section>', 'value'))
test('a comment is dropped', () => finds('<section><!-- a --></section>', 'tag'))
test('two fragments are not one', () => finds('<section></section><section></section>', 'outside'))
test('broken markup is found', () => expect(checkWechat('<section><p></section>').length).toBeGreaterThan(0))
test('a finding says what it is', () =>
  expect(checkWechat('<section id="a"></section>')).toEqual([{ code: 'attribute', what: 'id' }]))
test('a template of the same house chooses its style', () => expect(houseStyleOf('city-tabloid').id).toBe('city'))
test('pictures are listed for upload', async () => {
  const files = await wechatWriter.write(FIXTURE, CONTEXT)
  expect(files.map((f) => f.name)).toEqual(['云河日报-02.wechat.html', '云河日报-02.wechat.pictures.txt'])
  expect(textOf(files[1])).toContain('图1\t（缺图）\t柳长庚在第七号闸门旁查看水位。 通讯员 苏 禾摄')
})
