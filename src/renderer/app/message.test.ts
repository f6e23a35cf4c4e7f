import i18next from 'i18next'
import { expect, test } from 'vitest'
import { BanxinError } from '../../shared/errors.ts'
import { startLanguages } from './languages.ts'
import { messageOf, wordsOf } from './message.ts'
import type { Message } from './message.ts'

/** A message, told while the window is Chinese, and its words in either language. */
const TOLD: readonly (readonly [Message, string, string])[] = [
  [{ key: 'toast.importedMany', params: { count: 2 } }, '已导入 2 个版面', 'Imported 2 pages'],
  [{ key: 'toast.removed', params: { title: '潮汐灯' } }, '已删除“潮汐灯”', 'Deleted “潮汐灯”'],
  [
    messageOf(new BanxinError('archive/missing', { path: '/a' })),
    '这里没有档案库：/a。请检查路径。',
    'There is no archive at /a; check the path.',
  ],
]

test('what was told before the language was changed is said in the new one', async () => {
  startLanguages()
  for (const [message, zh, en] of TOLD) {
    await i18next.changeLanguage('zh')
    const before = wordsOf(message)
    await i18next.changeLanguage('en')
    expect([before, wordsOf(message)]).toEqual([zh, en])
  }
})

test('of an error that is none of ours only that it happened is said', () =>
  expect(messageOf(new TypeError('x'))).toEqual({ code: 'internal', params: {} }))
