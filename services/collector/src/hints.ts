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
/** Nobody has taken it up for so long (ms): its account is collected no more. */
const FORGOTTEN_AFTER = 24 * 3_600_000

/** Hands each hint to whom it concerns here, and takes those away that were taken up. */
export async function takeHints(
  { records, clock }: Pick<CollectorPorts, 'records' | 'clock'>,
  take: (hint: Hint) => Promise<boolean>
): Promise<void> {
  for (let after: string | undefined; ; ) {
    const page = await records.list<Hint>(HINT, { atMost: AT_MOST, ...(after !== undefined && { after }) })
    for (const { id, value } of page) {
      if ((await take(value)) || clock.now() - value.at > FORGOTTEN_AFTER) await records.remove(HINT, id)
    }
    if (page.length < AT_MOST) return
    after = page.at(-1)!.id
  }
}
