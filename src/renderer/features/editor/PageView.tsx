/** The open page as a column of articles. */
import { FileText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { ArticleView } from './ArticleView.tsx'

export function PageView() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const id = useStore(w.desk, (s) => s.open?.id)
  const page = useStore(w.desk, (s) => s.page)
  const scroller = useRef<HTMLDivElement>(null)
  const offered = useOffer()
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page starts at its top
  useEffect(() => scroller.current?.scrollTo(0, 0), [id])
  return (
    <main className="editor" aria-label={t('editor.title')}>
      <div className="editor-scroll" ref={scroller}>
        {page ? (
          <div className="paper" key={id}>
            {page.articles.map((article, index) => (
              <ArticleView key={article.id} article={article} index={index} />
            ))}
          </div>
        ) : (
          <div className="empty empty-page">
            <FileText aria-hidden size={28} strokeWidth={1.2} />
            <p>{t('editor.none')}</p>
            <p className="empty-hint">{t('editor.noneHint')}</p>
          </div>
        )}
      </div>
      {offered && <div className="veil">{t('editor.drop')}</div>}
    </main>
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
