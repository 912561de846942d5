import type { RegisterEntry } from '@huiyin/schemas/register.ts'

const STANDS: ReadonlySet<string> = new Set(['decided', 'appealed', 'upheld', 'changed'])

/** Whether an entry counts: it was decided, and no appeal has taken it away. */
export const stands = ({ state, ruling }: RegisterEntry): boolean => ruling !== undefined && STANDS.has(state)
