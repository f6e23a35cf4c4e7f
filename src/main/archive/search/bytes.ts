/** A growing run of bytes with variable-length whole numbers in it, seven bits a byte, lowest first. */

export class Bytes {
  private data: Uint8Array
  length = 0

  constructor(capacity = 1 << 16) {
    this.data = new Uint8Array(capacity)
  }

  /** Makes room for `more` bytes. */
  reserve(more: number): void {
    if (this.length + more <= this.data.length) return
    const grown = new Uint8Array(Math.max(this.data.length * 2, this.length + more))
    grown.set(this.data.subarray(0, this.length))
    this.data = grown
  }

  /** Appends `n`, a whole number from 0 to 2³² − 1. */
  number(n: number): void {
    if (this.length + 5 > this.data.length) this.reserve(5)
    while (n > 127) {
      this.data[this.length++] = (n & 127) | 128
      n >>>= 7
    }
    this.data[this.length++] = n
  }

  byte(n: number): void {
    if (this.length >= this.data.length) this.reserve(1)
    this.data[this.length++] = n
  }

  /** Appends `[from, to)` of `bytes`. */
  range(bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    this.reserve(length)
    // Most runs are short, and a view costs more than a few bytes.
    if (length > 48) this.data.set(bytes.subarray(from, to), this.length)
    else for (let i = 0, at = this.length; i < length; i++) this.data[at + i] = bytes[from + i]!
    this.length += length
  }

  /** What was written so far; valid until the next write. */
  view(): Uint8Array {
    return this.data.subarray(0, this.length)
  }

  clear(): void {
    this.length = 0
  }
}

/**
 * Reads numbers that `Bytes.number` wrote, one after the other, from `at` on. Where many are read this costs no more than the same
 * loop written out. It does in two places, which have it written out: `Places.read`, for most lists hold one number or two, and the
 * reading of positions in `cursor.ts`, whose numbers are long or short without any order, so that nothing is to be guessed.
 */
export class Reader {
  readonly data: Uint8Array
  at: number

  constructor(data: Uint8Array, at = 0) {
    this.data = data
    this.at = at
  }

  number(): number {
    const { data } = this
    let byte = data[this.at++] ?? 0
    if (byte < 128) return byte
    let n = byte & 127
    for (let shift = 7; ; shift += 7) {
      byte = data[this.at++] ?? 0
      n |= (byte & 127) << shift
      if (byte < 128) return n >>> 0
    }
  }

  /** Steps over so many numbers: each ends with a byte below 128. */
  skip(numbers: number): void {
    const { data } = this
    while (numbers > 0) numbers -= 1 - (data[this.at++]! >> 7)
  }
}
