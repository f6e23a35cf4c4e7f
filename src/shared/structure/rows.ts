/**
 * A row of the learned table as text: how much one piece of evidence speaks for each name, in hundredths: `kicker-6:start-10@head-9
 * headline+12`. A name after the first of its role leaves the role out. So the table is small, read at once and told apart by line.
 */

export type Row = Readonly<Record<string, number>>

/** The row as text; weights are rounded to hundredths. */
export function rowText(row: Row): string {
  let text = ''
  let role = ''
  for (const [name, weight] of Object.entries(row)) {
    const hundredths = Math.round(weight * 100)
    const own = roleOf(name)
    text += own === role && name !== role ? name.slice(role.length) : ` ${name}`
    text += hundredths < 0 ? String(hundredths) : `+${hundredths}`
    role = own
  }
  return text.slice(1)
}

/** Calls `speaks` with each name of the row and how much it speaks for it. */
export function eachWeight(row: string | Row, speaks: (name: string, weight: number) => void): void {
  if (typeof row !== 'string') {
    for (const name in row) speaks(name, row[name]!)
    return
  }
  let role = ''
  for (let at = 0; at < row.length;) {
    if (row.charCodeAt(at) === BLANK) at++
    let stop = at
    while (row.charCodeAt(stop) > NINE) stop++
    const said = row.slice(at, stop)
    const short = said.charCodeAt(0) < A
    if (!short) role = roleOf(said)
    at = stop + 1
    let hundredths = 0
    for (let code = row.charCodeAt(at); code >= ZERO && code <= NINE; code = row.charCodeAt(++at))
      hundredths = hundredths * 10 + code - ZERO
    speaks(short ? role + said : said, (row.charCodeAt(stop) === MINUS ? -hundredths : hundredths) / 100)
  }
}

// names are of letters, ':' and '@', which all come after the digits
const [BLANK, MINUS, ZERO, NINE, A] = [' ', '-', '0', '9', 'A'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
] // as many as are listed

function roleOf(name: string): string {
  const stop = name.search(/[:@]/)
  return stop < 0 ? name : name.slice(0, stop)
}
