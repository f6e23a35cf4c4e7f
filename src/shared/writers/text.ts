/** Text on its way into a file: what no format can carry is replaced, and the rest becomes bytes. */
import { strToU8 } from 'fflate'

/** Not allowed in XML 1.0 or HTML: controls but tab and line end, half surrogate pairs, noncharacters. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/** Nearly every text is clean, and one look at its code units says so; a whole pair is looked at again. */
const SUSPECT = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/

/**
 * `text` with what XML and HTML forbid replaced by U+FFFD (one for each code unit of a half pair, so that offsets of marks hold),
 * line ends as `\n`, form feeds as blanks. The length in UTF-16 units changes only where a CRLF or a noncharacter stood.
 */
export const cleanText = (text: string): string =>
  SUSPECT.test(text)
    ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\f', ' ').replace(FORBIDDEN, '\ufffd')
    : text

/** UTF-8. Half surrogate pairs become U+FFFD. */
export const utf8 = (text: string): Uint8Array => strToU8(text)

/** The lines of a heading on one line: a blank between, as headlines are quoted in running text. */
export const oneLine = (text: string): string =>
  cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
