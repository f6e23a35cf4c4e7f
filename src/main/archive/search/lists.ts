/** The bytes of a segment's lists, written one after the other. */
import { Scratch } from './scratch.ts'

const OUT = new Scratch(Uint8Array)
const POSITIONS = new Scratch(Uint8Array)

/** Writes one list after the other: counts, the lengths of its parts, articles, flags, positions. */
export class Lists {
  length = 0
  private out: Uint8Array
  private readonly articles: Uint8Array
  private readonly flags: Uint8Array
  private readonly positions: Uint8Array
  private readonly pageOf: Uint32Array
  private articlesLength = 0
  private positionsLength = 0
  private count = 0
  private last = 0
  private lastPage = -1
  private pages = 0

  /** `places`: of all lists together. */
  constructor(places: number, pageOf: Uint32Array) {
    this.out = OUT.room(places * 4 + 1024)
    this.articles = new Uint8Array(pageOf.length * 5 + 5)
    this.flags = new Uint8Array(pageOf.length + 1)
    this.positions = POSITIONS.room(places * 6 + 10)
    this.pageOf = pageOf
  }

  article(doc: number, flags: number): void {
    let n = doc - this.last
    while (n > 127) {
      this.articles[this.articlesLength++] = (n & 127) | 128
      n >>>= 7
    }
    this.articles[this.articlesLength++] = n
    this.flags[this.count++] = flags
    this.last = doc
    const page = this.pageOf[doc]!
    if (page !== this.lastPage) this.pages++
    this.lastPage = page
  }

  position(n: number): void {
    while (n > 127) {
      this.positions[this.positionsLength++] = (n & 127) | 128
      n >>>= 7
    }
    this.positions[this.positionsLength++] = n
  }

  /** Ends the list and says where it begins. */
  finish(): number {
    const start = this.length
    const need = 20 + this.articlesLength + this.count + this.positionsLength
    if (start + need > this.out.length) {
      const grown = new Uint8Array(Math.max(this.out.length * 2, start + need))
      grown.set(this.out.subarray(0, start))
      this.out = grown
    }
    this.number(this.count)
    this.number(this.pages)
    this.number(this.articlesLength)
    this.number(this.positionsLength)
    this.copy(this.articles, this.articlesLength)
    this.copy(this.flags, this.count)
    this.copy(this.positions, this.positionsLength)
    this.articlesLength = this.positionsLength = this.count = this.last = this.pages = 0
    this.lastPage = -1
    return start
  }

  bytes(): Uint8Array {
    return this.out.slice(0, this.length)
  }

  private number(n: number): void {
    while (n > 127) {
      this.out[this.length++] = (n & 127) | 128
      n >>>= 7
    }
    this.out[this.length++] = n
  }

  private copy(from: Uint8Array, length: number): void {
    const to = this.out
    // Most lists are short, and a view costs more than a few bytes.
    if (length > 64) to.set(from.subarray(0, length), this.length)
    else for (let i = 0, at = this.length; i < length; i++) to[at + i] = from[i]!
    this.length += length
  }
}
