import { describe, expect, test } from 'vitest'
import { numberOf } from './evidence.ts'
import './features.ts' // declares the evidence
import { REASON_CODES, reasonOf } from './evidenced.ts'
import { REASONS, reasonsText, reasonText } from './reasons.ts'

describe('reasons', () => {
  const check = (evidence: string, code: string) => expect(REASON_CODES[reasonOf(numberOf(evidence)!)]).toBe(code)
  test('every reason that evidence gives has its sentence', () =>
    expect(REASON_CODES.filter((code) => !Object.hasOwn(REASONS, code))).toEqual([]))
  test('the first and the last character', () => {
    check('first=图', 'letter.first')
    check('last=报', 'letter.last')
  })
  test('what text above and below has in common', () => {
    check('kin=0&kind=short', 'echo.new')
    check('kin=25&kind=short', 'echo.same')
    check('binds=-12&under=plain', 'echo.new')
    check('binds=20&kind=short', 'echo.same')
  })
  test('sentences over another story, and lines of one heading', () => {
    check('back:word=true&used=none', 'back.story')
    check('leaves:word=true&used=pair', 'open.after')
    check('two:over&dangling', 'place.run')
    check('join:begins=2&amid=false', 'open.before')
  })
  test('lines of a column', () => {
    check('fill=3/4&ended=true', 'place.column-end')
    check('fill-above=+1&shut=true&begin=han', 'open.shut')
    check('stop:first=他', 'open.shut')
    check('lines:open=1&kind=cut', 'open.before')
  })
  test('items of a list and questions', () => {
    check('list:alike=2&kind=body', 'place.list')
    check('kind=asked', 'cue.question')
  })
  test('several are one sentence in either language', () => {
    const reasons = [
      { code: 'letter.first', params: { head: '图' } },
      { code: 'letter.last', params: { tail: '报' } },
    ]
    expect(reasonsText(reasons, 'zh')).toBe('以“图”字开头，这类文字常这样开头；以“报”字收尾，这类文字常这样收尾')
    expect(reasonsText(reasons, 'en')).toBe(
      'It begins with “图”, as such lines often do; it ends with “报”, as such lines often do',
    )
  })
  test('a sentence names the character', () => {
    expect(reasonText({ code: 'letter.first', params: { head: '图' } }, 'zh')).toBe('以“图”字开头，这类文字常这样开头')
    expect(reasonText({ code: 'letter.last', params: { tail: '报' } }, 'en')).toBe(
      'It ends with “报”, as such lines often do',
    )
  })
})
