/** The picture beside a file of an import, and who runs a job. */
export const imports = `
ALTER TABLE job_file ADD COLUMN picture TEXT;
-- The process that runs the job: another one leaves it alone while that lives.
ALTER TABLE job ADD COLUMN pid INTEGER;
`
