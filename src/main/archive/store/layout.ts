/** Layouts: the template chosen for a page, the placement made by hand, and the templates that people made. */
import type { KeptLayout } from '../../../shared/api/layout.ts'
import { BanxinError } from '../../../shared/errors.ts'
import { placementSchema } from '../../../shared/layout/placement.ts'
import { templateSchema } from '../../../shared/layout/template.ts'
import type { Template } from '../../../shared/layout/template.ts'
import { now, sql, write } from './db.ts'
import type { Db } from './db.ts'
import { setSetting, setting } from './setting.ts'

/** A placement that an older version kept and that no longer fits the schema counts as none. */
export function getLayout(db: Db, page: number): KeptLayout {
  const row = sql<{ template: string | null; placement: string | null }>(
    db,
    'SELECT template, placement FROM layout WHERE page_id = ?',
  ).get(page)
  const placement = row?.placement ? placementSchema.safeParse(JSON.parse(row.placement)) : undefined
  return { template: row?.template ?? null, placement: placement?.success ? placement.data : null }
}

/** Error: `page/missing`. */
export function setLayout(db: Db, page: number, { template, placement }: KeptLayout): void {
  write(db, () => {
    if (!sql(db, 'SELECT 1 FROM page WHERE id = ? AND deleted_at IS NULL').get(page))
      throw new BanxinError('page/missing')
    if (template === null && placement === null) sql(db, 'DELETE FROM layout WHERE page_id = ?').run(page)
    else
      sql(
        db,
        `INSERT INTO layout VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          template = excluded.template, placement = excluded.placement, updated_at = excluded.updated_at`,
      ).run(page, template, placement && JSON.stringify(placement), now())
  })
}

const TEMPLATES = 'templates'

export function ownTemplates(db: Db): Template[] {
  const kept = setting(db, TEMPLATES)
  return Array.isArray(kept) ? kept.flatMap((t) => templateSchema.safeParse(t).data ?? []) : []
}

export const saveTemplate = (db: Db, template: Template): void =>
  setSetting(db, TEMPLATES, [...ownTemplates(db).filter((t) => t.id !== template.id), template])

export const removeTemplate = (db: Db, id: string): void =>
  setSetting(
    db,
    TEMPLATES,
    ownTemplates(db).filter((t) => t.id !== id),
  )
