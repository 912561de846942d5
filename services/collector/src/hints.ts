import type { CollectorPorts } from './account-run.ts'

/** A post of which somebody says that it is to be read now: by a callback of the platform, or added by hand. */
export interface Hint {
  platform: string
  account: string
  post: string
  at: number
}

/** Kind of the records; ids by postId(). */
export const HINT = 'poll-hint'
const AT_MOST = 1_000

/** Hands each hint to whom it concerns here, and takes those away that were taken up. */
export async function takeHints(
  { records }: Pick<CollectorPorts, 'records'>,
  take: (hint: Hint) => Promise<boolean>
): Promise<void> {
  for (const { id, value } of await records.list<Hint>(HINT, { atMost: AT_MOST })) {
    if (await take(value)) await records.remove(HINT, id)
  }
}
