/** A picture dropped on the page goes into the archive by its content and onto the caption it fell on, or a new one after the block. */
import { useEffect } from 'react'
import { insertPicture, setPicture } from '../../../shared/page/edit-mark.ts'
import { figuresOf } from '../../../shared/page/figures.ts'
import { findBlock } from '../../../shared/page/walk.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { isPictureName, storePicture } from './pictures.ts'
import type { Page, Picture } from '../../../shared/page/page.ts'
import type { Edit } from '../../../shared/page/edit.ts'

export function PictureDrop() {
  const w = useWorkstation()
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const file = [...(event.dataTransfer?.files ?? [])].find((f) => isPictureName(f.name))
      if (!file) return
      event.preventDefault()
      event.stopPropagation()
      const dom = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-block]') : null
      const id = dom?.dataset['block'] ?? w.desk.get().focus?.from.block
      if (id === undefined) return w.note('act.none.picture')
      void storePicture(file).then((picture) => {
        const { page } = w.desk.get()
        if (page) w.desk.act(placed(page, id, picture))
      }, w.complain)
    }
    window.addEventListener('drop', drop, true)
    return () => window.removeEventListener('drop', drop, true)
  }, [w])
  return null
}

function placed(page: Page, id: string, picture: Picture): Edit {
  const place = findBlock(page, id)
  const figure = place && figuresOf(place.article).find((f) => f.caption === id || f.credits.includes(id))
  return figure ? setPicture(page, figure.caption, picture) : insertPicture(page, id, picture)
}
