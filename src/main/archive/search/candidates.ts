/** Articles that may hold a text, and where it would begin in each. The memory is used again for one search after the other. */
import { Scratch } from './scratch.ts'

export class Candidates {
  count = 0
  docs = new Uint32Array(0)
  /** Of each article the groups of roles that all pieces of the text stand in. */
  groups = new Uint8Array(0)
  /** `begins[starts[i]…starts[i + 1])` are the places in article `i`. */
  starts = new Uint32Array(1)
  begins = new Int32Array(0)
  /** How many places there are. */
  begun = 0

  private readonly docsHeld = new Scratch(Uint32Array)
  private readonly groupsHeld = new Scratch(Uint8Array)
  private readonly startsHeld = new Scratch(Uint32Array)
  private readonly beginsHeld = new Scratch(Int32Array)

  /** Empty, with room for so many articles and places. */
  clear(articles: number, places: number): void {
    this.count = this.begun = 0
    this.docs = this.docsHeld.room(articles)
    this.groups = this.groupsHeld.room(articles)
    this.starts = this.startsHeld.room(articles + 1)
    this.begins = this.beginsHeld.room(places)
    this.starts[0] = 0
  }
}
