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

type Props = { readonly one: Saved; readonly onForget: () => void }

export function SavedSearch({ one, onForget }: Props) {
  const { t } = useTranslation()
  const w = useWorkstation()
  /** The new name as far as it is typed. */
  const [typed, setTyped] = useState<string>()
  const item = useRef<HTMLLIElement>(null)
  const done = () => {
    setTyped(undefined)
    requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('.saved-name')?.focus())
  }
  const rename = async () => {
    const name = typed?.trim() ?? ''
    const renamed = name === '' || name === one.name || (await w.search.rename(one.id, name))
    if (renamed) done()
    else if (renamed === false) w.say('error', t('search.taken', { name }))
  }
  if (typed !== undefined)
    return (
      <li className="saved" ref={item}>
        <input
          className="input saved-input"
          aria-label={t('search.newName')}
          value={typed}
          maxLength={MOST}
          ref={(input) => {
            if (input && document.activeElement !== input) input.select()
          }}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped(undefined)}
          onKeyDown={(event) => {
            // Neither key is the search's now, nor one of an input method at work.
            event.stopPropagation()
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') void rename()
            if (event.key === 'Escape') done()
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
        onClick={() => setTyped(one.name)}
      />
      <IconButton name={t('search.forget', { name: one.name })} icon={Trash2} className="row-tool" onClick={onForget} />
    </li>
  )
}
