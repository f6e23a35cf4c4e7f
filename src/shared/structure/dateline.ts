/** The dateline 电头 at a paragraph's start: 新华社北京2月5日电（记者 …）, 本报讯（记者 李朝民）. */
import type { Mark } from '../page/page.ts'
import { simplifiedText } from './script.ts'

const PLACE = '[^，。：；！？\\s（()）“”]{0,14}?'
const AGENCY =
  '(?:据)?(?:新华社|中新社|中新网|人民网|新华网|央视网|本报|本台|本刊|本网|[\\p{Script=Han}]{2,6}(?:日报|晚报|时报|早报|通讯社|社|报))'
const DATE = '(?:(?:19|20)\\d{2}年)?[0-9０-９一二三四五六七八九十○〇]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日'
const BY = '[（(](?:[^（）()。]{0,24}(?:记者|通讯员|作者|特约|实习|见习)[^（）()。]{0,60})[）)]'
const HEAD = new RegExp(
  `^[【\\[（(]?(?:${AGENCY}${PLACE}(?:${DATE})?(?:讯|专?电|消息|报[道导])|(?:本报|新华社)?${PLACE}${DATE}电)[】\\]）)]?(?:[\\s　]*${BY})?`,
  'u',
)

const ENDS = /[讯电訊電]|消息|报道|報道|報導/

/** The dateline mark of a paragraph's text, with the people named in brackets behind it; undefined where there is none. */
export function datelineOf(text: string): Mark | undefined {
  const head = text.slice(0, 140)
  // most paragraphs have none of the words that every dateline ends with
  if (!ENDS.test(head)) return undefined
  const match = HEAD.exec(simplifiedText(head))
  const end = match?.[0].trimEnd().length ?? 0
  return end >= 3 && end < text.length ? { kind: 'dateline', start: 0, end } : undefined
}
