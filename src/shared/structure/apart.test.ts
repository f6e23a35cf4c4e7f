import { describe, expect, test } from 'vitest'
import { withoutRoom } from './apart.ts'
import { cleaned } from './clean.ts'
import { structure } from './index.ts'
import { UNSEEN } from './markup.ts'

const HEADING = '老渡口通了桥'
const STORY =
  '县里今年修了三条水渠，一条通到山后的旱地，两条绕着镇子走，最长的一条有17里。老人们说，渠里的水声比戏还好听，夜里坐在门槛上听一听，睡得也安稳。通水那天，全村的人都到渠边去了，连走不动路的石老太也叫人背了去看，她说，这水比她的嫁衣还要亮堂呢。'
const apart = (text: string) => text.replace(/(?<=\S)(?=[^\s\d])/gu, ' ')

describe('withoutRoom', () => {
  const read = (text: string) => withoutRoom(text).replaceAll(UNSEEN, '')
  test('between all characters', () => expect(read(apart(`${HEADING}\n${STORY}`))).toBe(`${HEADING}\n${STORY}`))
  test('and beside figures, not between Latin words', () =>
    expect(read(`${apart(STORY)}\n那 台 Red Flag 12 马 力`)).toBe(`${STORY}\n那台Red Flag 12马力`))
  test('wider ones part something', () => expect(read(`${apart(STORY)}\n吴 君  乔 栋`)).toBe(`${STORY}\n吴君  乔栋`))
  test('behind all marks', () => {
    const spaced = (STORY + STORY).replace(/[，。](?=.)/gu, (mark) => (mark === '，' ? ', ' : '. '))
    expect(read(`记者 李小雨\n${spaced}`)).toBe(`记者 李小雨\n${spaced.replaceAll(' ', '')}`)
  })
  test('but behind those of Latin sentences', () => {
    const marked = (STORY + STORY).replaceAll('，', ',')
    const spaced = `${marked.replaceAll(',', ', ')}她只会说 Hello, my friend! 和 OK, 谢谢。`
    expect(read(spaced)).toBe(`${marked}她只会说 Hello, my friend!和 OK,谢谢。`)
  })
  test('behind Chinese ones whatever stands around them', () => {
    const spaced = (STORY + STORY).replaceAll('，', '， ')
    expect(read(`${spaced}他说“好”， 2026年（春）、 Red Flag 12台； A区再来。`)).toBe(
      `${STORY}${STORY}他说“好”，2026年（春）、Red Flag 12台；A区再来。`,
    )
  })
  test('names and headings of other pages keep theirs', () => {
    const page = `老 渡 口 通 了 桥\n吴 君 乔 栋\n${STORY}`
    expect(withoutRoom(page)).toBe(page)
  })
})

test('the page is read as if its characters stood together, and holds its source', () => {
  const [, story] = [HEADING, STORY].map(apart)
  const source = `# ${apart(HEADING)}\n\n${story}\n`
  expect(cleaned(source).text).toBe(`# ${HEADING}\n\n${STORY}\n`)
  const blocks = structure(source).page.articles.flatMap((a) => a.blocks)
  expect(blocks.map((b) => [b.role, b.spans.map(([s, e]) => source.slice(s, e)).join('|')])).toEqual([
    ['headline', apart(HEADING)],
    ['paragraph', story],
  ])
})
