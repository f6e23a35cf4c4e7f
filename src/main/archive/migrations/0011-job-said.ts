/** What a person said about a file of an import, apart from what was guessed: new patterns guess anew, and this stays. */
export const jobSaid = `
ALTER TABLE job_file ADD COLUMN said TEXT CHECK (said IS NULL OR json_valid(said));
-- Of what was listed before nobody knows who said it, and what a person said must stay.
UPDATE job_file SET said = meta WHERE outcome IS NULL;
`
