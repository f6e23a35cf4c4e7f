/** The picture of the paper, to be looked at closely: it grows and shrinks under the wheel and by keys, and a hand moves it. */
// oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- what scrolls must be reached by key
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { usePan } from '../preview/use-pan.ts'

/** Width of the picture in widths of its pane. */
const [LEAST, MOST, STEP] = [0.5, 12, 1.25]

export function PaperPicture({ sha256 }: { readonly sha256: string }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [url, setUrl] = useState<string>()
  const [zoom, setZoom] = useState(1)
  const box = useRef<HTMLDivElement>(null)
  usePan(box, () => {})

  useEffect(() => {
    let made: string | undefined
    let wanted = true
    call('picture.get', { sha256 }).then((picture) => {
      if (!picture || !wanted) return
      made = URL.createObjectURL(new Blob([picture.bytes.slice()], { type: picture.type }))
      setUrl(made)
    }, w.complain)
    return () => {
      wanted = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [sha256, w])

  const by = (factor: number) => setZoom((z) => Math.min(MOST, Math.max(LEAST, z * factor)))
  useEffect(() => {
    const element = box.current
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      by(event.deltaY < 0 ? STEP : 1 / STEP)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])

  return (
    <div className="paper-picture">
      <div
        ref={box}
        className="paper-picture-scroll"
        role="region"
        aria-label={t('source.picture')}
        tabIndex={0}
        onKeyDown={(event) => {
          if (event.key === '+' || event.key === '=') by(STEP)
          else if (event.key === '-') by(1 / STEP)
          else if (event.key === '0') setZoom(1)
        }}
      >
        {url !== undefined && (
          <img src={url} alt={t('source.picture')} draggable={false} style={{ width: `${zoom * 100}%` }} />
        )}
      </div>
      <div className="paper-picture-tools" role="toolbar" aria-label={t('source.pictureTools')}>
        <IconButton name={t('preview.smaller')} icon={ZoomOut} onClick={() => by(1 / STEP)} />
        <IconButton name={t('preview.fitWidth')} icon={Maximize2} onClick={() => setZoom(1)} />
        <IconButton name={t('preview.larger')} icon={ZoomIn} onClick={() => by(STEP)} />
      </div>
    </div>
  )
}
