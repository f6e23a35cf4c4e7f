import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { FIXTURE } from '../fixture.ts'
import { docxWriter } from './write.ts'

const context = {
  name: 'page',
  lang: 'zh',
  picture: () => undefined,
  typeset: () => Promise.reject(new Error('not here')),
} as const

it('names the paper as its author, and nobody unknown as who changed it last', async () => {
  const [file] = await docxWriter.write(FIXTURE, context)
  const core = new TextDecoder().decode(unzipSync(file?.bytes ?? new Uint8Array())['docProps/core.xml'])
  expect(core).toContain('<dc:creator>云河日报</dc:creator>')
  expect(core).toContain('<cp:lastModifiedBy>云河日报</cp:lastModifiedBy>')
})

it('lets Word part long Western words', async () => {
  const [file] = await docxWriter.write(FIXTURE, context)
  const settings = new TextDecoder().decode(unzipSync(file?.bytes ?? new Uint8Array())['word/settings.xml'])
  expect(settings).toContain('<w:autoHyphenation/>')
})
