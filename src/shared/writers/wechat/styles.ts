/** House styles for WeChat articles: what each part looks like, as declarations that survive WeChat's editor. */

/** The parts of a fragment that have a look of their own. */
export type Part =
  | 'whole'
  | 'story'
  | 'nextStory'
  | 'badge'
  | 'firstCrosshead'
  | 'label'
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'standfirst'
  | 'byline'
  | 'tail'
  | 'keyword'
  | 'box'
  | 'crosshead'
  | 'crossheadText'
  | 'paragraph'
  | 'ragged'
  | 'verse'
  | 'verseLine'
  | 'signed'
  | 'names'
  | 'name'
  | 'place'
  | 'caption'
  | 'credit'
  | 'note'
  | 'jump'
  | 'folio'
  | 'dateline'
  | 'emphasis'
  | 'scroll'
  | 'table'
  | 'tableHead'
  | 'cell'
  | 'cellCenter'
  | 'cellRight'

export type Look = Readonly<Record<string, string>>
export type HouseStyle = {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly looks: Readonly<Record<Part, Look>>
}

/** Figures stay whole: a table wider than a phone is pushed aside in its own place. */
const CELL: Look = { padding: '5px 6px', border: '1px solid #dddddd', 'word-break': 'normal' }

/** Every colour stands as plain hexadecimal with its ground beside it: WeChat's dark theme turns such pairs round together. */
const BASE: Readonly<Record<Part, Look>> = {
  whole: {
    'font-size': '16px',
    'line-height': '1.8',
    color: '#333333',
    'letter-spacing': '0.5px',
    'text-align': 'justify',
    'word-break': 'break-word',
  },
  story: { margin: '0 0 32px' },
  nextStory: { margin: '0 0 32px', padding: '32px 0 0', 'border-top': '1px solid #dddddd' },
  badge: { margin: '0 0 12px', 'line-height': '1.6', 'text-align': 'left' },
  firstCrosshead: { margin: '4px 0 16px' },
  label: { 'font-size': '13px', 'font-weight': 'bold', margin: '0 0 12px', 'text-align': 'left' },
  kicker: { 'font-size': '15px', color: '#666666', margin: '0 0 6px', 'text-align': 'left' },
  headline: {
    'font-size': '22px',
    'font-weight': 'bold',
    'line-height': '1.4',
    color: '#1a1a1a',
    margin: '0 0 10px',
    'text-align': 'left',
  },
  deck: { 'font-size': '16px', color: '#666666', 'line-height': '1.6', margin: '0 0 14px', 'text-align': 'left' },
  standfirst: {
    'font-size': '15px',
    'line-height': '1.75',
    color: '#555555',
    'background-color': '#f6f6f6',
    padding: '12px 15px',
    margin: '16px 0',
  },
  byline: { 'font-size': '14px', color: '#888888', margin: '0 0 22px', 'text-align': 'left' },
  tail: { margin: '0 0 18px', 'text-align': 'right' },
  keyword: { 'font-size': '13px', 'font-weight': 'bold', margin: '0 0 10px', 'text-align': 'left' },
  box: { margin: '28px 0', padding: '18px 15px 4px', 'background-color': '#f7f7f7' },
  crosshead: { margin: '32px 0 16px', 'text-align': 'left' },
  crossheadText: { 'font-size': '18px', 'font-weight': 'bold', 'line-height': '1.5', color: '#1a1a1a' },
  paragraph: { margin: '0 0 18px' },
  ragged: { 'text-align': 'left' },
  verse: { margin: '0 0 18px', padding: '0 0 0 2em', 'text-align': 'left' },
  verseLine: { margin: '0', padding: '0 0 0 2em', 'text-align': 'left' },
  signed: { margin: '0', 'text-align': 'right' },
  names: { margin: '0 0 18px', padding: '0 0 0 2em', 'text-align': 'left' },
  name: { display: 'inline-block', width: '4em' },
  place: {
    margin: '24px 0 8px',
    padding: '36px 12px',
    border: '1px dashed #bbbbbb',
    'background-color': '#fafafa',
    color: '#999999',
    'font-size': '13px',
    'text-align': 'center',
  },
  caption: { 'font-size': '13px', 'line-height': '1.65', color: '#888888', margin: '8px 0 24px', 'text-align': 'left' },
  credit: { color: '#aaaaaa' },
  note: {
    'font-size': '14px',
    'line-height': '1.75',
    color: '#777777',
    padding: '12px 0',
    margin: '24px 0',
    'border-top': '1px solid #e5e5e5',
    'border-bottom': '1px solid #e5e5e5',
  },
  jump: { 'font-size': '14px', color: '#888888', 'text-align': 'right', margin: '0 0 18px' },
  folio: { 'font-size': '13px', color: '#aaaaaa', margin: '0 0 24px', 'text-align': 'left' },
  dateline: { color: '#888888' },
  emphasis: { 'border-bottom': '1px dotted #888888' },
  scroll: { margin: '20px 0', 'overflow-x': 'auto' },
  table: {
    width: '100%',
    'border-collapse': 'collapse',
    'font-size': '14px',
    'line-height': '1.5',
    'letter-spacing': '0',
  },
  tableHead: {
    ...CELL,
    'font-weight': 'bold',
    'text-align': 'center',
    color: '#333333',
    'background-color': '#f6f6f6',
  },
  cell: { ...CELL, 'text-align': 'left' },
  cellCenter: { ...CELL, 'text-align': 'center' },
  cellRight: { ...CELL, 'text-align': 'right' },
}

