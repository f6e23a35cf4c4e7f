/** XML parts of an IDML package: the declaration, the packaging element, and the few shapes that all parts share. */
import type { Element, ElementContent, Root } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import type { Ink } from '../../layout/template.ts'

/** InDesign CS6 and later read this version. */
export const DOM_VERSION = '8.0'
const PACKAGING = 'http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging'

/** A part whose root is `idPkg:NAME`. */
export const part = (name: string, children: readonly ElementContent[]): string =>
  document(x(`idPkg:${name}`, { 'xmlns:idPkg': PACKAGING, DOMVersion: DOM_VERSION }, [...children]))

/** A whole XML file; `aid` is InDesign's own instruction of the design map. */
export function document(root: Element, aid?: string): string {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8" standalone="yes"' },
      ...(aid ? [{ type: 'instruction' as const, name: 'aid', value: aid }] : []),
      root,
    ],
  }
  return `${toXml(tree)}\n`
}

export const num = (value: number): string => String(Math.round(value * 1000) / 1000)

/** The swatch of an ink; black alone is InDesign's own Black. */
export const swatch = (ink: Ink): string =>
  ink.every((v, i) => v === [0, 0, 0, 100][i])
    ? 'Color/Black'
    : ink.every((v) => v === 0)
      ? 'Color/Paper'
      : `Color/${inkName(ink)}`

export const inkName = (ink: Ink): string => `C${ink[0]}M${ink[1]}Y${ink[2]}K${ink[3]}`

/** The outline of a `width` × `height` rectangle in its own coordinates. */
export const rectanglePath = (width: number, height: number): Element =>
  path(
    [
      [0, 0],
      [0, height],
      [width, height],
      [width, 0],
    ],
    false,
  )

export const path = (points: readonly (readonly [number, number])[], open: boolean): Element =>
  x('PathGeometry', [
    x('GeometryPathType', { PathOpen: String(open) }, [
      x(
        'PathPointArray',
        points.map(([px, py]) => {
          const at = `${num(px)} ${num(py)}`
          return x('PathPointType', { Anchor: at, LeftDirection: at, RightDirection: at })
        }),
      ),
    ]),
  ])
