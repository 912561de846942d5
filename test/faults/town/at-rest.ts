import { setTimeout as sleep } from 'node:timers/promises'

/** What is wrong at one look, and what was looked at. */
export interface Look {
  wrong: string[]
  state: string
}

/** A town's promises fall due while it is looked at; so often at most it is looked at anew. */
const LOOKS = 5
const BETWEEN = 3_000 // ms

/** What is wrong at two looks between which nothing has changed; of ever changing things, what is wrong at the last. */
export async function atRest(look: () => Promise<Look>): Promise<string[]> {
  let before = await look()
  for (let looks = 1; looks < LOOKS && before.wrong.length > 0; looks++) {
    await sleep(BETWEEN)
    const after = await look()
    if (after.wrong.length > 0 && after.state === before.state) return after.wrong
    before = after
  }
  return before.wrong
}
