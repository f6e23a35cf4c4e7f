/** Publications, issues, pages with their sources and revisions, settings. */
export const pages = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

-- The publication named '' keeps the pages whose newspaper is not known; the issue dated '' those whose date is not.
CREATE TABLE publication (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE issue (
  id INTEGER PRIMARY KEY,
  publication_id INTEGER NOT NULL REFERENCES publication (id) ON DELETE RESTRICT,
  date TEXT NOT NULL CHECK (date = '' OR date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  UNIQUE (publication_id, date)
) STRICT;
CREATE INDEX issue_by_date ON issue (date);

-- The bytes of a file as they came, once by content.
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes BLOB NOT NULL
) STRICT;

-- json is the Page; the columns beside it are drawn from it so that lists need not read it.
-- change is a number from the one sequence of all changes: what is above a number seen before is new since.
CREATE TABLE page (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  issue_id INTEGER NOT NULL REFERENCES issue (id) ON DELETE RESTRICT,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  section TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  reader TEXT NOT NULL,
  encoding TEXT NOT NULL,
  notices TEXT NOT NULL CHECK (json_valid(notices)),
  json TEXT NOT NULL CHECK (json_valid(json)),
  articles INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  change INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX page_by_issue ON page (issue_id, number);
CREATE INDEX page_by_source ON page (source_id);
CREATE INDEX page_by_change ON page (change);
CREATE INDEX page_by_update ON page (updated_at);
CREATE INDEX page_deleted ON page (deleted_at) WHERE deleted_at IS NOT NULL;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('change', 0);

-- Every saved state. The newest one's text is page.json (delta is NULL there); an older one is written as what of the next
-- state to keep at both ends and what stood between, packed: restoring walks back from the newest.
CREATE TABLE revision (
  page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  head INTEGER,
  tail INTEGER,
  delta BLOB,
  PRIMARY KEY (page_id, revision)
) STRICT, WITHOUT ROWID;
`
