/** The clipboard at the desk: what comes from Word, the web and WeChat, what goes there, and what is cut and put elsewhere. */
import { expect, test } from '@playwright/test'
import { caretAt, deskWithPage, dropPicture } from './harness/desk.ts'
import type { Role } from '../src/shared/page/page.ts'

const SOURCE = `# 茶山上的小学

本报讯 茶山小学的操场今年铺上了塑胶跑道。孩子们放学后不愿回家。

校长说，明年还要建一座图书馆。
`

const desk = deskWithPage('school', SOURCE)

const press = (key: string) => desk().window.keyboard.press(key)

/** Selects `length` characters from the caret on. */
const select = async (length: number) => {
  for (let i = 0; i < length; i++) await press('Shift+ArrowRight')
}

const shown = async (): Promise<readonly (readonly [Role, string])[]> =>
  desk()
    .window.locator('.paper .block')
    .evaluateAll((blocks) =>
      blocks.map((b) => [(b as HTMLElement).dataset['role'] as Role, (b as HTMLElement).innerText]),
    ) // our own attribute

/** The system's clipboard as Electron's main process has it. */
type SystemClipboard = {
  write: (data: { html: string; text: string }) => void
  readHTML: () => string
  readText: () => string
}

const paste = async (html: string, text = '') => {
  await desk().app.evaluate(({ clipboard }, data) => (clipboard as unknown as SystemClipboard).write(data), {
    html,
    text,
  }) // its types follow the web's
  await press('Control+v')
}

