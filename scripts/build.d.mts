/** Builds when stale. Gives the exit code of the builder, 0 when there was nothing to do. */
export function build(): number
