/** The Page itself as JSON: the one format that loses nothing. */
import { utf8 } from '../text.ts'
import type { Writer } from '../writer.ts'

export const jsonWriter: Writer = {
  id: 'json',
  extension: '.page.json',
  name: { zh: '版心 JSON（完整无损）', en: 'Banxin JSON (complete)' },
  write: (page, { name }) =>
    Promise.resolve([{ name: `${name}.page.json`, bytes: utf8(`${JSON.stringify(page, null, 2)}\n`) }]),
}
