import { describe, expect, test } from 'vitest'
import { asPrinted } from './marks.ts'

const check = (source: string, expected: string) => expect(asPrinted(source)).toBe(expected)

describe('narrow marks', () => {
  test('behind Chinese characters they are wide ones', () =>
    check('水来了,渠满了.老郑问:好不好?好!\n(老郑)走了;', '水来了，渠满了。老郑问：好不好？好！\n（老郑）走了；'))
  test('a wide point and a stroke are misread marks', () => check('水来了．稻丶麦', '水来了。稻、麦'))
  test('figures, words and addresses keep theirs', () => {
    const source = '长1,200米、占3.5%，12:30到；见www.shuiqu.cn, A.B，第5.6版'
    check(source, source)
  })
  test('a numbered line keeps its point', () =>
    check('一.修渠\n十二．开闸\n水满了一.', '一.修渠\n十二．开闸\n水满了一。'))
  test('an ellipsis of points stays', () => check('水来了...', '水来了...'))
})

describe('straight quotation marks', () => {
  test('their neighbours say which side they are of', () => check('他说:"水来了."\n"好"', '他说：“水来了。”\n“好”'))
  test('or the one before on the line', () => check('请"挑刺"的人当"监工"', '请“挑刺”的人当“监工”'))
  test('a lost one spoils its own line only', () => check('请"挑刺的人\n当"监工"的人', '请“挑刺的人\n当“监工”的人'))
})

test('a mark that was read as two counts as one within another', () =>
  check("请''挑刺''的人说:''好''", '请‘“挑刺”’的人说：‘“好”’'))

test('wide figures and letters are narrow, and what stands between them in the table stays', () =>
  check('１９８２年８月Ａ版ｚ？＠３．１４％', '1982年8月A版z？＠3．14％'))

test('corner brackets and the marks of vertical lines', () =>
  check('他說：「水來了﹗」﹁渠滿了︒﹂︵完︶', '他说：“水来了！”“渠满了。”（完）'))

test('Traditional characters are Simplified', () =>
  check('本報訊 昨日縣農業會議開幕,與會者說:好。', '本报讯 昨日县农业会议开幕，与会者说：好。'))

test('a page keeps its length, and a clean one is the same', () => {
  const source = '渠修好了。“水来了！”\r\n# 老郑（左）\n\n😀好,"啊'
  expect(asPrinted(source)).toHaveLength(source.length)
  check('渠修好了。“水来了！”\n# 老郑（左）', '渠修好了。“水来了！”\n# 老郑（左）')
})
