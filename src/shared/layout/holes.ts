/** White on a page: so many cells in one place are twice as bad as the same strewn about. */
export const HOLE = 24
