/** How a made-up page looks: what its paper and its OCR do. */
import type { Random } from './random.ts'

export type Style = {
  /** Blank lines between blocks, and above captions. */
  readonly gap: number
  readonly wide: number
  readonly headGap: number
  readonly marks: 'none' | 'headline' | 'heads' | 'all'
  /** All marks are of one level. */
  readonly flat: boolean
  /** Chance that a paragraph is cut in two, that a picture gets between, that things are glued, that a headline is split. */
  readonly cut: number
  readonly wedge: number
  readonly glue: number
  readonly split: number
  /** Chance that whole stories get between the halves of a paragraph. */
  readonly interrupt: number
  readonly noise: number
  /** Characters in a line, where the OCR writes a line of the printed column to a line of text; undefined where it puts them together. */
  readonly width: number | undefined
  /** By how much the columns of each story are wider or narrower than that; one for all is a page set alike. */
  readonly widths: readonly number[]
  /** Characters in a line of a caption on such a page: pictures are as wide as they happen to be. */
  readonly under: number | undefined
  /** In such lines figures and Latin letters are half as wide as a character. */
  readonly halves: boolean
  /** What stands before a paragraph, and whether before a caption too. */
  readonly indent: string
  readonly captions: boolean
  /** How the OCR writes pictures, before their captions; undefined where it writes none. */
  readonly picture: string | undefined
  /** Marks that the OCR writes narrow, for the whole page. */
  readonly narrow: string | undefined
}

/** A clean page: a blank line between blocks, nothing cut or spoilt. */
export const PLAIN: Style = {
  gap: 1,
  wide: 1,
  headGap: 1,
  marks: 'none',
  flat: false,
  cut: 0,
  wedge: 0,
  glue: 0,
  split: 0,
  interrupt: 0,
  noise: 0,
  width: undefined,
  widths: [0],
  under: undefined,
  halves: false,
  indent: '',
  captions: false,
  picture: undefined,
  narrow: undefined,
}

/** As the OCR programs that write Markdown have them. */
const PICTURES = [
  '![](images/0a1b2c.jpg)',
  '![image](img-3.jpeg)',
  '<img src="imgs/img_1.jpg" alt="Image" width="40%" />',
  '<div style="text-align: center;"><img src="imgs/img_1.jpg" alt="Image" width="40%" /></div>',
]

export function styleOf(r: Random, share: number): Style {
  const lined = r.chance(share)
  const width = lined ? r.int(10, 27) : undefined
  const gap = r.pick(lined ? [0, 0, 0, 1] : [1, 1, 1, 1, 0, 0])
  const marks = r.pick(['none', 'none', 'none', 'headline', 'heads', 'all'] as const)
  return {
    gap,
    wide: gap + (r.chance(0.55) ? r.pick([1, 2, 2]) : 0),
    headGap: r.chance(0.6) ? gap : 0,
    marks,
    flat: r.chance(0.3),
    cut: lined ? 0 : r.pick([0, 0.1, 0.25, 0.45]),
    wedge: r.pick([0.1, 0.4, 0.8]),
    glue: r.pick([0, 0.2, 0.6]),
    split: r.pick(lined ? [0, 0.3, 0.7] : [0, 0, 0, 0.1, 0.3, 0.7]),
    interrupt: r.pick([0, 0, 0.5]),
    noise: r.chance(lined ? 0.6 : 0.35) ? r.pick([0.003, 0.01, 0.02, 0.03]) : 0,
    width,
    widths: width !== undefined && r.chance(0.35) ? [0, r.int(-4, 6), r.int(-4, 6)] : [0],
    under: width === undefined ? undefined : r.chance(0.3) ? width : r.int(12, 34),
    halves: width !== undefined && r.chance(0.35),
    indent: r.chance(lined ? 0.55 : 0.3) ? r.pick(['　　', '　　', '　　', '  ', '    ']) : '',
    captions: r.chance(0.3),
    picture: r.chance(0.2) ? r.pick(PICTURES) : undefined,
    narrow: r.chance(0.15) ? r.pick(['，', '，。', '（）', '，：；（）', '“”', '，。：；？！（）“”']) : undefined,
  }
}
