/** Memory that is used again: what is built often and large would otherwise be asked of the system anew each time, and given back late. */

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

/** One run of numbers that grows when more are wanted. What stood in it before may stand in it still. */
export class Scratch<T extends Numbers> {
  private readonly make: new (length: number) => T
  private held: T

  constructor(make: new (length: number) => T) {
    this.make = make
    this.held = new make(0)
  }

  /** Room for `length` numbers, until the next call. */
  room(length: number): T {
    if (length > this.held.length) this.held = new this.make(Math.ceil(length * 1.2))
    return this.held.subarray(0, length) as T // the same kind of numbers
  }
}
