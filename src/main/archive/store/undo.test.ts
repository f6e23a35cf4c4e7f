import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { setRole } from '../../../shared/page/edit.ts'
import { packPage } from '../../../shared/page/undo.ts'
import { withTestArchive } from '../testing.ts'

test('steps are kept with the save they lead back from, and are cut where undo went back', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '一版', text: '题目\n\n正文一段。' })
    const opened = await call('page.get', { id })
    expect(await call('undo.get', { id })).toEqual({ revision: 0, steps: [], focus: null })
    const next = page([article([block('paragraph', '正文')])])
    const steps = [0, 1, 2].map(() => ({ delta: packPage(next, setRole(next, ['b1'], 'note').page), focus: null }))
    const focus = { from: { block: 'b1', offset: 1 }, to: { block: 'b1', offset: 1 }, blocks: ['b1'] }
    const saved = await call('page.save', {
      id,
      revision: opened.revision,
      page: next,
      undo: { keep: 0, steps, focus },
    })
    expect(await call('undo.get', { id })).toEqual({ revision: saved.revision, steps, focus })
    const again = await call('page.save', {
      id,
      revision: saved.revision,
      page: setRole(next, ['b1'], 'note').page,
      undo: { keep: 1, steps: steps.slice(0, 1), focus: null },
    })
    const kept = await call('undo.get', { id })
    expect([kept.revision, kept.steps.length, kept.focus]).toEqual([again.revision, 2, null])
  }))
