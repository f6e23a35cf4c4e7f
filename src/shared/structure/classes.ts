/** Coarse classes of what the evidence speaks of: sizes, kinds of characters, gaps. */

/** Size class of a piece in characters. */
export const sizeOf = (n: number): string => {
  for (const [limit, name] of SIZES) if (n <= limit) return name
  return 'huge'
}

const SIZES = [
  [1, '1'],
  [2, '2'],
  [3, '3'],
  [4, '4'],
  [6, '6'],
  [8, '8'],
  [11, '11'],
  [15, '15'],
  [20, '20'],
  [26, '26'],
  [35, '35'],
  [50, '50'],
  [80, '80'],
  [140, '140'],
] as const

/** What class of character a text ends and begins with. */
export const endOf = (text: string): string => classOf(text.at(-1) ?? '')
export const beginOf = (text: string): string => classOf(text[0] ?? '')

function classOf(c: string): string {
  if (/\p{Script=Han}/u.test(c)) return 'han'
  if (/[0-9０-９]/u.test(c)) return 'digit'
  if (/[A-Za-z]/u.test(c)) return 'latin'
  return PUNCTUATION[c] ?? 'other'
}

const PUNCTUATION: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    stop: '。！？!?',
    comma: '，,',
    pause: '、',
    colon: '：:',
    semi: '；;',
    open: '“‘「『"',
    close: '”’」』',
    in: '（(《【〈[',
    out: '）)》】〉]',
    dash: '—－─–-',
    dots: '…',
    bullet: '■□▲●◆◎★☆△○※►▶',
    dot: '·.',
  }).flatMap(([name, chars]) => [...chars].map((c) => [c, name])),
)
