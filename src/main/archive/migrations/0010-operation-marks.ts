/** Which operation made a state, so that taking one back leaves what another made; and which operations are under way. */
export const operationMarks = `
-- NULL: made by no operation, or before there were marks. An operation's number is never used again.
ALTER TABLE revision ADD COLUMN operation_id INTEGER;
ALTER TABLE state_log ADD COLUMN operation_id INTEGER;
-- The operation by which the page went into the bin or came out of it last.
ALTER TABLE page ADD COLUMN binned_by INTEGER;

-- holder: one process and one of its doings. beat: when it was last heard of, in seconds; it holds as long as its process lives.
CREATE TABLE operation_running (
  operation_id INTEGER PRIMARY KEY REFERENCES operation (id) ON DELETE CASCADE,
  pid INTEGER NOT NULL,
  holder TEXT NOT NULL,
  beat INTEGER NOT NULL
) STRICT;
`
