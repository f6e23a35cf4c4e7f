/** Layout: where a person put the stories of a page, and the templates that people made. */
import { z } from 'zod'
import { placementSchema } from '../layout/placement.ts'
import { templateSchema } from '../layout/template.ts'
import { archiveMethod } from '../rpc.ts'
import { pageIdSchema } from './pages.ts'

/** What is kept of a page's layout: the template chosen for it and the placement made by hand; null where nobody decided. */
export const keptLayoutSchema = z.strictObject({
  template: z.string().nullable(),
  placement: placementSchema.nullable(),
})
export type KeptLayout = z.infer<typeof keptLayoutSchema>

export const layoutApi = {
  'layout.get': archiveMethod(z.object({ id: pageIdSchema }), keptLayoutSchema),
  /** Error: `page/missing`. */
  'layout.set': archiveMethod(z.object({ id: pageIdSchema, layout: keptLayoutSchema }), z.object({})),
  /** Templates that people made, beside those that come with Banxin; their ids begin with `own-`. */
  'template.list': archiveMethod(z.object({}), z.array(templateSchema)),
  'template.save': archiveMethod(
    z.object({ template: templateSchema.refine((t) => t.id.startsWith('own-'), 'the id must begin with own-') }),
    z.object({}),
  ),
  'template.remove': archiveMethod(z.object({ id: z.string() }), z.object({})),
}
