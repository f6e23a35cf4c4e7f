/** Messages at the foot of the window: news politely, errors at once. */
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Sentence } from './Sentence.tsx'

type Item = { readonly id: number; readonly kind: 'info' | 'error'; readonly text: string }
type Props = {
  readonly items: readonly Item[]
  readonly label: string
  readonly closeLabel: string
  readonly onClose: (id: number) => void
}

export const Toasts = ({ items, label, closeLabel, onClose }: Props) => (
  <section className="toasts" aria-label={label}>
    {items.map(({ id, kind, text }) => (
      <div key={id} className="toast" data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
        {kind === 'error' ? <CircleAlert aria-hidden size={16} /> : <CircleCheck aria-hidden size={16} />}
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
