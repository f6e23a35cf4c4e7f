import { describe, expect, test } from 'vitest'
import { cohesionOf } from './cohesion.ts'
import type { Cohesion } from './cohesion.ts'
import { linesOf } from './lines.ts'
import { lookAt } from './look.ts'

/** What the line `heading` of a page and the text above and below it have in common. */
function cohesionAt(source: string, heading: number): Cohesion | undefined {
  const lines = linesOf(source)
  const looks = lines.map((l) => lookAt(l.text))
  return cohesionOf(lines, looks, heading, heading)
}

const BRIDGE = '守桥工麦守田每天清晨都要登上青岩江大桥，检查每一颗螺栓。'
const HAMMER = '麦守田的锤子敲过青岩江大桥的每一根枕木。'
const BERRIES = '东河镇千亩蓝莓进入采摘期，村民忙着分拣装箱。'

describe('cohesionOf', () => {
  test('the same story goes on', () =>
    expect(cohesionAt(`${BRIDGE}\n一把锤子\n${HAMMER}`, 1)!.text).toBeGreaterThan(0.3))
  test('another story begins', () =>
    expect(cohesionAt(`${BRIDGE}\n蓝莓熟了\n${BERRIES}`, 1)).toMatchObject({ text: 0, above: 0 }))
  test('a heading speaks of what stands under it', () =>
    expect(cohesionAt(`${BRIDGE}\n千亩蓝莓进入采摘期\n${BERRIES}`, 1)!.below).toBeGreaterThan(0.5))
  test('or of what stands above it', () =>
    expect(cohesionAt(`${BRIDGE}\n青岩江大桥的螺栓\n${BERRIES}`, 1)!.above).toBeGreaterThan(0.4))
  test('rare words in common count for more than those that any text is full of', () => {
    const shared = (words: string) =>
      cohesionAt(`${words}，守桥工清晨登桥。\n锤子\n${words}，蓝莓进入采摘期。`, 1)!.text
    expect(shared('我国人民')).toBeLessThan(shared('麦穗螺栓'))
  })
  test('the same text has all in common', () =>
    expect(cohesionAt(`${BRIDGE}\n一把锤子\n${BRIDGE}`, 1)!.text).toBeCloseTo(1))
  test('nothing above', () => expect(cohesionAt(`一把锤子\n${BRIDGE}`, 0)).toBeUndefined())
  test('nothing below', () => expect(cohesionAt(`${BRIDGE}\n一把锤子`, 1)).toBeUndefined())
  test('however often it is asked', () => {
    const first = cohesionAt(`${BRIDGE}\n一把锤子\n${HAMMER}`, 1)
    for (let i = 0; i < 5; i++) {
      cohesionAt(`${HAMMER}\n蓝莓\n${BERRIES}`, 1)
      expect(cohesionAt(`${BRIDGE}\n一把锤子\n${HAMMER}`, 1)).toEqual(first)
    }
  })
})
