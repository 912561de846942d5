import type { Records } from '@huiyin/ports/records.ts'

/** Kind of the records that say who is at a ticket; each is due when it has run out. */
const KIND = 'presence'
const AT_MOST = 1000

/** Forgets those who have gone without a word. `now` is UTC in ms. */
export async function forgetGone(records: Pick<Records, 'due' | 'remove'>, now: number): Promise<void> {
  for (const { id } of await records.due(KIND, now, AT_MOST)) await records.remove(KIND, id)
}
