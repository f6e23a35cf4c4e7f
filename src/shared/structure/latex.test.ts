import { expect, test } from 'vitest'
import { cleaned } from './clean.ts'

const check = (source: string, text: string) => expect(cleaned(source).text).toBe(text)

test('formulas are read as what they stand for', () => {
  check('增长$30\\%$，亩产$1.2$吨', '增长30%，亩产1.2吨')
  check('增长$ 30 \\% $，', '增长30 %，')
  check('老渡口$^{①}$通了$①$车$^{[1]}$', '老渡口①通了①车[1]')
  check('排放CO$_{2}$、$\\mathrm{PM}_{2.5}$', '排放CO2、PM2.5')
  check('气温$12^{\\circ} \\mathrm{C}$，$3 \\times 5$米，$\\textcircled{1}$', '气温12° C，3 × 5米，1')
  check('每$\\text{亩}$', '每亩')
})
test('sums of money stay', () => {
  for (const source of [
    '从$30涨到$40，',
    '从$30/$40到',
    'US$30(A$45)',
    '$TEST$5',
    '$\\frac{1}{2}$',
    '花了$5。\n又花了$6。',
  ])
    check(source, source)
})
test('thousands of signs that end nothing', () => {
  const source = `${'$1{\\a '.repeat(20_000)}。`
  check(source, source)
  const commands = `$第$，$${'\\mathrm'.repeat(20)}第$`
  check(commands, commands)
})
