/**
 * What the C library of Linux is told when a process starts, so that the memory its threads hand to each other goes back to the
 * system: without it an import grows with the number of files, though nothing is kept. Elsewhere it says nothing.
 */
export const MEMORY_ENV = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144' } as const
