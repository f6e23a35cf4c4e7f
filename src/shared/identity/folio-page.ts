/** The page of a folio line that has it without 版, as most papers print it today: 2 要闻 2022年10月21日 星期五, … 星期五 | 02 | 要闻. */

/**
 * What stands for the page in a line of a day, given without that day: a number between blanks or bars, the only one there is. Only
 * beside the day of the week, and not in running text: a day alone stands in many lines. Where a story goes on, how many pages there
 * are and the like are none.
 */
export function bareFolioPage(line: string): string | undefined {
  if (!WEEKDAY.test(line) || RUNNING.test(line)) return undefined
  const parts = line.split(/[\s|·/■□●◆]+/u)
  const found = parts.filter((part, i) => PAGE.test(part) && !OTHER.test(parts[i - 1] ?? '') && parts[i + 1] !== '版')
  return found.length === 1 ? found[0] : undefined
}

/** A number between blanks, bars or the marks that stand between the parts of a folio line. */
export const LONE_NUMBER = /(?<![^\s|·/■□●◆])[A-HT]?\d{1,2}(?![^\s|·/■□●◆])/gu

const WEEKDAY = /(?:星期|[周週])[一二三四五六日天]/u
const RUNNING = /[，。；！？,;!?]/u
const PAGE = /^[A-HT]?(?:0?[1-9]|[1-9]\d)$/u
const OTHER = /(?:[转轉接见見至到共第总總]|[今每本][日期])$/u
