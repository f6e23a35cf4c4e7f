/** The best of very many hits, without sorting all of them. */

/** Keeps the `most` best of what it is shown: the higher value first, of equals the newer article. */
export class Best<T> {
  private readonly most: number
  /** The worst on top. */
  private readonly heap: { readonly value: number; readonly id: number; readonly what: T }[] = []

  constructor(most: number) {
    this.most = most
  }

  /** Whether one of this value would be kept; asked before `add`, so that most cost no more than this. */
  wants(value: number, id: number): boolean {
    const worst = this.heap[0]
    return this.heap.length < this.most || (worst !== undefined && isWorse(worst, { value, id }))
  }

  add(value: number, id: number, what: T): void {
    if (!this.wants(value, id)) return
    const { heap } = this
    if (heap.length === this.most) {
      heap[0] = { value, id, what }
      this.sink()
      return
    }
    heap.push({ value, id, what })
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!isWorse(heap[at]!, heap[parent]!)) break
      ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
      at = parent
    }
  }

  /** The best first. */
  sorted(): readonly T[] {
    return this.heap.toSorted((a, b) => (isWorse(a, b) ? 1 : -1)).map((h) => h.what)
  }

  private sink(): void {
    const { heap } = this
    for (let at = 0; ;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (heap[child] && isWorse(heap[child], heap[least]!)) least = child
      if (least === at) return
      ;[heap[at], heap[least]] = [heap[least]!, heap[at]!]
      at = least
    }
  }
}

type Ranked = { readonly value: number; readonly id: number }

const isWorse = (a: Ranked, b: Ranked): boolean => a.value < b.value || (a.value === b.value && a.id < b.id)
