/** Traditional characters: what the engine knows of wording it knows in Simplified ones. */
import { simplify } from '../search/normalise.ts'
import { codesOf } from './classes.ts'

/** Characters that only Traditional texts have, the commonest ones: about one in ten of any such text. */
const TRADITIONAL = codesOf(
  '這個們來時說對為國會學過後開關東車長門問間見現實體點經濟報電話無還進運動從業將與應發機當產義黨縣區廣書聲萬億議員總統務處環護選舉灣歷記訊攝於誌華據場戰軍紀億農場條種數種樣頭題風飛馬魚麥黃齊龍',
)
/** So much of a text is looked at, and one in so many of its characters has to be of them. */
const LOOKED_AT = 4000
const ONE_IN = 80

/** Whether a text is written in Traditional characters: not where only a paper's name or an old sign is. */
export function isTraditional(text: string): boolean {
  const end = Math.min(text.length, LOOKED_AT)
  let found = 0
  for (let i = 0; i < end; i++) if (TRADITIONAL.has(text.charCodeAt(i))) found++
  return found > 0 && found * ONE_IN >= end
}

/** A Traditional text in Simplified characters, each where it stood; any other text as it is. */
export const simplifiedText = (text: string): string => (isTraditional(text) ? simplify(text) : text)
