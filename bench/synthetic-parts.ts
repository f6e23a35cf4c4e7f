/** What made-up stories are put together from: a part with its lines, some sentences, a headline, other stuff. */
import type { Role } from '../src/shared/page/page.ts'
import { headingOf } from './synthetic-heads.ts'
import { stuffOf } from './synthetic-material.ts'
import type { Part, Stuff } from './synthetic-material.ts'

export const part = (role: Role, ...lines: string[]): Part => ({ role, lines })
export const sentences = (text: string, length: number): string =>
  text.slice(0, length).replace(/[^。]*$/, '') || text.slice(0, length)
export const titleOf = ({ item, clause, r }: Stuff): string => headingOf(item.title, clause, r)
export const fresh = (stuff: Stuff): Stuff => stuffOf(stuff.others, stuff.r)
