import { acknowledge, pause, resume } from '@huiyin/domain/commands.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import t from 'tap'
import { tick } from '../src/tick.ts'
import { BUSY, DESK, DUE, HOUR, kinds, LI, LOST, ladder, MINUTE, NINE, office, WANG } from './office.ts'

/** What others who alert have suffered from, each in its plain words. */

const DAY = 24 * HOUR
const NIGHTS_AND_WEEKENDS = {
  version: '1',
  zone: 'Asia/Shanghai' as const,
  weekly: [
    { days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' },
    { days: [6, 7], from: '00:00', to: '24:00' }
  ]
}
type Office = ReturnType<typeof office>

/** Our reply is public since `at`. */
async function answered({ acts, ticketOf, setNow }: Office, id: string, at: number) {
  setNow(at - OUTGOING_WAIT)
  const { lastTurn: seen } = await ticketOf(id)
  const drafted = await acts(id, draftReply({ actor: LI, id: `d${at}`, seen, text: '已派人处理。' }))
  const { id: reply, hash } = drafted.replies.at(-1)!
  await acts(id, reviewReply({ actor: WANG, id: `r${at}`, reply, hash }))
  setNow(at)
  await acts(id, { type: 'reply.sending', actor: DESK, reply, hash, token: `${at}` })
  await acts(id, { type: 'reply.confirmed', actor: DESK, reply, acceptedAt: at })
}

t.test('whoever took the ticket is not told what was still waiting to leave', async t => {
  const { arrives, at, acts, told, deliveries } = office({ answers: [BUSY] })
  const id = await arrives(1)
  await at(DUE)
  await acts(id, acknowledge({ actor: LI, id: 'k' }))
  await at(DUE + HOUR)
  t.same(kinds(told), ['breach'], 'tried once, while the channel was busy')
  t.match(await deliveries(), [{ state: 'cancelled' }])
})

t.test('what was taken and answered does not come back months later', async t => {
  const house = office()
  const { arrives, at, acts, told } = house
  const id = await arrives(1, { label: 'inquiry' })
  await at(DUE)
  await acts(id, acknowledge({ actor: LI, id: 'k' }))
  await answered(house, id, DUE + HOUR)
  for (const days of [1, 30, 120]) await at(DUE + days * DAY)
  t.same(kinds(told), ['breach'])
})

t.test('what was taken and then forgotten is told again', async t => {
  const { arrives, at, acts, told } = office()
  const id = await arrives(1)
  await at(DUE)
  await acts(id, acknowledge({ actor: LI, id: 'k' }))
  await at(DUE + 2 * HOUR - 1)
  t.same(kinds(told), ['breach'])
  await at(DUE + 2 * HOUR)
  t.same(kinds(told), ['breach', 'breach'])
})

t.test('a clock of office hours wakes nobody at night nor at the weekend', async t => {
  const house = office({ quietHours: NIGHTS_AND_WEEKENDS })
  const { arrives, at, told, digests } = house
  const id = await arrives(1)
  await answered(house, id, NINE + HOUR)
  const monday = NINE + 7 * DAY // when the result is due
  for (const before of [DAY, DAY - HOUR, 4 * HOUR, HOUR + 1]) await at(monday - before)
  t.same([told.length, digests.length], [0, 0])
  await at(monday - HOUR)
  t.match(digests, [{ of: { why: 'quiet-hours' } }])
  t.same(kinds(digests[0]!.notices), ['warn 24', 'warn 4'])
  await at(monday)
  t.same(kinds(told), ['breach'])
})

t.test('a due time that was moved is warned of anew on the same day, and the old one no more', async t => {
  const { arrives, at, told, setNow } = office()
  await arrives(1)
  for (const hour of [12, 20]) await at(NINE + hour * HOUR)
  setNow(NINE + 21 * HOUR)
  await arrives(1, { urgent: true, publishedAt: NINE }) // judged anew: due within the hour
  await at(NINE + 21 * HOUR)
  const before = told.length
  for (const minute of [30, 45, 55]) await at(NINE + 21 * HOUR + minute * MINUTE)
  t.same(
    told
      .slice(before)
      .filter(({ alert }) => alert.kind === 'warn')
      .map(({ alert }) => alert.point / MINUTE),
    [30, 15, 5]
  )
  await at(NINE + 23 * HOUR)
  t.notOk(told.slice(before).some(({ alert }) => alert.point === HOUR))
})

t.test('a reminder does not go on for a clock that stands still', async t => {
  const { arrives, at, acts, told, setNow } = office()
  const id = await arrives(1)
  await at(NINE + 12 * HOUR)
  setNow(NINE + 13 * HOUR)
  await acts(id, pause({ actor: LI, id: 'p', clock: 'first-1', reason: 'platform_outage' }))
  for (const hour of [14, 20, 23, 24, 30]) await at(NINE + hour * HOUR)
  t.same(kinds(told), ['warn 12'])
  setNow(NINE + 33 * HOUR)
  await acts(id, resume({ actor: LI, id: 'r', clock: 'first-1' }))
  for (const hour of [40, 43, 44]) await at(NINE + hour * HOUR)
  t.same(kinds(told), ['warn 12', 'warn 4', 'warn 1', 'breach'])
})

t.test('a restored copy of the house tells nobody', async t => {
  const { arrives, at, told, ports, store } = office()
  const guardOf = (fingerprint: string) =>
    openGuard(store.records, { fingerprint: async () => fingerprint, clock: { now: () => NINE }, logger: silent })
  t.ok(await guardOf('the house').mayAlert())
  ports.mayAlert = guardOf('its copy').mayAlert
  await arrives(1)
  for (const hour of [12, 20, 23, 24, 26, 48]) await at(NINE + hour * HOUR)
  t.same(told, [])
  ports.mayAlert = guardOf('the house').mayAlert
  await at(NINE + 48 * HOUR)
  t.ok(told.length > 0)
})

t.test('two that send at once, and try again after a failure, tell it once', async t => {
  const { arrives, told, ports, store, deliveries, setNow } = office({ answers: [BUSY] })
  await arrives(1)
  const both = async (now: number) => {
    setNow(now)
    for (let round = 0; round < 3; round++) {
      await Promise.all([store.tickets.refresh(), store.records.refresh()])
      await Promise.all([tick(ports, now), tick(ports, now)])
    }
  }
  await both(DUE)
  t.equal(told.length, 1, 'which the channel did not take')
  for (const minute of [60, 61]) await both(DUE + minute * MINUTE)
  t.equal(told.length, 2)
  t.match(await deliveries(), [{ state: 'sent', attempts: 2 }])
})

t.test('what perhaps arrived is not sent a second time unless it is urgent', async t => {
  const { arrives, at, told } = office({ answers: [LOST], ladders: [ladder('webhook', false, [{}])] })
  await arrives(1)
  for (const minute of [0, 1, 2, 60]) await at(DUE + minute * MINUTE)
  t.equal(told.length, 1)
})

t.test('a breach is told once to each, however often the ticket changes after it', async t => {
  const twice = [
    { kind: 'channel' as const, channel: 'webhook' as const },
    { kind: 'channel' as const, channel: 'webhook' as const }
  ]
  const { arrives, at, told, setNow, deliveries } = office({ ladders: [ladder('webhook', false, [{ to: twice }])] })
  await arrives(1)
  await at(DUE)
  for (let n = 1; n <= 20; n++) {
    setNow(DUE + n * MINUTE)
    await arrives(1, { publishedAt: NINE, risk: { score: 10 + (n % 5), level: 'blue', reasons: [] } })
    await at(DUE + n * MINUTE)
  }
  t.same(kinds(told), ['breach'])
  t.equal((await deliveries()).length, 1)
})
