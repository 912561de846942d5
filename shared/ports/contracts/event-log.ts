import t from 'tap'
import { appending } from './event-log-append.ts'
import type { EventLogAbilities, OpenLog } from './event-log-fixtures.ts'
import { following } from './event-log-follow.ts'
import { reading } from './event-log-read.ts'
import { sharing } from './event-log-share.ts'

/** What every event log promises. `open` gives a fresh, empty one for each test. */
export function eventLogContract(name: string, open: OpenLog, { skip = false, ...abilities }: EventLogAbilities = {}) {
  t.test(`${name} event log`, { skip }, async t => {
    await t.test('appending', t => appending(t, open, abilities))
    await t.test('reading', t => reading(t, open))
    await t.test('sharing', t => sharing(t, open, abilities))
    await t.test('following', t => following(t, open))
  })
}
