import fc from 'fast-check'
import { expect, test } from 'vitest'
import { article, block, page } from '../../../shared/page/build.ts'
import { savePage } from './page.ts'
import { revisionJson, revisions } from './revision.ts'
import { freshDb, putPage } from './testing.ts'

const state = (text: string) => page([article([block('headline', '灯'), block('paragraph', text)])])

test('every state comes back as it was saved', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (texts) => {
      const db = freshDb()
      const id = putPage(db, state('开头'))
      const saved = [JSON.stringify(state('开头'))]
      let revision = 1
      for (const text of texts) {
        const next = savePage(db, id, revision, state(text), '编辑').revision
        if (next > revision) saved.push(JSON.stringify(state(text)))
        revision = next
      }
      expect(revisions(db, id).map((r) => r.revision)).toEqual(saved.map((_, i) => saved.length - i))
      expect(saved.map((_, i) => revisionJson(db, id, i + 1))).toEqual(saved)
      db.close()
    }),
    { numRuns: 30 },
  )
})
