import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageSchema } from '../page/page.ts'
import { cleaned, placed } from './clean.ts'
import { structure } from './index.ts'
import { truthOf } from './truth.ts'

describe('cleaned', () => {
  const check = (source: string, text: string) => expect(cleaned(source).text).toBe(text)
  test('characters that nobody sees', () => check('老\u200b渡\u00ad口\ufeff通\u2060了\u0001车', '老渡口通了车'))
  test('rules leave a blank line, or the ones beside them', () => {
    check('老渡口。\n新大桥。\n---\n通了车。\n灯亮了。', '老渡口。\n新大桥。\n通了车。\n灯亮了。')
    check('老渡口。\n---\n新大桥。\n\n通了车。\n', '老渡口。\n\n新大桥。\n\n通了车。\n')
    check('老渡口。\n\n* * *\n\n新大桥。', '老渡口。\n\n新大桥。')
    check('老渡口。\n\n\n=====第3页=====\n\n新大桥。', '老渡口。\n\n\n新大桥。')
    check('———————\r\n老渡口。\r\n', '老渡口。\r\n')
  })
  test('pictures and links leave their words', () => {
    check('老渡口。\n\n![](images/a1.jpg)\n\n![图片 1](b.png)\n\n新大桥。', '老渡口。\n\n新大桥。')
    check('老渡口。\n\n# ![](a.jpg)\n\n新大桥。\n#', '老渡口。\n\n新大桥。\n#')
    check('![图为老渡口](a/b-1.jpg)', '图为老渡口')
    check('见[水利局](https://a.cn/b?c=1)网站', '见水利局网站')
  })
  test('HTML', () => {
    check('<ul><li>老渡口<sup>①</sup></li><li>新<a href="b.html">大桥</a></li></ul>', '老渡口①\n新大桥')
    check('<center>老渡口<br/>通了车</center>\n', '老渡口\n通了车\n')
    check('老渡口<br>\n通<b>了</b>车</p>\n<!-- page 2 -->\n好', '老渡口\n通了车\n好')
  })
  test('entities', () => check('&emsp;&#12288;&ldquo;好&rdquo;&nbsp;A&amp;B&#x5b57;', '\u3000\u3000“好” A&B字'))
  test('fences and strokes', () => check('```markdown\n老渡口\\\n1\\. 通车\n```', '老渡口\n1. 通车\n'))
  test('the marks of quoted lines', () => {
    check('> # 老渡口\n>\n> 通了车。\n', '# 老渡口\n\n通了车。\n')
    check('水>火\n>>>下转第三版', '水>火\n>>>下转第三版')
  })
  test('what print has stays', () => {
    const source = '张**、李**被判刑。\n| --- | --- |\n——老渡口\n……\n--\n水<火>土 A&B; AT&T\n[注](见第三版)\n【甲】(乙)'
    check(source, source)
  })
  test('a picture that stands in the text as its bytes, rows that have no end', () => {
    check(`老渡口。\n\n![](data:image/png;base64,${'iVBORw0KGgo'.repeat(20_000)})\n\n新大桥。`, '老渡口。\n\n新大桥。')
    check(`${'<td>'.repeat(20_000)}老渡口`, '老渡口')
  })
  test('thousands of marks that end nothing', () =>
    check(`${'<!--<b ![a]( &a \\。'.repeat(20_000)}`, `${'<!--<b ![a]( &a \\。'.repeat(20_000)}`))
})

test('what is read past stays with the piece that it touches, or with one of its line', () => {
  const source = '## **老渡口**\n\n---\n\n\u200b记者 &nbsp; 江心<br>\n![](a.jpg)\n'
  const clean = cleaned(source)
  const pieces = ['老渡口', '记者', '江心'].map((piece): [number, number] => {
    const at = clean.text.indexOf(piece)
    return [at, at + piece.length]
  })
  const { spans, alone } = placed(clean, pieces)
  expect(spans.map((span) => source.slice(...span))).toEqual(['**老渡口**', '\u200b记者', '&nbsp; 江心<br>'])
  expect(alone.map((span) => source.slice(...span))).toEqual(['---', '![](a.jpg)'])
})

