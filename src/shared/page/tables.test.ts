import { expect, test } from 'vitest'
import { article, block, page } from './build.ts'
import { cutOut, tablesOf } from './tables.ts'

const blocksOf = (lines: readonly string[]) =>
  page([article(lines.map((text) => block('paragraph', text)))]).articles[0]?.blocks ?? []
/** Each table as its place, its heads, how its columns stand, and its rows. */
const check = (lines: readonly string[], expected: readonly string[]) =>
  expect(
    tablesOf(blocksOf(lines)).map(
      (t) =>
        `${t.from}-${t.to} ${t.heads} ${t.aligns.map((a) => a[0]).join('')} ${t.rows
          .map((r) => r.cells.map((c) => c.text).join('/'))
          .join(';')}`,
    ),
  ).toEqual(expected)

test('rows that follow each other are a table, and the rule under the first is no row', () =>
  check(['前', '| 车次 | 开点 |', '|---|---|', '| G1 | 06:42 |', '后'], ['1-4 1 cc 车次/开点;G1/06:42']))
test('a block of several lines', () => check(['| 车次 | 开点 |\n| G1 | 06:42 |'], ['0-1 1 cc 车次/开点;G1/06:42']))
test('bars of full width', () => check(['｜甲｜乙｜', '｜丙｜丁｜'], ['0-2 0 cc 甲/乙;丙/丁']))
test('the rule says how columns stand', () => check(['|a|b|c|', '|:--|:-:|--:|', '|1|2|3|'], ['0-3 1 lcr a/b/c;1/2/3']))
test('figures stand to the right, long words to the left', () =>
  check(
    ['| 港口 | 吨 |', '| 青浦湾东岸第二渔港码头 | 1,204.5 |', '| 临川 | -3 |'],
    ['0-3 1 lr 港口/吨;青浦湾东岸第二渔港码头/1,204.5;临川/-3'],
  ))
test('a short row and an empty cell', () => check(['|甲|乙|丙|', '|丁||'], ['0-2 0 ccc 甲/乙/丙;丁/']))
test('rows that name the columns only together', () => {
  check(['|县区|产量||', '||早稻|晚稻|', '|东城|30|12|'], ['0-3 2 crr 县区/产量/;/早稻/晚稻;东城/30/12'])
  check(['|县区|产量||', '|东城|30|12|'], ['0-2 0 ccr 县区/产量/;东城/30/12'])
  check(['||上午|下午|', '|周一|语文|数学|', '|周二|英语|3|'], ['0-3 0 ccc /上午/下午;周一/语文/数学;周二/英语/3'])
})
test('a row of one cell belongs to its table', () =>
  check(['|甲|乙|', '|丙|丁|', '| 完 |'], ['0-3 0 cc 甲/乙;丙/丁;完']))
test('lines of one cell are none', () => check(['| 视点 |', '| 评论 |'], []))
test('rows of HTML', () => {
  check(
    ['前', '<table>\n<tr><th>车次</th>\n<th> 开点 </th></tr>', '<tr><td>G1</td><td></td></tr>\n</table>', '后'],
    ['1-3 1 cc 车次/开点;G1/'],
  )
  check(['<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁'], ['0-1 0 cc 甲/乙;丙/丁'])
  check(['<tr><td>甲</td><td>乙</td></tr>又讯', '<tr><td>丙</td><td>丁</td></tr>'], [])
})
test('cells of HTML that go over columns and rows', () =>
  check(
    [
      '<tr><td rowspan="2">县</td><td colspan=2>产量</td></tr>',
      '<tr><td>今年</td><td>去年</td></tr>',
      '<tr><td>东县</td><td>12</td><td>11</td></tr>',
    ],
    ['0-3 2 crr 县/产量/;/今年/去年;东县/12/11'],
  ))
