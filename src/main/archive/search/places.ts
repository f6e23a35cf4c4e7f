/** Where a pair stands, read from its list. */
import { listAt, MANY } from './segment.ts'

export class Places {
  length = 0
  /** For each place its article, how far from the article's beginning it is, and in which groups of roles the article has the pair. */
  docs = new Uint32Array(0)
  at = new Uint32Array(0)
  groups = new Uint8Array(0)

  /** The places of the list that stands in `data` at `from`, as it has them. */
  read(data: Uint8Array, from: number): void {
    const list = listAt(data, from, 0, () => ({ data, at: 0 }))
    // A place takes at least a byte.
    if (list.end - list.positions > this.docs.length) {
      const most = (list.end - list.positions) * 2
      this.docs = new Uint32Array(most)
      this.at = new Uint32Array(most)
      this.groups = new Uint8Array(most)
    }
    const { docs, at, groups } = this
    let { articles, positions } = list
    let doc = 0
    let n = 0
    for (let i = 0; i < list.count; i++) {
      let byte = data[articles++]!
      let delta = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = data[articles++]!
        delta |= (byte & 127) << shift
      }
      doc += delta
      const flags = data[list.flags + i]!
      let times = flags >> 5
      if (times === MANY) {
        byte = data[positions++]!
        times = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = data[positions++]!
          times |= (byte & 127) << shift
        }
      }
      let position = 0
      for (let t = 0; t < times; t++) {
        byte = data[positions++]!
        delta = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = data[positions++]!
          delta |= (byte & 127) << shift
        }
        position += delta
        docs[n] = doc
        groups[n] = flags & 31
        at[n++] = position
      }
    }
    this.length = n
  }
}
