/** One saved search: run again by its name, which can be changed, or deleted. */
import { Bookmark, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkstation } from '../../app/workstation.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { langOf } from '../../ui/lang-of.ts'
import type { SavedSearch as Saved } from '../../../shared/api/search.ts'

/** Characters of a name at most. */
const MOST = 200

type Props = {
  readonly one: Saved
  readonly onForget: () => void
  /** `operation` takes it back. */
  readonly onRenamed: (operation: number | null, name: string) => void
}

export function SavedSearch({ one, onForget, onRenamed }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  /** The new name as far as it is typed. */
  const [typed, setTyped] = useState<string>()
  const item = useRef<HTMLLIElement>(null)
  /** The field goes with Enter or Escape: that it loses the focus then says nothing. */
  const over = useRef(false)
  const begin = () => {
    over.current = false
    setTyped(one.name)
  }
  const end = () => {
    over.current = true
    setTyped(undefined)
  }
  const back = () => {
    end()
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('.saved-name')?.focus())
  }
  const rename = async (then: () => void) => {
    const name = typed?.trim() ?? ''
    if (name === '' || name === one.name) return then()
    const done = await w.search.rename(one.id, name)
    if (done?.renamed) {
      then()
      onRenamed(done.operation, name)
    } else if (done) w.say('error', 'search.taken', { name })
  }
  if (typed !== undefined)
    return (
      <li className="saved" ref={item}>
        <input
          className="input saved-input"
          aria-label={t('search.newName')}
          value={typed}
          maxLength={MOST}
          ref={select}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            // Whoever goes to another program comes back to the field.
            if (!over.current && document.hasFocus()) void rename(end)
          }}
          onKeyDown={(event) => {
            // Neither key is the search's now, nor one of an input method at work.
            event.stopPropagation()
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') void rename(back)
            if (event.key === 'Escape') back()
          }}
        />
      </li>
    )
  return (
    <li className="saved" ref={item}>
      <button type="button" className="saved-name" lang={langOf(one.name)} onClick={() => w.search.recall(one)}>
        <Bookmark aria-hidden size={14} strokeWidth={1.6} />
        {one.name}
      </button>
      <IconButton
        name={t('search.rename', { name: one.name })}
        icon={Pencil}
        className="row-tool saved-rename"
        onClick={begin}
      />
      <IconButton name={t('search.forget', { name: one.name })} icon={Trash2} className="row-tool" onClick={onForget} />
    </li>
  )
}

/** Of the field's first drawing alone: drawn anew while its name is put in, it would take the focus from where that went. */
const select = (input: HTMLInputElement | null) => input?.select()
