import { expect, test } from 'vitest'
import { article, block, page } from '../../shared/page/build.ts'
import { STORY, withTestArchive } from './testing.ts'

test('revisions: listed, compared, restored in part', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: '老街的灯' })
    const first = page(
      [article([block('headline', '老街的灯'), block('paragraph', '灯亮了。')])].map((a) => ({ ...a, id: 'a1' })),
    )
    await call('page.save', { id, revision: 1, page: first })
    const second = {
      ...first,
      articles: first.articles.map((a) => ({
        ...a,
        blocks: a.blocks.map((b) => ({ ...b, text: b.text.replace('灯', '打') })),
      })),
    }
    await call('page.save', { id, revision: 2, page: second })
    expect((await call('revision.list', { id })).map((r) => r.revision)).toEqual([3, 2, 1])
    const signs = { same: '=', out: '-', in: '+' }
    const shown = async (from: number | 'source', to: number) =>
      (await call('revision.compare', { id, from, to })).map((c) => signs[c.kind] + c.text).join('')
    expect(await shown(2, 3)).toBe('=老街的-灯+打=\n-灯+打=亮了。')
    expect(await shown('source', 2)).toBe('=老街的灯+\n灯亮了。')
    await call('revision.restore', { id, revision: 2, current: 3, block: 'b1' })
    expect((await call('page.get', { id })).page.articles[0]?.blocks.map((b) => b.text)).toEqual([
      '老街的灯',
      '打亮了。',
    ])
    await call('revision.restore', { id, revision: 2, current: 4 })
    expect((await call('page.get', { id })).page).toEqual(first)
    await expect(call('revision.restore', { id, revision: 2, current: 4 })).rejects.toMatchObject({
      code: 'page/conflict',
    })
  }))

test('a state that is kept beside the page can be compared and restored; the page stands as it was, with the step it had reached', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    const { page: mine, revision: first } = await call('page.get', { id })
    const theirs = { ...mine, articles: [] }
    await call('page.save', { id, revision: first, page: theirs })
    await call('state.set', { pages: [id], step: '一校' })
    await expect(call('revision.keep', { id, current: first, page: mine })).rejects.toMatchObject({
      code: 'page/conflict',
    })
    expect(await call('revision.keep', { id, current: first + 1, page: mine })).toEqual({
      revision: first + 3,
    })
    expect((await call('page.get', { id })).page).toEqual(theirs)
    expect((await call('revision.list', { id })).slice(0, 3).map((r) => r.action)).toEqual([
      'restore',
      'beside',
      'edit',
    ])
    for (const [later, state] of [mine, theirs, mine, theirs].entries())
      expect(await call('revision.get', { id, revision: first + later })).toEqual(state)
    expect(await call('library.ids', { state: '一校' })).toEqual([id])
  }))

test('a state is reached, and a change of the text opens it again', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '灯', text: STORY })
    const { page: p, revision } = await call('page.get', { id })
    const key = p.articles[0]?.id ?? ''
    await call('state.set', { pages: [id], step: '一校' })
    await call('state.set', { pages: [id], article: key, step: '初审' })
    expect(await call('library.ids', { state: '一校' })).toEqual([id])
    const moved = await call('page.save', { id, revision, page: { ...p, meta: { ...p.meta, section: '要闻' } } })
    expect((await call('state.get', { page: id })).page).toMatchObject({ step: '一校', open: false })
    const changed = {
      ...p,
      articles: p.articles.map((a) => ({ ...a, blocks: a.blocks.map((b) => ({ ...b, text: `${b.text}改` })) })),
    }
    await call('page.save', { id, revision: moved.revision, page: changed })
    const after = await call('state.get', { page: id })
    expect(after.page).toBeNull()
    expect(after.articles[key]).toMatchObject({ step: '初审', open: true })
    expect(await call('library.ids', { state: '一校' })).toEqual([])
  }))
