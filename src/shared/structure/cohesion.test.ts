import { describe, expect, test } from 'vitest'
import { cohesionOf } from './cohesion.ts'
import { linesOf } from './lines.ts'
import { lookAt } from './look.ts'

/** What the text above and below the line `heading` of a page has in common. */
function sharedAt(source: string, heading: number): number {
  const lines = linesOf(source)
  const looks = lines.map((l) => lookAt(l.text))
  return cohesionOf(lines, looks, heading, heading)
}

const BRIDGE = '守桥工麦守田每天清晨都要登上青岩江大桥，检查每一颗螺栓。'

describe('cohesionOf', () => {
  test('the same story goes on', () =>
    expect(sharedAt(`${BRIDGE}\n一把锤子\n麦守田的锤子敲过青岩江大桥的每一根枕木。`, 1)).toBe(4))
  test('another story begins', () =>
    expect(sharedAt(`${BRIDGE}\n蓝莓熟了\n东河镇千亩蓝莓进入采摘期，村民忙着分拣装箱。`, 1)).toBe(0))
  test('words that any text is full of say nothing', () =>
    expect(sharedAt(`${BRIDGE}他也是这么说的。\n蓝莓熟了\n东河镇的村民也是这么说的。`, 1)).toBe(0))
  test('nothing above', () => expect(sharedAt(`一把锤子\n${BRIDGE}`, 0)).toBe(-1))
  test('nothing below', () => expect(sharedAt(`${BRIDGE}\n一把锤子`, 1)).toBe(-1))
  test('however often it is asked', () => {
    const first = sharedAt(`${BRIDGE}\n一把锤子\n${BRIDGE}`, 1)
    for (let i = 0; i < 5; i++) expect(sharedAt(`${BRIDGE}\n一把锤子\n${BRIDGE}`, 1)).toBe(first)
  })
})
