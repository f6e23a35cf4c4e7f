export function sharedData(...parts: string[]): string | undefined
