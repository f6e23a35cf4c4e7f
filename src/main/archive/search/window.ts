/** Bytes of a segment's data around those that were read last: most of what is read next lies there too, and is not looked up again. */
import { Scratch } from './scratch.ts'
import type { ReadBytes } from './segment.ts'

const NONE = new Uint8Array(0)

export class Window {
  /** Good until the next `seek`. */
  data: Uint8Array = NONE
  private read: ReadBytes = () => ({ data: NONE, at: 0 })
  private from = 0
  private to = 0
  private readonly scratch = new Scratch(Uint8Array)

  /** From here on it is another segment's data. */
  open(read: ReadBytes): void {
    this.read = read
    this.from = this.to = 0
  }

  /** Has `data` hold `[from, to)`, and says where in it that begins. */
  seek(from: number, to: number): number {
    if (from < this.from || to > this.to) {
      const { data, at } = this.read(from, to, this.scratch)
      this.data = data
      this.from = from - at
      this.to = this.from + data.length
    }
    return from - this.from
  }
}
