import { expect, test } from 'vitest'
import { compose } from '../../../shared/layout/compose.ts'
import { TEMPLATES } from '../../../shared/layout/templates.ts'
import { withTestArchive } from '../testing.ts'
import type { Template } from '../../../shared/layout/template.ts'

const TEXT = `# 江口新桥今晨通车

本报记者 林一舟

江口新桥今天清晨六时正式通车。第一辆驶过大桥的，是一班从城南开往城北的早班公交车。

新桥的夜景。

通讯员供图

桥上风很大。老人们说，等这座桥等了二十年。
`
const [template] = TEMPLATES as readonly [Template, ...Template[]]

test('what is shown before an export is what the export writes', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '一版', text: TEXT })
    const shown = await call('export.preview', { id, format: 'txt', options: { encoding: 'gb18030' } })
    expect(shown?.text).toContain('　　江口新桥今天清晨六时正式通车。')
    const [file] = await call('export.render', { id, format: 'txt', options: { encoding: 'gb18030' } })
    expect(new TextDecoder('gb18030').decode(file?.bytes)).toBe(shown?.text)
    expect(await call('export.preview', { id, format: 'pdf', options: {} })).toBeNull()
    expect((await call('export.preview', { id, format: 'wechat', options: { wechat: 'city' } }))?.text).toContain(
      'font-size:23px',
    )
  }))

test('pictures that are not there are counted', () =>
  withTestArchive(async ({ call }) => {
    const { id } = await call('page.paste', { name: '一版', text: TEXT })
    expect(await call('export.missing', { ids: [id] })).toEqual([{ id, name: '江口新桥今晨通车', pictures: 1 }])
  }))

test(
  'the print page stands where a person put it, and in their own template',
  () =>
    withTestArchive(async ({ call }) => {
      const { id } = await call('page.paste', { name: '一版', text: TEXT })
      const { page } = await call('page.get', { id })
      const own = { ...template, id: 'own-1', trim: { ...template.trim, width: 400 } }
      await call('template.save', { template: own })
      const { placement } = compose(page, own)
      await call('layout.set', { id, layout: { template: 'own-1', placement } })
      const [pdf] = await call('export.render', { id, format: 'pdf' })
      // 400 mm are 1133.858 points
      expect(new TextDecoder('latin1').decode(pdf?.bytes)).toMatch(/MediaBox ?\[0 0 1133\.8/)
      // a story that has no frame is not left out
      await call('layout.set', { id, layout: { template: 'own-1', placement: { ...placement, frames: [] } } })
      const [whole] = await call('export.render', { id, format: 'pdf' })
      expect(whole?.bytes.length).toBeGreaterThan((pdf?.bytes.length ?? 0) * 0.8)
    }),
  60_000,
)

test(
  'a whole issue goes into one PDF',
  () =>
    withTestArchive(async ({ call }) => {
      const first = await call('page.paste', { name: '一版', text: TEXT })
      const second = await call('page.paste', { name: '二版', text: TEXT.replace('江口', '海口') })
      const [pdf] = await call('export.together', { ids: [first.id, second.id], options: { marks: true } })
      expect(new TextDecoder('latin1').decode(pdf?.bytes)).toMatch(/\/Count 2/)
    }),
  60_000,
)

test(
  'a proof that is only drawn is no last proof; one that was taken is, as the page was in the revision that was drawn',
  () =>
    withTestArchive(async ({ call }) => {
      const { id } = await call('page.paste', { name: '一版', text: TEXT })
      const before = await call('page.get', { id })
      const last = async () => (await call('proof.last', { id })).since
      await call('export.render', { id, format: 'proof' })
      expect(await last()).toBeNull()
      const [article] = before.page.articles
      const page = { ...before.page, articles: article ? [{ ...article, blocks: article.blocks.slice(0, 3) }] : [] }
      await call('page.save', { id, revision: before.revision, page })
      await call('proof.take', { id, revision: before.revision })
      expect(await last()).toEqual(before.page)
      await call('proof.take', { id, revision: before.revision + 1 })
      expect(await last()).toEqual(page)
    }),
  60_000,
)
