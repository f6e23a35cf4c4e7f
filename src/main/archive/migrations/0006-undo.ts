/** Undo steps of each page, so that undo goes on after a restart. */
export const undo = `
-- step: the page before, as its difference from the next newer one (JSON). They hold for the page at undo.revision only.
CREATE TABLE undo (
  page_id INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  focus TEXT NOT NULL CHECK (json_valid(focus))
) STRICT;
CREATE TABLE undo_step (
  page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  step TEXT NOT NULL CHECK (json_valid(step)),
  PRIMARY KEY (page_id, n)
) STRICT, WITHOUT ROWID;
`
