import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Channel, DeliveryOutcome, Trouble } from '@huiyin/ports/channel.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { noteExhausted, tellTroubles } from '../src/trouble.ts'
import { NINE } from './office.ts'

const MINUTE = 60_000
const KILLED = new Error('The alerter was killed')

/** Notes that a ticket is exhausted, and a channel that answers so in turn; it ends its alerter where it is to throw. */
async function noted(answers: (DeliveryOutcome | Error)[]) {
  const { records } = memoryStore()
  const told: Trouble[] = []
  const channel: Channel = {
    name: 'wecom',
    deliver: async () => ({ outcome: 'sent' }),
    digest: async () => ({ outcome: 'sent' }),
    report: async trouble => {
      told.push(trouble)
      const answer = answers.shift() ?? { outcome: 'sent' }
      if (answer instanceof Error) throw answer
      return answer
    }
  }
  const ports = { records, channels: [channel], logger: silent }
  await noteExhausted(ports, [ticket({})], NINE)
  return { told, tell: (minute: number) => tellTroubles(ports, NINE + minute * MINUTE) }
}

t.test('that nobody has acknowledged a ticket', async t => {
  t.test('is told again, and says so, when who told it ended before that was noted (R36, R41)', async t => {
    const { told, tell } = await noted([KILLED])
    await t.rejects(tell(0), KILLED)
    await tell(0)
    t.equal(told.length, 1)
    for (const minute of [1, 2, 10]) await tell(minute)
    t.match(told, [{ perhapsRepeated: undefined }, { kind: 'exhausted', perhapsRepeated: true }])
    t.equal(told.length, 2)
  })

  t.test('is told as new when the channel had refused it', async t => {
    const { told, tell } = await noted([{ outcome: 'later', reason: 'busy', retryAfterMs: MINUTE }])
    for (const minute of [0, 1, 2]) await tell(minute)
    t.equal(told.length, 2)
    t.notOk(told[1]!.perhapsRepeated)
  })

  t.test('still says so when the channel refused it in between', async t => {
    const { told, tell } = await noted([KILLED, { outcome: 'later', reason: 'busy', retryAfterMs: MINUTE }])
    await t.rejects(tell(0), KILLED)
    for (const minute of [1, 2]) await tell(minute)
    t.match(told.at(-1), { perhapsRepeated: true })
    t.equal(told.length, 3)
  })
})
