/** What one line of a file says, by the file's own names, or why it cannot be read. */
export type Row = { line: number; values: Values } | Refusal
export type Refusal = { line: number; reason: string }
export type Values = Record<string, string>

export const TOO_LONG = 'is longer than 1 MB'
