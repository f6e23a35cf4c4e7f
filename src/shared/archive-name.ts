/** The setting that names the archive: windows tell by it of which archive the pages are that they keep something of. */
export const ARCHIVE_NAME = 'archive.name'
