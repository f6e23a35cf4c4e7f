/** How sure a guess is, as three bars and a word; a tick where a person has confirmed it. */
import { useTranslation } from 'react-i18next'
import type { Sureness } from '../../../shared/page/doubts.ts'

const BARS: Readonly<Record<Sureness, number>> = { confirmed: 3, sure: 3, fair: 2, weak: 1 }

export function Sure({ of }: { readonly of: Sureness }) {
  const { t } = useTranslation()
  return (
    <span className="sure" data-sure={of}>
      <span className="sure-bars" aria-hidden>
        {of === 'confirmed' ? '✓' : [1, 2, 3].map((n) => <i key={n} data-on={n <= BARS[of]} />)}
      </span>
      {t(`sure.${of}`)}
    </span>
  )
}
