/** Where a person put the stories of a page. */
export const layout = `
-- template: the one chosen for the page; placement: a Placement as JSON. Null where nobody decided.
CREATE TABLE layout (
  page_id INTEGER PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  template TEXT,
  placement TEXT CHECK (placement IS NULL OR json_valid(placement)),
  updated_at TEXT NOT NULL
) STRICT;
`
