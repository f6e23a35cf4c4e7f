/** How many doubts a page of a list has left; a tick where none is. Counts of rows that come into view together are asked for together. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../app/banxin.ts'
import { useStore } from '../../app/store.ts'
import { useWorkstation } from '../../app/workstation.ts'

export function DoubtMark({ id, revision }: { readonly id: number; readonly revision: number }) {
  const { t } = useTranslation()
  const w = useWorkstation()
  // The open page is told of by its own saves: the list hears of them later.
  const saved = useStore(w.desk, (s) => (s.open?.id === id && s.save.kind === 'saved' ? s.save.at : undefined))
  const [count, setCount] = useState<number>()
  useEffect(() => {
    let live = true
    void countSoon(id).then((n) => live && setCount(n))
    return () => {
      live = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another revision or save may have another count
  }, [id, revision, saved])
  if (count === undefined) return null
  return (
    <span className="row-doubts" data-done={count === 0}>
      {count === 0 ? `✓ ${t('doubt.pageDone')}` : t('doubt.left', { count })}
    </span>
  )
}

type Asked = { readonly id: number; readonly answer: (count: number | undefined) => void }
let asked: Asked[] = []

function countSoon(id: number): Promise<number | undefined> {
  return new Promise((answer) => {
    if (asked.length === 0) setTimeout(() => void askAll(), 60)
    asked.push({ id, answer })
  })
}

async function askAll(): Promise<void> {
  const now = asked.splice(0, 500)
  if (asked.length > 0) setTimeout(() => void askAll())
  const counts = await call('doubts.count', { ids: [...new Set(now.map((a) => a.id))] }).catch(() => [])
  for (const { id, answer } of now) answer(counts.find((c) => c.id === id)?.doubts)
}
