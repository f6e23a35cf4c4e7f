/** Brings the text of an article to normal form, as the index has it and as it is read where no segment holds it. */
import { normalise, normaliseUnits } from '../../../shared/search/normalise.ts'
import { SEPARATOR } from './segment.ts'

/** Blocks are brought to normal form one by one, so that none grows into the next. */
export const normaliseBlocks = (text: string): string => text.split(SEPARATOR).map(normalise).join(SEPARATOR)

/** The same as code units. */
export function unitsOf(text: string): Uint16Array {
  const units = normaliseUnits(text)
  if (units) return units
  const normal = normaliseBlocks(text)
  const slow = new Uint16Array(normal.length)
  for (let i = 0; i < slow.length; i++) slow[i] = normal.charCodeAt(i)
  return slow
}
