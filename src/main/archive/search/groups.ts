/** Parts numbers by a unit that each of them has. */

export class Groups {
  private readonly counts = new Uint32Array(65536)
  private readonly seen = new Uint16Array(65536)
  sorted = new Uint32Array(1024)

  /** Calls `use` for each of `units` but 0, ascending, with where the numbers that have it stand, as they come: a view of its own for each would cost more than the rest. */
  each(
    units: Uint16Array,
    numbers: Uint32Array,
    length: number,
    use: (unit: number, numbers: Uint32Array, from: number, to: number) => void,
  ): void {
    const kinds = this.part(units, numbers, length)
    let from = 0
    for (let i = 0; i < kinds.length; i++) {
      const unit = kinds[i]!
      const to = this.endOf(unit)
      if (unit !== 0) use(unit, this.sorted, from, to)
      from = to
    }
  }

  /** The units there are, ascending. The numbers of each stand in `sorted`, from where those of the one before end. `endOf` is to be asked once for each. */
  part(units: Uint16Array, numbers: Uint32Array, length: number): Uint16Array {
    const { counts, seen } = this
    let kinds = 0
    for (let i = 0; i < length; i++) {
      const unit = units[i]!
      if (counts[unit]!++ === 0) seen[kinds++] = unit
    }
    const kindsSeen = seen.subarray(0, kinds)
    if (kinds > 1) kindsSeen.sort()
    let sum = 0
    for (let i = 0; i < kinds; i++) {
      const count = counts[kindsSeen[i]!]!
      counts[kindsSeen[i]!] = sum
      sum += count
    }
    if (length > this.sorted.length) this.sorted = new Uint32Array(length * 2)
    const { sorted } = this
    // Each count is in the end where the numbers of the next unit begin.
    for (let i = 0; i < length; i++) sorted[counts[units[i]!]!++] = numbers[i]!
    return kindsSeen
  }

  /** Where the numbers of a unit end; what was counted for it is forgotten. */
  endOf(unit: number): number {
    const end = this.counts[unit]!
    this.counts[unit] = 0
    return end
  }
}