test('what comes from Word, the web and WeChat becomes clean blocks', async () => {
  const { window } = desk()
  const last = async () => {
    await caretAt(desk(), '校长说', 0)
    await press('Control+End')
    await press('End')
    // Where the caret is, is heard after the key.
    await expect(window.locator('.status-place')).toContainText('第 15 字')
    await press('Enter')
  }
  const fresh = async () => (await shown()).slice(3)

  await last()
  await paste(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class=MsoTitle><span style='font-family:宋体'>茶山来了新老师</span></p>
<p class=MsoNormal style='text-indent:21.0pt'><span style='font-size:10.5pt'>　　新老师叫<b>林晓</b>，<o:p></o:p>教
数学。</span></p><p class=MsoNormal><span style='text-emphasis:filled dot'>她不走了</span>，面积100m<sup>2</sup>。</p>
<p class=MsoCaption>林晓在上课</p><!--EndFragment--></body></html>`)
  await expect.poll(fresh).toEqual([
    ['headline', '茶山来了新老师'],
    ['paragraph', '新老师叫林晓，教数学。'],
    ['paragraph', '她不走了，面积100m2。'],
    ['caption', '林晓在上课'],
  ])
  await expect(window.locator('.block .m-bold')).toHaveText('林晓')
  await expect(window.locator('.block .m-emphasis')).toHaveText('她不走了')
  await expect(window.locator('.block .m-sup')).toHaveText('2')
  await press('Control+z')
  await expect.poll(async () => (await fresh()).length).toBe(1)
  await press('Control+z')

  await last()
  await paste(`<h1 onclick="document.title='hit'">县里的消息</h1><h2>第一节</h2><div><p>正文<a href="javascript:document.title='hit'">一</a>
<a href="https://example.org/" onmouseover="x()">二</a></p><img src=x onerror="document.title='hit'"><script>document.title='hit'</script>
<figure><img src="https://example.org/p.jpg"><figcaption>图片说明</figcaption></figure><ul><li>甲</li><li>乙</li></ul></div>`)
  await expect.poll(fresh).toEqual([
    ['headline', '县里的消息'],
    ['crosshead', '第一节'],
    ['paragraph', '正文一 二'],
    ['caption', '图片说明'],
    ['paragraph', '甲'],
    ['paragraph', '乙'],
  ])
  await expect(window.locator('.block a')).toHaveCount(1)
  await expect(window.locator('.block img, .block script, .block [style], .block [onclick]')).toHaveCount(0)
  expect(await window.title()).not.toBe('hit')
  await press('Control+z')
  await press('Control+z')

  await last()
  await paste(`<section style="margin:0" data-tools="135"><section><p style="text-indent:2em"><span style="color:#333;font-weight:bold">微信</span>里的<span>&nbsp;</span>第一段</p></section>
<section><p><br></p><p>第二段<strong style="font-weight:normal">不粗</strong></p></section></section>`)
  await expect.poll(fresh).toEqual([
    ['paragraph', '微信里的 第一段'],
    ['paragraph', '第二段不粗'],
  ])
  await expect(window.locator('.block .m-bold')).toHaveText('微信')
})

test('what Word only says of the text stays there, and lists and tables come whole', async () => {
  const { window } = desk()
  const pasted = async (html: string, text = '') => {
    await caretAt(desk(), '校长说', 0)
    await press('Control+End')
    await expect(window.locator('.status-place')).toContainText('第 15 字')
    await press('Enter')
    await expect.poll(async () => (await shown()).length).toBe(4)
    await paste(html, text)
    await expect.poll(async () => (await shown())[3]?.[1]).not.toBe('')
    const blocks = (await shown()).slice(3).map(([, block]) => block)
    await press('Control+z')
    await press('Control+z')
    await expect.poll(async () => (await shown()).length).toBe(3)
    return blocks
  }
  const tracked = `<p class=MsoNormal>会议<span class=msoIns><ins>今天</ins></span><span class=msoDel><del>昨天</del></span>召开。</p>
<p class=MsoNormal>他<a style='mso-comment-reference:LX_1'>说</a><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[LX1]</a><span
style='mso-special-character:comment'>&nbsp;</span></span>了话。</p>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div class=msocomtxt><p class=MsoCommentText>请核实</p></div></div></div>`
  expect(await pasted(tracked)).toEqual(['会议今天召开。', '他说了话。'])
  expect(
    await pasted(`<p class=MsoNormal><span>新老师教
</span><span>数学，</span>也教<span>
体育</span>和 English
lessons。</p><p class=MsoNormal>完</p>`),
  ).toEqual(['新老师教数学，也教体育和 English lessons。', '完'])
  expect(
    await pasted(
      `<p>积分榜：</p><table><tr><th>队</th><th>积分</th></tr><tr><td><p>城南<br>二队</p></td><td><b>12</b></td></tr><tr><td colspan=2>完</td></tr></table>`,
    ),
  ).toEqual(['积分榜：', '| 队 | 积分 |', '| 城南 二队 | 12 |', '| 完 | |'])
  expect(
    await pasted(
      `<table><tr><td rowspan=2>上午</td><td><b>12　　　　</b></td><td><p>6</p><p>7</p></td></tr><tr><td>本报｜记者</td><td style='display:none'>隐</td></tr></table><ol><li></li></ol><p>完</p>`,
    ),
  ).toEqual(['| 上午 | 12 | 6 7 |', '| | 本报│记者 | |', '完'])
  const words =
    '这一栏是正文，有很长的一段话，只是被网页用表格排成了左右两栏，它不是表格里的一格，而是一段正文，读的人要从头读到尾，一直读到句号为止。'
  expect(
    await pasted(`<table><tr><td>${words}</td><td>侧栏</td></tr><tr><td>${words}</td><td>侧栏</td></tr></table>`),
  ).toEqual([words, '侧栏', words, '侧栏'])
  expect(
    await pasted('<ol start=3><li><p>备水</p></li><li>备粮</li></ol><ul><li>备药</li></ul><pre>一行\n二行</pre>'),
  ).toEqual(['3.备水', '4.备粮', '备药', '一行', '二行'])
  expect(await pasted('<p style="white-space:pre-line">床前明月光\n疑是地上霜</p>')).toEqual([
    '床前明月光',
    '疑是地上霜',
  ])
  expect(await pasted('<p>排<ruby>版<rp>(</rp><rt>bǎn</rt><rp>)</rp>心<rt></rt></ruby>好看</p>')).toEqual([
    '排版（bǎn）心好看',
  ])
  expect(await pasted('', '一\u200b段\u000b二段\u0007\u2029三段')).toEqual(['一段', '二段', '三段'])
})

test('what is copied is clean HTML and plain text, and comes back as it was', async () => {
  const { window } = desk()
  await caretAt(desk(), '校长说', 4)
  await select(2)
  await press('Control+b')
  await caretAt(desk(), '茶山上的小学', 0)
  await press('Control+a')
  await press('Control+c')
  const read = () =>
    desk().app.evaluate(({ clipboard }) => {
      const system = clipboard as unknown as SystemClipboard // its types follow the web's
      return { html: system.readHTML(), text: system.readText() }
    })
  await expect.poll(async () => (await read()).text).toContain('茶山上的小学\n本报讯')
  const { html } = await read()
  expect(html).toContain('<h1>茶山上的小学</h1>')
  expect(html).toContain('<strong>明年</strong>')
  expect(html).not.toMatch(/class=|style=|data-/)
  const before = await shown()
  await press('Control+v')
  await expect.poll(shown).toEqual(before)
  await expect(window.locator('.block .m-bold')).toHaveText('明年')

  // A table is one elsewhere, too.
  await caretAt(desk(), '校长说', 0)
  await press('End')
  await press('Enter')
  await paste('', '| 队 | 积分 |\n| 城南 | 12 |')
  await expect.poll(async () => (await shown()).length).toBe(before.length + 2)
  await press('Control+a')
  await press('Control+c')
  const table =
    /<table><tbody><tr><th>队<\/th><th>积分<\/th><\/tr><tr><td>城南<\/td><td>12<\/td><\/tr><\/tbody><\/table>/
  await expect.poll(async () => (await read()).html).toMatch(table)
})

test('a story that is cut and put elsewhere has its picture there', async () => {
  const { window } = desk()
  await caretAt(desk(), '校长说', 0)
  await press('Control+8')
  await press('Alt+p')
  await dropPicture(desk(), 'school.png')
  const picture = window.locator('.block[data-picture][style*="blob:"]')
  await expect(picture).toHaveCount(1)
  const before = await shown()
  await press('Control+a')
  await press('Control+x')
  await expect(window.locator('.paper .block')).toHaveCount(1)
  await expect(picture).toHaveCount(0)
  await press('Control+v')
  await expect.poll(shown).toEqual(before)
  await expect(picture).toHaveText('校长说，明年还要建一座图书馆。')
})