test('a cell that goes down beside figures names no columns', () =>
  check(
    [
      '<tr><td rowspan=2>东县</td><td>早稻</td><td>12</td></tr>',
      '<tr><td>晚稻</td><td>9</td></tr>',
      '<tr><td>西县</td><td>早稻</td><td>7</td></tr>',
    ],
    ['0-3 0 ccr 东县/早稻/12;/晚稻/9;西县/早稻/7'],
  ))
test('rows of which tags say that they name the columns', () =>
  check(
    ['<tr><th>县</th><th>产量</th></tr><tr><th></th><th>吨</th></tr><tr><td>东县</td><td>12</td></tr>'],
    ['0-1 2 cr 县/产量;/吨;东县/12'],
  ))
test('cells of HTML say where they stand', () => {
  const [b] = blocksOf(['<tr><td> 车次</td><td>开点</td></tr><tr><td>G1</td><td>06:42</td></tr>'])
  const cells = tablesOf(b ? [b] : [])[0]?.rows.flatMap((r) => r.cells) ?? []
  expect(cells.map((c) => b?.text.slice(c.start, c.end))).toEqual(['车次', '开点', 'G1', '06:42'])
})
test('two tables', () =>
  check(['|甲|乙|', '|1|2|', '字', '|丙|丁|', '|3|4|'], ['0-2 1 rr 甲/乙;1/2', '3-5 1 rr 丙/丁;3/4']))
test('one line with bars is no table', () => check(['| 视点 | 评论 |', '正文'], []))
test('bars within a line are none', () => check(['视点 | 评论', '甲 | 乙'], []))
test('rows without a bar at their end', () =>
  check(['| 车次 | 开点 | 站台', '| G1 | 06:42 | 2'], ['0-2 1 ccr 车次/开点/站台;G1/06:42/2']))
test('of two cells they are rows where a rule or another row says so', () => {
  check(['| 车次 | 开点', '| --- | ---', '| G1 | 06:42'], ['0-3 1 cc 车次/开点;G1/06:42'])
  check(['| 车次 | 开点', '| G1 | 06:42 |'], ['0-2 1 cc 车次/开点;G1/06:42'])
})
test('lines of a table of contents are none', () => check(['｜要闻｜新桥今晨通车', '｜经济｜早稻丰收'], []))
test('what is typed behind the last bar is one cell more, running text is none', () => {
  check(['|甲|乙|', '|丙|丁| 戊'], ['0-2 0 ccc 甲/乙;丙/丁/戊'])
  check(['|甲|乙|', `|丙|丁|${'字'.repeat(61)}`], [])
})
test('a rule alone is none', () => check(['|甲|乙|', '|---|---|'], []))
test('strokes that say there is nothing are a row like others', () =>
  check(['|甲|乙|', '|---|---|', '|1|2|', '|—|——|', '|-|3|'], ['0-5 1 rr 甲/乙;1/2;—/——;-/3']))
test('a bar in a cell', () => check(['|a\\|b|乙|', '|丙|丁|'], ['0-2 0 cc a\\|b/乙;丙/丁']))
test('cells say where they stand', () => {
  const [b] = blocksOf(['|  车次 | 开点 |\n| G1 | 06:42 |'])
  const cells = tablesOf(b ? [b] : [])[0]?.rows.flatMap((r) => r.cells) ?? []
  expect(cells.map((c) => b?.text.slice(c.start, c.end))).toEqual(['车次', '开点', 'G1', '06:42'])
})
test('what is cut out keeps its marks', () => {
  const b = block('paragraph', '|甲乙|丙|', { marks: [{ kind: 'bold', start: 2, end: 5 }] })
  expect(cutOut(b, 1, 3)).toMatchObject({ text: '甲乙', marks: [{ start: 1, end: 2 }] })
})
test('cells that all go over a hundred columns do not make a table of thousands', () => {
  const rows = Array.from({ length: 50 }, () => block('paragraph', '<tr><td colspan="100" rowspan="100">甲</td></tr>'))
  const widths = tablesOf(rows).flatMap((t) => t.rows.map((r) => r.cells.length))
  expect([widths.length, Math.max(...widths)]).toEqual([50, 149])
})
