import i18next, { changeLanguage } from 'i18next'
import { expect, test } from 'vitest'
import { startLanguages } from '../../app/languages.ts'
import { tellUndone } from './tell-undone.ts'
import type { Lang } from '../../../shared/page/roles.ts'

startLanguages()

const check = (lang: Lang, conflicts: number, changed: readonly string[], expected: string) =>
  test(expected, async () => {
    await changeLanguage(lang)
    const said: string[] = []
    const say = (key: string, params: Record<string, string | number> = {}) => void said.push(i18next.t(key, params))
    const ids = Array.from({ length: conflicts }, (_, i) => i)
    tellUndone({ tell: say, warn: say }, { pages: [9], conflicts: ids, changed, gone: 0, kept: [], stopped: false })
    expect(said).toEqual([expected])
  })
check('zh', 2, ['老井水', '点亮“潮汐灯”'], '已撤销；其中 2 版后来改过，保持原样：“老井水”、“点亮‘潮汐灯’”。')
check('zh', 4, ['甲', '乙', '丙'], '已撤销；其中 4 版后来改过，保持原样：“甲”、“乙”、“丙”…。')
check('en', 2, ['甲', '乙'], 'Undone; 2 pages changed since stay as now: “甲”, “乙”.')
