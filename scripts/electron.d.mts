export type Runtime = { readonly executable: string; readonly standIn: boolean }
export function electronRuntime(): Runtime | undefined
export function obtainElectron(say: (line: string) => void, options?: { again?: boolean }): Runtime
