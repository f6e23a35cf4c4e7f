/** What was put into the dialog for pasting and is no page yet: the window keeps it, also when it is closed or its program killed. */

export type Pasting = { readonly name: string; readonly text: string }

export const NOTHING_PASTED: Pasting = { name: '', text: '' }

const KEPT = 'banxin.pasting'

export function recallPasting(journal: Pick<Storage, 'getItem'>): Pasting {
  try {
    const kept: unknown = JSON.parse(journal.getItem(KEPT) ?? '{}')
    const { name, text } = { ...NOTHING_PASTED, ...(kept as Partial<Pasting>) } // checked right here
    return typeof name === 'string' && typeof text === 'string' ? { name, text } : NOTHING_PASTED
  } catch {
    return NOTHING_PASTED
  }
}

export function keepPasting(journal: Pick<Storage, 'setItem' | 'removeItem'>, pasting: Pasting): void {
  try {
    if (pasting.text === '' && pasting.name === '') journal.removeItem(KEPT)
    else journal.setItem(KEPT, JSON.stringify(pasting))
  } catch {
    // The storage is full: it is there as long as the window is. Half of an older text would be worse than none.
    journal.removeItem(KEPT)
  }
}
