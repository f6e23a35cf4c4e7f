/** Articles of one segment with how well they fit, and what can be done with two such findings. */

/** By their number in the segment, ascending. */
export type Found = { readonly docs: Uint32Array; readonly scores: Float32Array }

export const plain = (docs: Uint32Array): Found => ({ docs, scores: new Float32Array(docs.length) })

export function filter(found: Found, keep: (doc: number) => boolean): Found {
  const docs = new Uint32Array(found.docs.length)
  const scores = new Float32Array(found.docs.length)
  let n = 0
  for (let i = 0; i < docs.length; i++)
    if (keep(found.docs[i]!)) {
      docs[n] = found.docs[i]!
      scores[n++] = found.scores[i]!
    }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

export function intersect(a: Found, b: Found): Found {
  const docs = new Uint32Array(Math.min(a.docs.length, b.docs.length))
  const scores = new Float32Array(docs.length)
  let n = 0
  for (let i = 0, k = 0; i < a.docs.length; i++) {
    while (k < b.docs.length && b.docs[k]! < a.docs[i]!) k++
    if (k < b.docs.length && b.docs[k] === a.docs[i]) {
      docs[n] = a.docs[i]!
      scores[n++] = a.scores[i]! + b.scores[k]!
    }
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

export function unite(a: Found, b: Found): Found {
  const docs = new Uint32Array(a.docs.length + b.docs.length)
  const scores = new Float32Array(docs.length)
  let n = 0
  for (let i = 0, k = 0; i < a.docs.length || k < b.docs.length; n++) {
    const [x, y] = [a.docs[i] ?? Infinity, b.docs[k] ?? Infinity]
    docs[n] = Math.min(x, y)
    scores[n] = (x <= y ? a.scores[i]! : 0) + (y <= x ? b.scores[k]! : 0)
    if (x <= y) i++
    if (y <= x) k++
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}

export function subtract(a: Found, b: Found): Found {
  const docs = new Uint32Array(a.docs.length)
  const scores = new Float32Array(a.docs.length)
  let n = 0
  for (let i = 0, k = 0; i < a.docs.length; i++) {
    const doc = a.docs[i]!
    while (k < b.docs.length && b.docs[k]! < doc) k++
    if (k < b.docs.length && b.docs[k] === doc) continue
    docs[n] = doc
    scores[n++] = a.scores[i]!
  }
  return { docs: docs.subarray(0, n), scores: scores.subarray(0, n) }
}
