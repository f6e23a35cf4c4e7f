/** Draws sheets as SVG: an element an item, kept as long as it is drawn the same, so that an edit repaints only what changed. */
import type { SheetChange } from '../layout/messages.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** `addressOf` a picture by its content; until it is there, and where there is none, its placeholder stands. */
export function createPainter(addressOf: (sha256: string) => Promise<string | undefined>) {
  const groups: SVGGElement[] = []
  const known: Map<number, Element>[] = []
  const groupOf = (index: number): SVGGElement => (groups[index] ??= document.createElementNS(SVG, 'g'))
  return {
    /** The group that holds what is painted of sheet `index`; it stays the same element. */
    groupOf,
    apply: (sheets: readonly SheetChange[]) => {
      for (const [index, { order, fresh }] of sheets.entries()) {
        if (!order) continue
        const before = known[index] ?? new Map<number, Element>()
        const made = elementsOf(fresh.map((f) => f.svg))
        for (const [i, { id }] of fresh.entries()) {
          const element = made[i]
          if (!element) continue
          before.set(id, element)
          void showPicture(element, addressOf)
        }
        known[index] = arranged(groupOf(index), order, before)
      }
      for (let index = sheets.length; index < groups.length; index++) {
        groupOf(index).replaceChildren()
        known[index]?.clear()
      }
    },
    clear: () => {
      for (const [index, group] of groups.entries()) {
        group.replaceChildren()
        known[index]?.clear()
      }
    },
  }
}

/** Puts the elements in order, moving only what must move; gives those that stay. */
function arranged(group: SVGGElement, order: readonly number[], elements: Map<number, Element>): Map<number, Element> {
  const stay = new Map<number, Element>()
  for (const id of order) {
    const element = elements.get(id)
    if (element) stay.set(id, element)
  }
  for (const [id, element] of elements) if (!stay.has(id)) element.remove()
  let cursor = group.firstElementChild
  for (const element of stay.values()) {
    if (cursor === element) cursor = cursor.nextElementSibling
    else group.insertBefore(element, cursor)
  }
  return stay
}

/** Elements of a sheet's SVG, with its pictures as soon as they are there. */
export async function paintedSheet(
  svgs: readonly string[],
  addressOf: (sha256: string) => Promise<string | undefined>,
) {
  const elements = elementsOf(svgs)
  await Promise.all(elements.map((element) => showPicture(element, addressOf)))
  return elements
}

/** The markup is our own writer's; it is parsed as XML, so that nothing in a text can become an element. */
function elementsOf(svgs: readonly string[]): readonly Element[] {
  if (svgs.length === 0) return []
  const parsed = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${svgs.join('')}</svg>`, 'image/svg+xml')
  return [...parsed.documentElement.children].map((element) => document.importNode(element, true))
}

/** Puts the picture over its placeholder, cut to its place. */
async function showPicture(element: Element, addressOf: (sha256: string) => Promise<string | undefined>) {
  const sha256 = element.getAttribute('data-picture')
  const place = element.querySelector('rect')
  if (!sha256 || !place) return
  const address = await addressOf(sha256)
  if (!address) return
  const image = document.createElementNS(SVG, 'image')
  for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, place.getAttribute(name) ?? '0')
  image.setAttribute('preserveAspectRatio', 'xMidYMid slice')
  image.setAttribute('href', address)
  // a picture may be transparent: nothing of the placeholder shows through
  element.replaceChildren(image)
}
