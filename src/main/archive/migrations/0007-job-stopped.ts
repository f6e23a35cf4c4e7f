/** Why a job was stopped that nobody stopped: the error's code and what it is told with, as JSON. */
export const jobStopped = `
ALTER TABLE job ADD COLUMN stopped TEXT CHECK (stopped IS NULL OR json_valid(stopped));
`