test('marks of a heading behind what is read past are in a block', () => {
  for (const before of ['> ', '\u200b', '江心<br>']) {
    const source = `${before}# 老渡口通了车\n\n昨天上午，石渡大桥合龙。岸边站了四千多人。\n`
    const { page } = structure(source)
    const texts = page.articles.flatMap((a) => a.blocks.map((b) => b.text)).join('')
    expect([...texts].filter((c) => c === '#')).toEqual(['#'])
    expect(page.articles.flatMap((a) => a.blocks).find((b) => b.text.includes('老渡口'))?.role).toBe('headline')
  }
})

const LINES = [
  '# 一座桥等了三代人',
  '——写在石渡大桥合龙之际',
  '本报讯（记者 江 心）昨天上午，石渡大桥合龙。岸边站了四千多人，鞭炮从桥头一直响到桥尾，老人们说，这一声等了',
  '鞭炮声中，两岸的人在桥上相遇。本报记者 江心 摄',
  '三代人。六十年前，过江只有一条船。',
  '从船到桥',
  '船工老葛的父亲撑了一辈子篙，临终前说，要是有座桥，我就不用撑了。',
  '# 菜场搬了家',
  '张小满 林一帆',
  '旧菜场的最后一个早市散得很晚，卖豆腐的阿婆把木案板擦了三遍，才肯让人抬上车。',
]
const BARE = LINES.join('\n\n')
const LEFT = /[\u200b\u00ad\u2060\ufeff]|<[^>]*>|&nbsp;|\\/gu
/** A picture is not among them: what stands under one is told by it. */
const ALONE = ['---', '* * *', '=========', '<!-- image -->', '</div>', '```', '\u200b']

const story = (source: string) =>
  structure(source).page.articles.map((a) =>
    a.blocks
      .filter((b) => !b.reasons.some((r) => r.code === 'marks.left'))
      .map((b) => ({
        ...b,
        id: '',
        spans: b.spans.length,
        text: b.text.replace(LEFT, ''),
        marks: b.marks.map((m) => b.text.slice(m.start, m.end).replace(LEFT, '')),
        joins: b.joins.map(({ at, ...join }) => ({ ...join, at: b.text.slice(0, at).replace(LEFT, '').length })),
      })),
  )

/** Where in the text something is put, and what: within or around a line, or for the blank line below it. */
const put = fc.record({
  line: fc.nat(LINES.length - 1),
  at: fc.nat(60),
  inside: fc.constantFrom('\u200b', '\u00ad', '\u2060', '\ufeff', '<b>', '</span>'),
  behind: fc.constantFrom('', '<br>', '&nbsp;', '\\', '\u200b'),
  below: fc.constantFrom('', ...ALONE),
})

test('a page is read as it is without what OCR programs and web pages leave in it, and keeps all of that', () => {
  const bare = story(BARE)
  fc.assert(
    fc.property(fc.uniqueArray(put, { selector: ({ line }) => line, maxLength: LINES.length }), (puts) => {
      const lines = LINES.map((line) => ({ line, below: '' }))
      for (const { line: n, at, inside, behind, below } of puts) {
        const { line } = lines[n]!
        const place = Math.max(line.startsWith('#') ? 2 : 0, Math.min(at, line.length))
        lines[n] = { line: `${line.slice(0, place)}${inside}${line.slice(place)}${behind}`, below }
      }
      const source = lines.map(({ line, below }) => `${line}\n${below}\n`).join('')
      const { page } = structure(source)
      expect(pageSchema.safeParse(page).success).toBe(true)
      const times = new Uint8Array(source.length)
      for (const a of page.articles)
        for (const b of a.blocks) for (const [start, end] of b.spans) for (let i = start; i < end; i++) times[i]!++
      const marks = /^#/gmu
      const wanted = source.replace(marks, ' ')
      expect(times.findIndex((n, i) => n > 1 || (n === 0 && /\S/.test(wanted[i]!)))).toBe(-1)
      expect(story(source)).toEqual(bare)
    }),
    { numRuns: 60 },
  )
})

test('what a person confirmed of such a page teaches what the page without it does', () => {
  const source = BARE.replaceAll('\n\n', '\u200b\n---\n').replace('石渡', '石\u00ad渡')
  const taught = (text: string) => truthOf(text, structure(text).page.articles)?.path
  expect(taught(source)).toEqual(taught(BARE))
  expect(taught(BARE)?.length).toBeGreaterThanOrEqual(LINES.length)
})
