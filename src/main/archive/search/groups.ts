/** Parts numbers by a unit that each of them has. */

export class Groups {
  private readonly counts = new Uint32Array(65536)
  private readonly seen = new Uint16Array(65536)
  sorted = new Uint32Array(1024)

  /**
   * The units there are among `units` `[from, to)`, ascending. The places of each in `units` stand in `sorted`, as they come, from
   * where those of the one before end. `endOf` is to be asked once for each.
   */
  part(units: Uint16Array, from: number, to: number): Uint16Array {
    const { counts, seen } = this
    let kinds = 0
    for (let i = from; i < to; i++) {
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
    if (to - from > this.sorted.length) this.sorted = new Uint32Array((to - from) * 2)
    const { sorted } = this
    // Each count is in the end where the numbers of the next unit begin.
    for (let i = from; i < to; i++) sorted[counts[units[i]!]!++] = i
    return kindsSeen
  }

  /** Where the numbers of a unit end; what was counted for it is forgotten. */
  endOf(unit: number): number {
    const end = this.counts[unit]!
    this.counts[unit] = 0
    return end
  }
}
