/** Messages at the foot of the window: news, why nothing was done, and warnings politely; errors at once. */
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { Sentence } from './Sentence.tsx'

export type Toast = { readonly id: number; readonly kind: 'info' | 'note' | 'warning' | 'error'; readonly text: string }
type Props = {
  readonly items: readonly Toast[]
  readonly label: string
  readonly closeLabel: string
  readonly onClose: (id: number) => void
}

const ICONS = { info: CircleCheck, note: Info, warning: TriangleAlert, error: CircleAlert } as const

export const Toasts = ({ items, label, closeLabel, onClose }: Props) => (
  <section className="toasts" aria-label={label}>
    {items.map(({ id, kind, text }) => (
      <div key={id} className="toast" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
        <ToastIcon kind={kind} />
        <p>
          <Sentence text={text} />
        </p>
        <button
          type="button"
          className="icon-button"
          aria-label={closeLabel}
          title={closeLabel}
          onClick={() => onClose(id)}
        >
          <X aria-hidden size={14} />
        </button>
      </div>
    ))}
  </section>
)

function ToastIcon({ kind }: Pick<Toast, 'kind'>) {
  const Icon = ICONS[kind]
  return <Icon aria-hidden size={16} />
}
