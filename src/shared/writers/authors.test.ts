import { expect, test } from 'vitest'
import { article, block } from '../page/build.ts'
import { page } from '../page/build.ts'
import { authorsOf } from './authors.ts'

const check =
  (blocks: Parameters<typeof article>[0], ...names: readonly string[]) =>
  () =>
    expect(page([article(blocks)]).articles.map(authorsOf)).toEqual([names])

test('a byline', check([block('byline', '本报记者 陆知远 通讯员 苏 禾')], '陆知远', '苏禾'))
test('a byline at the tail', check([block('byline', '记者 沈 荻\n通讯员 高一川')], '沈荻', '高一川'))
test('who made the picture did not write', check([block('credit', '本报记者 沈 荻摄')]))
test('the people of a dateline join, each once', () => {
  const dateline = '本报讯（记者 李朝民 通讯员 苏禾）'
  const marks = [{ kind: 'dateline' as const, start: 0, end: dateline.length }]
  check([block('byline', '苏禾'), block('paragraph', `${dateline}清晨六点。`, { marks })], '苏禾', '李朝民')()
})
