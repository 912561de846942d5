import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { UNDER_WAY } from '../town/verdict-replies.ts'
import type { EmbeddedTown } from './town.ts'

/** Of what the house has to do at an instant, how much is left, and replies of which it does not know yet how they ended. */
const LEFT = `
  select (select count(*) from tickets where next_due_at <= :now or look_back_at <= :now)
    + (select count(*) from tickets, json_each(document, '$.replies') as reply
      where reply.value ->> '$.state' in (select value from json_each(:underWay)))
    + (select count(*) from records where kind in ('delivery', 'gathered', 'trouble') and due_at <= :now) as count
`
const LOOK_EVERY = 250

/** Waits until nobody has to be told and no reply is on its way; for so long at most, in ms: some of it only time can end. */
export async function calm({ path, now }: Pick<EmbeddedTown, 'path' | 'now'>, within: number): Promise<void> {
  const late = performance.now() + within
  while (left(path, now()) > 0 && performance.now() < late) await sleep(LOOK_EVERY)
}

/** Seen past the process that owns the folder; while that cannot be looked into, there is no end of it. */
function left(path: string, now: number): number {
  try {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
    try {
      return Number(db.prepare(LEFT).get({ now, underWay: JSON.stringify([...UNDER_WAY]) })!.count)
    } finally {
      db.close()
    }
  } catch {
    return Infinity
  }
}
