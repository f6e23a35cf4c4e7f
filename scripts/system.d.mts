export function hasDisplay(): boolean
export function needSystem(purposes: readonly string[], say: (line: string) => void): void
