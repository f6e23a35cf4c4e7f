/** What page a text is by its folio line (报眉). */
import { inFigures } from '../han-dates.ts'
import { isSectionName } from '../section-name.ts'
import type { PageMeta } from '../page/page.ts'
import { bareFolioPage, LONE_NUMBER } from './folio-page.ts'
import { DATE, dateIn, spreadIn, TITLES, twoDigits } from './said.ts'

/** What the folio lines among `texts` say: 人民日报 2022年10月21日 星期五 第04版 要闻. */
export function identityOfFolio(texts: readonly string[]): PageMeta {
  const meta: { -readonly [K in keyof PageMeta]: PageMeta[K] } = {}
  for (const raw of texts) {
    const text = inFigures(raw.normalize('NFKC').replace(/\s+/g, ' ').trim())
    if (!OF_FOLIO.test(text)) continue
    const date = dateIn(text)
    if (date) meta.date ??= date.date
    const said = spreadIn(text, false) ?? pageSaid(text)
    const number = said ?? (date && bareFolioPage(`${text.slice(0, date.start)} ${text.slice(date.end)}`))
    if (number) meta.number ??= /^\d$/.test(number) ? `0${number}` : HAN.test(number) ? twoDigits(number) : number
    const paper = PAPER_SAID.exec(text)?.[1] ?? (date && paperBeside(text, date.start, number !== undefined))
    if (paper !== undefined) meta.publication ??= paper
    const section = date && number ? sectionIn(text, meta.publication) : undefined
    if (section !== undefined) meta.section ??= section
  }
  return meta.number === undefined ? { ...shortFolio(texts), ...meta } : meta
}

/** A paper's name by its 报 alone: in a line that has a page too, or right before the day, with which the line begins. */
function paperBeside(text: string, day: number, hasPage: boolean): string | undefined {
  const found = PAPER_BESIDE.exec(text)
  return found && (hasPage || (found.index === 0 && day - found[0].length <= 1)) ? found[1] : undefined
}

/** Pages and sections without 版, as folio lines have them: A03 体育, 财经·B02, 江城晚报 2022年10月21日 A03. Two of them are an index, which says nothing. */
function shortFolio(texts: readonly string[]): PageMeta {
  const found = texts.flatMap((raw): readonly PageMeta[] => {
    const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim()
    const [, ahead, behind, before, after] = SHORT_FOLIO.exec(text) ?? []
    const page = ahead ?? after
    const section = behind ?? before
    if (page !== undefined && section !== undefined && isSectionName(section)) return [{ number: page, section }]
    const number = PAPER_SAID.test(text) || dateIn(inFigures(text)) ? PAGE_BESIDE.exec(text)?.[1] : undefined
    return number === undefined ? [] : [{ number }]
  })
  const [first, ...others] = found
  if (!first || others.some(({ number }) => number !== first.number)) return {}
  return found.find(({ section }) => section !== undefined) ?? first
}

const SHORT_PAGE = '[A-HT]\\d{2}'
const SHORT_FOLIO = new RegExp(
  `^(?:(${SHORT_PAGE})[ |·]?(\\p{Script=Han}{2,6})|(\\p{Script=Han}{2,6})[ |·]?(${SHORT_PAGE}))$`,
  'u',
)
/** G20 meets, and is no page; 下转 A05 is another page. */
const PAGE_BESIDE = new RegExp(`(?<=^|[ |·日])(?<![转轉接见見至到共] ?)(?!G20)(${SHORT_PAGE})(?=$|[ |·])`, 'u')

/** The number that a folio line says. 下转4版 is another page, 今日8版 are all of them, and the 一版 of 这一版 is none. */
const pageSaid = (text: string): string | undefined =>
  PAGE_SAID.map((said) => said.exec(text)?.[1]).find((number) => number !== undefined)

const PAGE_SAID = [
  /(?<![转轉接见見至到共] ?)第 ?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}) ?版/u,
  /(?<!(?:[转轉接见見至到共第\dA-Z]|\d[-—–~]|[今每]日|[本每]期) ?)([A-Z]?\d{1,3}) ?版/u,
  /(?<=^|[\s|·(])([一二三四五六七八九十]{1,3}) ?版(?=$|[\s|·)])/u,
] as const

/** Without one of these a line says nothing of all that; most lines that are asked have none. */
const OF_FOLIO = /[版报報]|消息|\d{4}/u

/** What is left of a folio line without all that it says besides. */
function sectionIn(text: string, publication: string | undefined): string | undefined {
  const bare = text
    .replace(DATE, ' ')
    .replace(
      /星期[一二三四五六日天]|周[一二三四五六日]|农历\S*|第? ?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}) ?版|第\d+期|总\S*期/gu,
      ' ',
    )
    .replace(LONE_NUMBER, ' ')
    .replace(LATIN, ' ')
    .replace(/[|/■□●◆]/g, ' ')
    .replaceAll(publication ?? '\0', ' ')
  return /^\s*([\p{Script=Han}·]{2,6})\s*$/u.exec(bare)?.[1]
}

/** The section or the paper in pinyin or English beside its name: 要闻 YAOWEN. */
const LATIN = /(?<![^\s|])[A-Za-z][A-Za-z'’.]+(?![^\s|])/g

const HAN = /^[一二三四五六七八九十]+$/

const PAPER_SAID = new RegExp(
  `(?:^|[《\\s])(\\p{Script=Han}{2,10}(?:日|晚|早|晨|[时時]|都市|商|[周週]|青年|[导導]|快|新|法制|[农農]民|文[汇匯]|文摘|新[闻聞])[报報](?:海外版)?|(?:21)?(?:${TITLES}))(?=$|[》\\s\\d,，])`,
  'u',
)
/** Beside a day every 报 is a paper's, a trade's and a place's too: 中国教育报, 江岸农报; but for those that are columns: 天气预报. */
const PAPER_BESIDE =
  /(?:^|[《\s|·])(\p{Script=Han}{2,9}(?<![预預简簡通战戰捷播情海]|(?<!大)公)[报報](?:海外版)?)(?=$|[》\s\d,，|·])/u
