import { describe, expect, it } from 'vitest'
import { syllablesOf } from './hyphens.ts'

/** The word between the bars, as it may be parted. */
const check = (marked: string, expected: string) =>
  it(`${marked} → ${expected}`, () => {
    const [before = '', word = '', after = ''] = marked.split('|')
    const parts = syllablesOf(before + word + after, before.length, before.length + word.length)
    expect(parts.join('·')).toBe(expected)
  })

describe('a Western word is parted by its syllables', () => {
  check('叫|communications|司', 'com·mu·ni·ca·tions')
  check('|Massachusetts|', 'Mass·a·chu·setts')
  check('（|international,| and', 'in·ter·na·tional,')
  check('|"technology".|', '"tech·nol·ogy".')
  check('|people|', 'peo·ple')
  check('|monitoring|', 'mon·i·tor·ing')
  check('|Canberra|', 'Can·berra')
  check("|'abandon'|", "'aban·don'")
  check('|nearly|', 'nearly')
})

describe('what is no plain word stays whole', () => {
  for (const name of ['Shijiazhuang', 'Zhongguancun', 'Heilongjiang', 'Xiangyang', 'Jinping', 'Anhuisheng'])
    check(`|${name}|`, name)
  check('|AstraZeneca|', 'AstraZeneca')
  check('|COMMUNICATIONS|', 'COMMUNICATIONS')
  check('|water|', 'water')
  check('https://|example.|com', 'example.')
  check('info@|communications|.com', 'communications')
  check('socio-|economically|', 'economically')
  check('|communications2|', 'communications2')
  const long = 'communications'.repeat(3)
  check(`|${long}|`, long)
})
