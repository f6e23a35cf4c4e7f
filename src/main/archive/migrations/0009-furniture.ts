/** The articles that are page furniture only (`n` is the letter of a folio): a search without words has them left out. */
export const furniture = `
CREATE INDEX article_furniture ON article (id) WHERE roles NOT GLOB '*[^n]*';
`
