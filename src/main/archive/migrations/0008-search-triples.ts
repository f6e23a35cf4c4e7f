/** How a segment's bytes are laid; what it keeps of blocks, and the pairs that have lists of triples. What is laid as before (1) is indexed anew when it is quiet. */
export const searchTriples = `
ALTER TABLE search_segment ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
ALTER TABLE search_segment ADD COLUMN blocks BLOB NOT NULL DEFAULT x'';
ALTER TABLE search_segment ADD COLUMN common BLOB NOT NULL DEFAULT x'';
ALTER TABLE search_segment ADD COLUMN directories BLOB NOT NULL DEFAULT x'';
`
