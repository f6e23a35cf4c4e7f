/** Articles with their people and keywords, the search index, pictures, jobs, the bin, states, undo, the newsroom's words. */
export const library = `
-- Drawn from page.json and made again with it: id = page_id * 4096 + position. text: the blocks, U+001F between them;
-- roles: a letter a block; keys: the blocks' ids in the page, a comma between.
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  headline TEXT NOT NULL,
  byline TEXT NOT NULL,
  characters INTEGER NOT NULL,
  text TEXT NOT NULL,
  roles TEXT NOT NULL,
  keys TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_page ON article (page_id);

-- One row a written name. same_as: a spelling variant of that person.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  same_as INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX person_by_pinyin ON person (pinyin);
CREATE INDEX person_by_initials ON person (initials);
CREATE INDEX person_same ON person (same_as) WHERE same_as IS NOT NULL;

CREATE TABLE article_person (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('author', 'reporter', 'correspondent', 'photographer')),
  PRIMARY KEY (article_id, person_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_person_by_person ON article_person (person_id);

CREATE TABLE keyword (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE
) STRICT;

-- weight: how much the word says about the article; a keyword printed on the page has the highest, 100.
CREATE TABLE article_keyword (
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  keyword_id INTEGER NOT NULL REFERENCES keyword (id) ON DELETE CASCADE,
  weight REAL NOT NULL,
  PRIMARY KEY (article_id, keyword_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_keyword_by_keyword ON article_keyword (keyword_id);

-- The index of search: immutable segments, their bytes in chunks. A page is in at most one segment that holds for it.
CREATE TABLE search_segment (
  id INTEGER PRIMARY KEY,
  articles BLOB NOT NULL,
  page_of BLOB NOT NULL,
  pages BLOB NOT NULL,
  lengths BLOB NOT NULL,
  terms BLOB NOT NULL,
  offsets BLOB NOT NULL,
  count INTEGER NOT NULL,
  size INTEGER NOT NULL
) STRICT;
CREATE TABLE search_chunk (
  segment_id INTEGER NOT NULL REFERENCES search_segment (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE (segment_id, n)
) STRICT;
CREATE TABLE search_page (
  page_id INTEGER PRIMARY KEY,
  segment_id INTEGER NOT NULL
) STRICT;
-- Pages of a segment for which it holds no longer.
CREATE TABLE search_dead (
  segment_id INTEGER NOT NULL REFERENCES search_segment (id) ON DELETE CASCADE,
  page_id INTEGER NOT NULL,
  PRIMARY KEY (segment_id, page_id)
) STRICT, WITHOUT ROWID;
-- Pages changed since they were indexed; search reads their articles themselves.
CREATE TABLE search_pending (
  page_id INTEGER PRIMARY KEY
) STRICT;
INSERT INTO counter VALUES ('index', 0), ('library', 0);

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL CHECK (json_valid(query)),
  created_at TEXT NOT NULL
) STRICT;

-- Pictures once by content. page.picture_id is the picture that came with the page's file.
CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
ALTER TABLE page ADD COLUMN picture_id INTEGER REFERENCES picture (id) ON DELETE SET NULL;
CREATE INDEX page_by_picture ON page (picture_id) WHERE picture_id IS NOT NULL;

-- Some hashes of what a page's text is made of: pages that share one may be alike and are compared.
CREATE TABLE likeness (
  hash INTEGER NOT NULL,
  page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, page_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_by_page ON likeness (page_id);

CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'watch')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'cancelled')),
  label TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options)),
  seconds REAL NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
-- Every file of an import; outcome is NULL until it was looked at. Committed together with the page it gave.
CREATE TABLE job_file (
  job_id INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  path TEXT NOT NULL,
  meta TEXT CHECK (meta IS NULL OR json_valid(meta)),
  outcome TEXT CHECK (outcome IN ('new', 'duplicate', 'failed')),
  page_id INTEGER,
  articles INTEGER NOT NULL DEFAULT 0,
  characters INTEGER NOT NULL DEFAULT 0,
  code TEXT,
  params TEXT,
  like_page_id INTEGER,
  likeness REAL,
  PRIMARY KEY (job_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX job_file_todo ON job_file (job_id, n) WHERE outcome IS NULL;

-- What one action of a person changed in many places, with what takes it back.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  undo TEXT NOT NULL CHECK (json_valid(undo)),
  undone_at TEXT
) STRICT;

-- Editorial states: the step a page or an article has reached. A change of the text opens it again (open_at).
ALTER TABLE page ADD COLUMN state TEXT NOT NULL DEFAULT '';
CREATE TABLE state_log (
  id INTEGER PRIMARY KEY,
  page_id INTEGER NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  article_key TEXT,
  step TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX state_log_by_page ON state_log (page_id, article_key, id);

CREATE TABLE word (
  word TEXT PRIMARY KEY,
  tag TEXT NOT NULL CHECK (tag IN ('nr', 'ns', 'nt', 'nz', 'n')),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
