/** Runs an expression over texts, where it may run on for ever without holding up the window. */
import { placesIn } from '../../../shared/page/find.ts'
import type { Place } from '../../../shared/page/find.ts'

export type Search = { readonly id: number; readonly pattern: RegExp; readonly texts: readonly string[] }
export type Found = { readonly id: number; readonly places: readonly (readonly Place[])[] }

globalThis.addEventListener('message', ({ data }: MessageEvent<Search>) => {
  const found: Found = { id: data.id, places: data.texts.map((text) => placesIn(text, data.pattern)) }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  globalThis.postMessage(found)
})
