/**
 * What the C library of Linux is told when a process starts, so that the memory its threads hand to each other goes back to the
 * system: without it an import grows with the number of files, though nothing is kept. And that a thread keeps more small pieces at
 * hand than seven of a size: the segmenter takes and gives back hundreds for a sentence. Elsewhere it says nothing.
 */
export const MEMORY_ENV = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '262144',
  GLIBC_TUNABLES: 'glibc.malloc.tcache_count=500',
} as const

/**
 * What Node is told besides: what a job makes and soon needs no more is thrown away early, and what lived a little longer when there
 * is a good third more of it, not four times as much.
 */
export const MEMORY_FLAGS: readonly string[] = ['--max-semi-space-size=6', '--heap-growing-percent=40']
