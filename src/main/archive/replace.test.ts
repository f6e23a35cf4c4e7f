import { expect, test } from 'vitest'
import { withTestArchive } from './testing.ts'

type Call = Parameters<Parameters<typeof withTestArchive>[0]>[0]['call']

const TERMS = { find: '老街', replacement: '老巷' }

const paste = async (call: Call, name: string, text = `${name}的灯\n\n老街的灯亮起来，${name}。`): Promise<number> =>
  (await call('page.paste', { name, text })).id

async function pasteAll(call: Call, count: number): Promise<number[]> {
  const ids: number[] = []
  for (let n = 1; n <= count; n++) ids.push(await paste(call, `第${n}版`))
  return ids
}

test('what came or changed after the preview is left; only what is chosen is replaced', () =>
  withTestArchive(async ({ call }) => {
    const first = await paste(call, '一')
    const second = await paste(call, '二')
    const third = await paste(call, '三')
    const { looked, hits } = await call('replace.preview', TERMS)
    expect(looked.map(([id]) => id)).toEqual([first, second, third])
    await paste(call, '四')
    const { page: p, revision } = await call('page.get', { id: second })
    await call('page.save', { id: second, revision, page: { ...p, meta: { ...p.meta, section: '要闻' } } })
    const only = hits.filter((h) => h.page !== third).map((h) => h.key)
    const done = await call('replace.apply', { ...TERMS, exclude: [], only, looked })
    expect(done).toMatchObject({ replaced: 1, pages: 1, conflicts: [second] })
    expect((await call('search.count', { query: '老街' })).pages).toBe(3)
  }))

test('a page that was looked at and is in the bin by now, or has no such place any more, is named too', () =>
  withTestArchive(async ({ call }) => {
    const [first, second, third] = [await paste(call, '一'), await paste(call, '二'), await paste(call, '三')]
    const { looked } = await call('replace.preview', TERMS)
    await call('pages.bin', { ids: [first] })
    await call('replace.apply', { ...TERMS, pages: [second], exclude: [] })
    const done = await call('replace.apply', { ...TERMS, exclude: [], looked })
    expect(done).toMatchObject({ replaced: 1, pages: 1, conflicts: [first, second] })
    const none = await call('replace.apply', { ...TERMS, exclude: [], looked })
    expect(none).toEqual({ operation: null, replaced: 0, pages: 0, conflicts: [first, second, third], stopped: false })
  }))

test('nothing chosen replaces nothing', () =>
  withTestArchive(async ({ call }) => {
    await paste(call, '一')
    const done = await call('replace.apply', { ...TERMS, exclude: [], only: [] })
    expect(done).toEqual({ operation: null, replaced: 0, pages: 0, conflicts: [], stopped: false })
  }))

test('an expression sees what stands around a place', () =>
  withTestArchive(async ({ call }) => {
    const id = await paste(call, '一', '灯\n\n老街的灯，新街的灯，老街。')
    const becomes = async (find: string, replacement: string) =>
      (await call('replace.preview', { find, replacement, expression: true })).hits.map((h) => h.replacement)
    expect(await becomes('(?<=老)街', '巷')).toEqual(['巷', '巷'])
    expect(await becomes('(.)街(?=。)', '$1巷$$')).toEqual(['老巷$'])
    expect(await becomes('(?<who>[新老])街\\b|(?<who2>新)街', '[$&]')).toEqual(['[新街]'])
    const done = await call('replace.apply', { find: '(?<=老)街', replacement: '巷', expression: true, exclude: [] })
    expect(done.replaced).toBe(2)
    expect(JSON.stringify((await call('page.get', { id })).page)).toContain('老巷的灯，新街的灯，老巷。')
  }))

test.each([
  ['e', 'cafe\u0301。', 1],
  ['cafe', 'Cafe\u0301。', 1],
  ['\u0301', 'cafe\u0301。', 1],
  ['Σ', 'ος。', 1],
  ['ｶ', 'ｶﾞｶ。', 2],
  ['k', 'k\u212a。', 2],
  ['说“灯', '他说“灯亮”。', 1],
  ['"灯', '他说"灯亮"。', 1],
  ['灯)', '(灯)、灯)。', 2],
  ['𠮷', '𠮷野家。', 1],
  ['灯', '灯\u3099。', 1],
  ['灣', '灣湾。', 1],
])('%j is found wherever it stands, also where search takes it for another: %j', (find, text, total) =>
  withTestArchive(async ({ call }) => {
    await paste(call, '一', `老街\n\n${text}`)
    expect((await call('replace.preview', { find, replacement: '巷' })).total).toBe(total)
  }),
)

test('find and replace shows, leaves out, and is undone as one', () =>
  withTestArchive(async ({ call }) => {
    const ids = await pasteAll(call, 2)
    const preview = await call('replace.preview', { find: '(老)街', replacement: '$1巷', expression: true })
    expect([preview.total, preview.pages, preview.hits[0]?.replacement]).toEqual([2, 2, '老巷'])
    const done = await call('replace.apply', {
      find: '(老)街',
      replacement: '$1巷',
      expression: true,
      exclude: [preview.hits[0]?.key ?? ''],
    })
    expect([done.replaced, done.pages]).toEqual([1, 1])
    expect((await call('search.count', { query: '老巷' })).total).toBe(1)
    await call('operation.undo', { id: done.operation ?? 0 })
    expect((await call('search.count', { query: '老街' })).total).toBe(ids.length)
    for (const [find, code] of [
      ['(', 'bracket'],
      ['灯)', 'bracket'],
      ['[灯', 'bracket'],
      ['*灯', 'repeat'],
      ['灯{2,1}', 'repeat'],
      ['\\z', 'escape'],
      ['灯\\', 'escape'],
      ['x*', 'empty'],
      ['(?<1>灯)', 'invalid'],
    ] as const)
      await expect(call('replace.preview', { find, replacement: '', expression: true })).rejects.toMatchObject({
        code: `expression/${code}`,
      })
  }))

