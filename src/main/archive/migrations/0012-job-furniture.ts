/** Of what was read in before: counted on the pages as they are now, since what they were is not known. */
export const countFurniture = `
UPDATE job_file SET furniture = (SELECT count(*) FROM article WHERE roles NOT GLOB '*[^n]*'
    AND article.id >= job_file.page_id * 4096 AND article.id < (job_file.page_id + 1) * 4096)
  WHERE outcome = 'new';
`

/** How many of the articles that a file gave were page furniture only: its page may be edited or go, and the import stays what it was. */
export const jobFurniture = `
ALTER TABLE job_file ADD COLUMN furniture INTEGER NOT NULL DEFAULT 0;
${countFurniture}`
