/** The terms of a segment as they are found, and where the list of each begins. */
import type { Segment } from './segment.ts'

export class Terms {
  private terms = new Uint32Array(1 << 16)
  private offsets = new Float64Array(1 << 16)
  private count = 0

  add(term: number, offset: number): void {
    if (this.count + 1 >= this.terms.length) this.grow()
    this.terms[this.count] = term
    this.offsets[this.count++] = offset
  }

  /** All of them; `length`: where the last list ends. */
  end(length: number): Pick<Segment, 'terms' | 'offsets'> {
    this.offsets[this.count] = length
    return { terms: this.terms.slice(0, this.count), offsets: this.offsets.slice(0, this.count + 1) }
  }

  private grow(): void {
    const terms = new Uint32Array(this.terms.length * 2)
    terms.set(this.terms)
    this.terms = terms
    const offsets = new Float64Array(terms.length)
    offsets.set(this.offsets)
    this.offsets = offsets
  }
}