/**
 * Parts that are another part with something changed: a crosshead right under its keyword box stands closer, names under a text stand at
 * the right, a paragraph with a long number is not spread.
 */
const DERIVED: Partial<Record<Part, Part>> = { firstCrosshead: 'crosshead', tail: 'byline', ragged: 'paragraph' }

const style = (id: string, zh: string, en: string, changes: Partial<Record<Part, Look>>): HouseStyle => ({
  id,
  name: { zh, en },
  looks: Object.fromEntries(
    Object.entries(BASE).map(([part, look]) => {
      const from = DERIVED[part as Part]
      return [part, from ? { ...BASE[from], ...changes[from], ...look } : { ...look, ...changes[part as Part] }]
    }),
  ) as HouseStyle['looks'], // the same keys as BASE
})

export const HOUSE_STYLES: readonly HouseStyle[] = [
  style('daily', '日报（庄重）', 'Daily (sober)', {
    label: {
      display: 'inline-block',
      color: '#ffffff',
      'background-color': '#9e1b1e',
      padding: '1px 10px',
      'letter-spacing': '1px',
    },
    standfirst: { 'border-left': '3px solid #9e1b1e' },
    crosshead: { 'border-left': '4px solid #9e1b1e', padding: '0 0 0 10px' },
    keyword: { display: 'inline-block', color: '#ffffff', 'background-color': '#333333', padding: '1px 10px' },
    box: { 'border-top': '2px solid #333333' },
    paragraph: { 'text-indent': '2em' },
  }),
  style('city', '都市（活泼）', 'City (lively)', {
    headline: { 'font-size': '23px', 'text-align': 'center' },
    kicker: { 'text-align': 'center', color: '#c2410c' },
    deck: { 'text-align': 'center' },
    byline: { 'text-align': 'center' },
    label: {
      display: 'inline-block',
      color: '#ffffff',
      'background-color': '#c2410c',
      padding: '2px 14px',
      'border-radius': '12px',
    },
    standfirst: { 'background-color': '#fff4e6', color: '#5c4631', 'border-radius': '8px' },
    crosshead: { 'text-align': 'center', margin: '36px 0 18px' },
    crossheadText: {
      display: 'inline-block',
      color: '#ffffff',
      'background-color': '#c2410c',
      padding: '4px 18px',
      'border-radius': '16px',
      'font-size': '17px',
    },
    keyword: {
      display: 'inline-block',
      color: '#c2410c',
      'background-color': '#ffe8cc',
      padding: '2px 12px',
      'border-radius': '10px',
    },
    box: { 'background-color': '#fffaf3', 'border-radius': '10px', border: '1px solid #ffd8a8' },
    caption: { 'text-align': 'center' },
    place: { 'border-radius': '8px' },
  }),
  style('feature', '专题（舒朗）', 'Feature (airy)', {
    whole: { 'line-height': '1.95', color: '#3a3a38', 'letter-spacing': '1px' },
    headline: { 'font-size': '24px', 'line-height': '1.45', color: '#24443a', margin: '0 0 14px' },
    kicker: { color: '#2f6152', 'letter-spacing': '2px' },
    label: {
      color: '#2f6152',
      'border-bottom': '2px solid #2f6152',
      display: 'inline-block',
      padding: '0 0 2px',
      'letter-spacing': '3px',
    },
    standfirst: {
      'background-color': '#ffffff',
      color: '#2f6152',
      padding: '16px 0',
      'border-top': '1px solid #b9cec5',
      'border-bottom': '1px solid #b9cec5',
    },
    byline: { 'letter-spacing': '1px' },
    crosshead: { 'text-align': 'center', margin: '44px 0 22px' },
    crossheadText: {
      display: 'inline-block',
      color: '#24443a',
      'font-size': '19px',
      padding: '0 0 8px',
      'border-bottom': '1px solid #2f6152',
    },
    keyword: { color: '#2f6152', 'letter-spacing': '2px' },
    box: { 'background-color': '#f1f5f2', padding: '24px 18px 8px' },
    paragraph: { margin: '0 0 22px' },
  }),
]

/** The style named by `id`, or whose name is part of it (`city-tabloid` → city); without one the sober daily. */
export const houseStyleOf = (id: string | undefined): HouseStyle =>
  HOUSE_STYLES.find((h) => id !== undefined && id.includes(h.id)) ?? (HOUSE_STYLES[0] as HouseStyle) // three stand above
