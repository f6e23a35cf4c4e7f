/** The edition's sign in the browser's tab: the paper's first character, white on the accent. */
import { s } from 'hastscript'
import { toHtml } from 'hast-util-to-html'

export const iconText = (paper: string): string =>
  `${toHtml(
    s('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 64 64' }, [
      s('rect', { width: 64, height: 64, rx: 8, fill: '#a3231f' }),
      s(
        'text',
        { x: 32, y: 47, fontSize: 42, fontWeight: 700, fontFamily: 'serif', textAnchor: 'middle', fill: '#fff' },
        [...paper][0] ?? '报',
      ),
    ]),
    { space: 'svg', closeEmptyElements: true },
  )}\n`
