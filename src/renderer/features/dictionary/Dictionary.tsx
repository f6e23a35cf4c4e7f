/** The newsroom's own words: added one by one or from a text list; the index follows in the background. */
import { BookA, FileText, Plus, Trash2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LIST_MOST, NOTE_MOST, WORD_MOST } from '../../../shared/api/keep.ts'
import { hasAtMost } from '../../../shared/characters.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { call, on } from '../../app/banxin.ts'
import { useWorkstation } from '../../app/workstation.ts'
import { FilterField } from '../../ui/FilterField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useAsync } from '../../ui/use-async.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { UndoOffer } from '../library/UndoOffer.tsx'
import { useUndo } from '../library/use-undo.ts'
import { RoomHead } from '../library/RoomHead.tsx'
import { decodeList, isList } from './decode-list.ts'
import { asWord, wrongWord } from './word.ts'
import type { Word } from '../../../shared/api/keep.ts'

const TAGS = ['nr', 'ns', 'nt', 'nz', 'n'] as const satisfies readonly Word['tag'][]

export function Dictionary() {
  const { t } = useTranslation()
  const w = useWorkstation()
  const [version, setVersion] = useState(0)
  const [text, setText] = useState('')
  const [word, setWord] = useState<Word>({ word: '', tag: 'nr', note: '' })
  const [waiting, setWaiting] = useState(0)
  const words = useAsync(() => call('dictionary.list', {}), [version], w.complain)
  const shown = useMemo(
    () => words?.filter((x) => x.word.includes(text.trim()) || x.note.includes(text.trim())) ?? [],
    [words, text],
  )
  useEffect(() => on('index.progress', (data) => setWaiting(data.waiting)), [])

  const change = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      w.complain(error)
    }
    setVersion((n) => n + 1)
  }
  const undoing = useUndo(() => setVersion((n) => n + 1))
  const written = asWord(word.word)
  const wrong = wrongWord(written) ?? (hasAtMost(word.note, NOTE_MOST) ? undefined : 'note')
  const add = () =>
    change(async () => {
      const { added, operation } = await call('dictionary.put', { words: [{ ...word, word: written }] })
      if (added === 0) w.tell('dictionary.known', { word: written })
      undoing.offer(operation, t(added === 0 ? 'dictionary.changed' : 'dictionary.added', { word: written }))
      setWord({ ...word, word: '', note: '' })
    })
  const takeIn = (list: string, name: string) =>
    change(async () => {
      if (!isList(list)) throw new BanxinError('list/binary', { name })
      if (!hasAtMost(list, LIST_MOST))
        throw new BanxinError('list/too-large', { name, limit: LIST_MOST.toLocaleString('en') })
      const { operation, added, known, skipped } = await call('dictionary.import', { text: list })
      undoing.offer(operation, t('dictionary.took', { n: added + known }))
      w.tell(known + skipped > 0 ? 'dictionary.importedPart' : 'dictionary.imported', {
        n: added,
        name,
        known,
        skipped,
      })
    })

  return (
    <div className="dictionary">
      <RoomHead
        title={t('room.dictionary')}
        note={words && t('dictionary.count', { n: words.length.toLocaleString('en') })}
      >
        {waiting > 0 && (
          <span className="pane-note" role="status">
            {t('dictionary.indexing', { n: waiting.toLocaleString('en') })}
          </span>
        )}
        <FilterField name={t('dictionary.filter')} value={text} onText={setText} inHead />
        <label className="text-button file-button">
          <FileText aria-hidden size={14} strokeWidth={1.6} />
          {t('dictionary.import')}
          <input
            type="file"
            accept=".txt,.csv,.tsv,.dic,text/plain"
            aria-label={t('dictionary.import')}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) void file.arrayBuffer().then((bytes) => takeIn(decodeList(bytes), file.name))
              event.target.value = ''
            }}
          />
        </label>
      </RoomHead>
      <form
        className="word-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (written !== '' && !wrong) void add()
        }}
      >
        <input
          className="input"
          data-first
          value={word.word}
          placeholder={t('dictionary.word')}
          aria-label={t('dictionary.word')}
          aria-invalid={wrong !== undefined && wrong !== 'note'}
          aria-describedby="word-wrong"
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain')
            if (!/\S\s*\n\s*\S/.test(pasted)) return
            event.preventDefault()
            void takeIn(pasted, t('dictionary.clipboard'))
          }}
          onChange={(event) => setWord({ ...word, word: event.target.value })}
        />
        <select
          className="picker"
          aria-label={t('dictionary.tag')}
          value={word.tag}
          onChange={(event) => TAGS.forEach((tag) => tag === event.target.value && setWord({ ...word, tag }))}
        >
          {TAGS.map((tag) => (
            <option key={tag} value={tag}>
              {t(`dictionary.tag.${tag}`)}
            </option>
          ))}
        </select>
        <input
          className="input"
          value={word.note}
          aria-invalid={wrong === 'note'}
          aria-describedby="word-wrong"
          placeholder={t('dictionary.note')}
          aria-label={t('dictionary.note')}
          onChange={(event) => setWord({ ...word, note: event.target.value })}
        />
        <button type="submit" className="button" disabled={written === '' || wrong !== undefined}>
          <Plus aria-hidden size={14} />
          {t('dictionary.add')}
        </button>
        <p id="word-wrong" className="word-wrong" role="status" hidden={!wrong}>
          {wrong && t(`dictionary.wrong.${wrong}`, { n: wrong === 'note' ? NOTE_MOST : WORD_MOST })}
        </p>
      </form>
      <UndoOffer {...undoing} />
      {words?.length === 0 ? (
        <div className="empty empty-room">
          <BookA aria-hidden size={28} strokeWidth={1.2} />
          <p>{t('dictionary.none')}</p>
          <p className="empty-hint">{t('dictionary.noneHint')}</p>
        </div>
      ) : words && shown.length === 0 ? (
        <p className="empty">{t('dictionary.noMatch')}</p>
      ) : (
        <VirtualList
          name={t('room.dictionary')}
          count={shown.length}
          height={40}
          row={(index) => {
            const one = shown[index]
            return (
              one && (
                <div className="list-row word-row">
                  <strong>{one.word}</strong>
                  <span>{t(`dictionary.tag.${one.tag}`)}</span>
                  <span className="list-grow">{one.note}</span>
                  <IconButton
                    name={t('dictionary.remove', { word: one.word })}
                    icon={Trash2}
                    onClick={() =>
                      void change(async () => {
                        const { operation } = await call('dictionary.remove', { words: [one.word] })
                        undoing.offer(operation, t('dictionary.removed', { word: one.word }))
                      })
                    }
                  />
                </div>
              )
            )
          }}
        />
      )}
    </div>
  )
}
