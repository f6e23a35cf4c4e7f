import { expect, test } from 'vitest'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { withTestArchive } from '../testing.ts'

const [template] = TEMPLATES

test('a page keeps its template and its placement, and forgets them', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '一版', text: '江口新桥通车\n\n桥上风很大。' })
    expect(await call('layout.get', { id })).toEqual({ template: null, placement: null })
    const layout = {
      template: 'city-tabloid',
      placement: { template: 'city-tabloid', leading: 13, frames: [] },
    }
    await call('layout.set', { id, layout })
    expect(await call('layout.get', { id })).toEqual(layout)
    await call('layout.set', { id, layout: { template: null, placement: null } })
    expect(await call('layout.get', { id })).toEqual({ template: null, placement: null })
    await expect(call('layout.set', { id: 9999, layout })).rejects.toMatchObject({ code: 'page/missing' })
  }))

test('templates that people made stay beside those that come with Banxin', () =>
  withTestArchive(async ({ call }) => {
    if (!template) throw new Error('no templates')
    const own = { ...template, id: 'own-1', name: { zh: '我的版式', en: 'Mine' } }
    await call('template.save', { template: own })
    await call('template.save', { template: { ...own, grid: { ...own.grid, columns: 5 } } })
    expect((await call('template.list', {})).map((t) => t.grid.columns)).toEqual([5])
    await expect(call('template.save', { template })).rejects.toMatchObject({ code: 'input/invalid' })
    await call('template.remove', { id: 'own-1' })
    expect(await call('template.list', {})).toEqual([])
  }))
