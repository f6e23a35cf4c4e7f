/** Lists of pages are made from an index alone, so that they do not read the pages of a large archive. */
export const pageList = `
CREATE INDEX page_list ON page (deleted_at, issue_id, number, state, articles, characters, section, title, name, updated_at, created_at);
`
