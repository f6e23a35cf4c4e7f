/** Says what was done last, with the button that takes it back. */
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Sentence } from '../../ui/Sentence.tsx'
import type { Undoing } from './use-undo.ts'

type Props = Pick<Undoing, 'undo' | 'place'> & { readonly done: { readonly text: string } | undefined }

export function UndoOffer({ done, undo, place }: Props) {
  const { t } = useTranslation()
  return (
    <div ref={place} className="undo-offer">
      <span role="status">
        <Sentence text={done?.text ?? ''} />
      </span>
      {done && (
        <button type="button" className="text-button" onClick={() => void undo()}>
          <Undo2 aria-hidden size={14} strokeWidth={1.6} />
          {t('shelves.undo')}
        </button>
      )}
    </div>
  )
}
