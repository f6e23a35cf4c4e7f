/** The open page: a virtual list of its articles. What is on screen is drawn at once, the rest when the window has time for it. */
import { FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { DoubtBar, FindBar, LinkDialog, PictureDrop } from '../../app/after-page.tsx'
import { Articles } from './Articles.tsx'
import { useAcross } from './use-across.ts'

export function PageView() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const scroller = useRef<HTMLDivElement>(null)
  const offered = useOffer()
  useAcross(scroller)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page starts at its top
  useEffect(() => scroller.current?.scrollTo(0, 0), [id])
  // Panes that came or went drew the page anew: its caret is where it was, and in view.
  useEffect(() => {
    const { focus } = w.desk.get()
    if (!focus) return
    // Once the list of articles has found its place.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) w.desk.moveTo(focus.from, focus.to)
    })
    return () => cancelAnimationFrame(frame)
  }, [w])
  return (
    <section className="editor" tabIndex={-1} aria-label={t('editor.title')}>
      <FindBar />
      <LinkDialog />
      <div className="editor-body">
        <div className="editor-scroll" ref={scroller}>
          {id === undefined ? (
            <div className="empty empty-page">
              <FileText aria-hidden size={28} strokeWidth={1.2} />
              <p>{t('editor.none')}</p>
              <p className="empty-hint">{t('editor.noneHint')}</p>
            </div>
          ) : (
            <Articles key={id} scroller={scroller} />
          )}
        </div>
      </div>
      <DoubtBar />
      <PictureDrop />
      {offered && <div className="veil">{t('editor.drop')}</div>}
    </section>
  )
}

/** True while files are held over the window. The drop itself is heard by the preload, which knows where they lie. */
function useOffer(): boolean {
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      setOffered(true)
      clearTimeout(timer)
      timer = setTimeout(() => setOffered(false), 250)
    }
    window.addEventListener('dragover', over, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragover', over, true)
    }
  }, [])
  return offered
}
