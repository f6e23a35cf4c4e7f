/** What was doubtful when the page's file was read: the guess of its encoding, bytes that did not fit, a picture left out. */
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { noticeText } from '../../../shared/api/notices.ts'
import { langNow } from '../../app/languages.ts'
import { useWorkstation } from '../../app/workstation.ts'
import type { Notice } from '../../../shared/api/pages.ts'

export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  if (notices.length === 0) return null
  return (
    <ul className="source-notices" aria-label={t('source.notices')}>
      {notices.map((notice, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- they come once with the page and stay as they are
        <li key={i}>
          <TriangleAlert aria-hidden size={14} strokeWidth={1.8} />
          <p>
            {noticeText(notice, langNow())}
            {notice.code.startsWith('encoding/') && (
              <button type="button" className="source-reread" onClick={() => w.rooms.set({ dialog: 'reread' })}>
                {t('source.reread')}
              </button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
