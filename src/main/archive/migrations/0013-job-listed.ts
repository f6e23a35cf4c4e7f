/** When a file was found for an import that grows, as that of the watched folder does; NULL: when its import was made. */
export const jobListed = `
ALTER TABLE job_file ADD COLUMN listed_at TEXT;
`
