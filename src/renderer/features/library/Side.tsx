/** The left pane: the list of pages, or the search, which wants more room. */
import { useEffect } from 'react'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FocusBack } from '../../ui/focus-back.tsx'
import { Search } from '../search/Search.tsx'
import { Library } from './Library.tsx'
import type { PanelImperativeHandle } from 'react-resizable-panels'
import type { RefObject } from 'react'

/** Widths in CSS pixels. */
const WIDE = 440

export function Side({ panel }: { readonly panel: RefObject<PanelImperativeHandle | null> }) {
  const w = useWorkstation()
  const side = useStore(w.rooms, (s) => s.side)
  useEffect(() => {
    const handle = panel.current
    if (side !== 'search' || !handle) return
    const { inPixels } = handle.getSize()
    if (inPixels < WIDE) handle.resize(WIDE)
    // The panes may have gone meanwhile, or been laid out anew.
    const stands = () => panel.current === handle
    return () => {
      if (stands()) handle.resize(inPixels)
    }
  }, [side, panel])
  return side === 'search' ? (
    <FocusBack>
      <Search />
    </FocusBack>
  ) : (
    <Library />
  )
}
