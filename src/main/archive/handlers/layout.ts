/** Layout: placements made by hand, templates that people made. */
import type { ArchiveHandlers } from '../../../shared/api.ts'
import type { Context } from '../context.ts'
import { getLayout, ownTemplates, removeTemplate, saveTemplate, setLayout } from '../store/layout.ts'

export const layoutHandlers = {
  'layout.get': ({ id }, { db }) => getLayout(db, id),
  'layout.set': ({ id, layout }, { db }) => {
    setLayout(db, id, layout)
    return {}
  },
  'template.list': (_input, { db }) => ownTemplates(db),
  'template.save': ({ template }, { db }) => {
    saveTemplate(db, template)
    return {}
  },
  'template.remove': ({ id }, { db }) => {
    removeTemplate(db, id)
    return {}
  },
} satisfies Partial<ArchiveHandlers<Context>>