test('a group that the expression lacks is told before anything is looked for or replaced', () =>
  withTestArchive(async ({ call }) => {
    const id = await paste(call, '一')
    const wrong = { find: '(老)街', replacement: '$1巷$2', expression: true }
    const told = { code: 'expression/group', params: { find: '(老)街', group: '$2' } }
    await expect(call('replace.preview', wrong)).rejects.toMatchObject(told)
    await expect(call('replace.apply', { ...wrong, exclude: [] })).rejects.toMatchObject(told)
    expect((await call('page.get', { id })).revision).toBe(1)
    const plain = await call('replace.preview', { find: '老街', replacement: '$1' })
    expect(plain.hits.map((h) => h.replacement)).toEqual(['$1'])
  }))

test('an expression that would take years is stopped, and nothing is changed', () =>
  withTestArchive(async ({ call }) => {
    const id = await paste(call, '一', `灯\n\n${'灯，'.repeat(40)}了。`)
    const slow = { find: '(.+，)+；', replacement: '', expression: true }
    await expect(call('replace.preview', slow)).rejects.toMatchObject({ code: 'expression/slow' })
    await expect(call('replace.apply', { ...slow, exclude: [] })).rejects.toMatchObject({ code: 'expression/slow' })
    const slowOverNothing = { ...slow, find: '(?:(?:(?:(?:|灯){99}){99}){99}){99}街' }
    await expect(call('replace.preview', slowOverNothing)).rejects.toMatchObject({ code: 'expression/slow' })
    expect((await call('page.get', { id })).revision).toBe(1)
    const good = { ...slow, find: '(灯，)+了' }
    expect((await call('replace.preview', good)).total).toBe(1)
    expect((await call('replace.apply', { ...good, exclude: [] })).replaced).toBe(1)
  }))

test('many large pages on which every character fits are found all the same', () =>
  withTestArchive(async ({ call }) => {
    const line = '海曙的渔船今天回到港口带回三百斤鱼'.repeat(1200)
    for (let n = 1; n <= 12; n++) await paste(call, `第${n}版`, `渔船${n}\n\n${line}${n}。`)
    const { pages } = await call('replace.preview', { find: '(.)', replacement: '$1', expression: true, limit: 1 })
    expect(pages).toBe(12)
  }))

test('a page that goes into the bin while places are looked for is passed over', () =>
  withTestArchive(async ({ call }) => {
    const ids = await pasteAll(call, 60)
    const looking = call('replace.preview', { find: '老街', replacement: '老巷', pages: ids })
    await call('pages.bin', { ids: ids.slice(-1) })
    expect([59, 60]).toContain((await looking).pages)
    expect((await call('replace.preview', { find: '老街', replacement: '老巷', pages: ids })).pages).toBe(59)
  }))

test('a preview that takes long tells how far it is and can be stopped; so can what looks at the pages before it replaces', () =>
  withTestArchive(async ({ call, onEvent }) => {
    const line = '海曙的渔船今天回到港口带回三百斤鱼'.repeat(400)
    for (let n = 1; n <= 40; n++) await paste(call, `第${n}版`, `渔船${n}\n\n${line}${n}。`)
    const told: { readonly done: number; readonly total: number; readonly operation?: number }[] = []
    onEvent(({ event, data }) => {
      if (event !== 'operation.progress') return
      const now = data as (typeof told)[number] // its data is as the contract says
      told.push(now)
      if (now.operation !== undefined) void call('operation.cancel', { id: now.operation })
    })
    const all = { find: '(.)', replacement: '$1', expression: true }
    const { stopped, pages } = await call('replace.preview', { ...all, limit: 1 })
    expect(stopped).toBe(true)
    expect(pages).toBeLessThan(40)
    expect(told[0]).toMatchObject({ total: 40, operation: expect.any(Number) })
    expect(told.at(-1)).toEqual({ done: 40, total: 40 })
    const before = told.length
    expect(await call('replace.apply', { ...all, exclude: [] })).toMatchObject({
      operation: null,
      replaced: 0,
      stopped: true,
    })
    expect(told.length).toBeGreaterThan(before)
  }))

test('a page that is saved while all others are replaced keeps what was saved, or its save is refused', () =>
  withTestArchive(async ({ call }) => {
    const [first = 0] = await pasteAll(call, 60)
    const { page: p, revision } = await call('page.get', { id: first })
    const { looked } = await call('replace.preview', { find: '老街', replacement: '老巷' })
    const replacing = call('replace.apply', { find: '老街', replacement: '老巷', exclude: [], looked })
    const own = { ...p, meta: { ...p.meta, section: '要闻' } }
    const saved = await call('page.save', { id: first, revision, page: own }).catch((e: { code: string }) => e.code)
    const { conflicts, pages, replaced, operation } = await replacing
    if (saved === 'page/conflict') expect([conflicts, pages, replaced]).toEqual([[], 60, 60])
    else {
      expect([conflicts, pages, replaced]).toEqual([[first], 59, 59])
      expect((await call('page.get', { id: first })).page).toEqual(own)
    }
    expect((await call('search.count', { query: '老巷' })).total).toBe(replaced)
    expect((await call('operation.list', {})).map((o) => [o.kind, o.params['replaced']])).toEqual([
      ['replace', replaced],
    ])
    await call('operation.undo', { id: operation ?? 0 })
    expect((await call('search.count', { query: '老街' })).total).toBe(60)
  }))
