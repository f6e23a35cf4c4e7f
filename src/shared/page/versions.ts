/** Old Page JSON → current. Each step goes from version N to N+1; the last result is checked against the schema. */
import { PAGE_VERSION, pageSchema } from './page.ts'
import type { Page } from './page.ts'

type Json = Record<string, unknown>

/** `STEPS[n]` turns a page of version n+1 into one of version n+2. */
const STEPS: readonly ((old: Json) => Json)[] = []

/** The page that `json` holds, brought to the current version. Throws a ZodError if it is none, a RangeError if it is from a newer Banxin. */
export function upgradePage(json: unknown): Page {
  let current = json
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (typeof version === 'number') {
    if (version > PAGE_VERSION) throw new RangeError(`page version ${version} is newer than ${PAGE_VERSION}`)
    for (const step of STEPS.slice(version - 1)) current = step(current as Json) // checked by the schema below
  }
  return pageSchema.parse(current)
}
