/** When a person took an import of the watched folder from the list: it still tells which files were looked at, and they do not come again. */
export const jobRemoved = `
ALTER TABLE job ADD COLUMN removed_at TEXT;
`
