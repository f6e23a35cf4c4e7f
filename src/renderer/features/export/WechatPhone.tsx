/** A WeChat article as on a phone, and a button that copies it as rich text. */
import { Copy } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { safeFragment } from './safe-fragment.ts'

export function WechatPhone({ html }: { readonly html: string }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  const article = useRef<HTMLDivElement>(null)
  useEffect(() => {
    article.current?.replaceChildren(safeFragment(html))
  }, [html])
  const copy = async () => {
    try {
      await call('clipboard.write', { html, text: article.current?.innerText ?? '' })
      w.tell('export.copied')
    } catch (error) {
      w.complain(error)
    }
  }
  return (
    <div className="phone-place">
      <div className="phone" role="img" aria-label={t('export.phone')}>
        <div className="phone-bar" aria-hidden>
          <i />
        </div>
        <div className="phone-screen">
          <div className="phone-article" lang="zh-Hans" ref={article} />
        </div>
      </div>
      <button type="button" className="text-button" onClick={() => void copy()}>
        <Copy aria-hidden size={14} strokeWidth={1.6} />
        {t('export.copy')}
      </button>
    </div>
  )
}
