/** The preview: the real newspaper page beside the text, composed as one types. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { withTips } from '../../ui/tips.tsx'
import { FrameBar } from '../layout/FrameBar.tsx'
import { LayoutDrawer } from '../layout/LayoutDrawer.tsx'
import { PreviewHead } from './PreviewHead.tsx'
import { SheetView } from './SheetView.tsx'
import { scaleOf, stepFrom } from './zoom.ts'
import type { Zoom } from './zoom.ts'

export const Preview = withTips(PreviewPane)

function PreviewPane() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const composed = useStore(w.layout, (s) => s.composed)
  const index = useStore(w.layout, (s) => s.sheet)
  const failed = useStore(w.layout, (s) => s.failed)
  const chosen = useStore(w.shell, (s) => s.chosen['preview.zoom'])
  const [pane, watchPane] = usePaneSize()
  const sheet = composed?.sheets[index]
  const zoom: Zoom = chosen
  const scale = sheet ? scaleOf(zoom, sheet, pane) : 1
  const setZoom = useCallback((to: Zoom) => w.choose('preview.zoom', to), [w])
  return (
    <section className="preview" aria-label={t('preview.title')}>
      <PreviewHead scale={scale} zoom={zoom} onZoom={setZoom} />
      <div className="preview-body" ref={watchPane}>
        {composed && sheet ? (
          <SheetView composed={composed} index={index} scale={scale} onStep={(by) => setZoom(stepFrom(scale, by))} />
        ) : (
          <p className="empty">{failed ? t('preview.failed') : t('preview.wait')}</p>
        )}
      </div>
      <FrameBar />
      <LayoutDrawer />
    </section>
  )
}

/** Size of the element that the second value is given to, in CSS pixels. */
function usePaneSize() {
  const [size, setSize] = useState({ width: 480, height: 700 })
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [size, ref] as const
}
