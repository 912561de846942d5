import { acknowledge } from '@huiyin/domain/commands.ts'
import type { QuietHours } from '@huiyin/schemas/ladder.ts'
import t from 'tap'
import { DUE, HOUR, kinds, LI, ladder, MINUTE, NINE, office } from './office.ts'

const MORNING = Date.parse('2026-11-24T08:00:00+08:00')
const NIGHTS: QuietHours = {
  version: '1',
  zone: 'Asia/Shanghai',
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '22:00', to: '08:00' }]
}
const rungsOf = (told: readonly { alert: { rung: number; repeat: number } }[]) =>
  told.map(({ alert: { rung, repeat } }) => [rung, repeat])

t.test('a ladder', async t => {
  t.test('is climbed rung by rung until somebody acknowledges (R32)', async t => {
    const { at, told, arrives } = office()
    await arrives(1)
    for (const hour of [0, 1, 2, 3, 23, 24, 25]) await at(DUE + hour * HOUR)
    t.same(rungsOf(told), [
      [0, 0],
      [1, 0],
      [2, 0]
    ])
  })

  t.test('waits while somebody owns the ticket, and tells the same rung again by a new number (R33, T11)', async t => {
    const { at, told, arrives, acts, setNow } = office()
    const id = await arrives(1, { urgent: true })
    await at(NINE)
    setNow(NINE + 5 * MINUTE)
    await acts(id, acknowledge({ actor: LI, id: 'k' }))
    for (const minute of [15, 16, 19]) await at(NINE + minute * MINUTE)
    t.same(rungsOf(told), [[0, 0]])
    await at(NINE + 20 * MINUTE)
    t.same(kinds(told), ['urgent', 'urgent'])
    t.same(rungsOf(told), [
      [0, 0],
      [0, 1]
    ])
  })

  t.test('tells at once that it has become graver, whatever was told before (R38)', async t => {
    const { at, told, arrives, acts, setNow } = office()
    const id = await arrives(1)
    const rises = async (minute: number, score: number, level: 'orange' | 'red') => {
      setNow(NINE + minute * MINUTE)
      await arrives(1, { publishedAt: NINE, risk: { score, level, reasons: [] } })
      await at(NINE + minute * MINUTE)
    }
    await rises(1, 60, 'orange')
    await acts(id, acknowledge({ actor: LI, id: 'k' }))
    await rises(2, 60, 'orange')
    t.same(
      told.map(({ alert }) => alert.level),
      ['orange']
    )
    await rises(3, 90, 'red')
    t.same(
      told.map(({ alert }) => alert.level),
      ['orange', 'red']
    )
  })

  t.test('tells each recipient the gravest only of what happened at once', async t => {
    const { at, told, arrives, alerts } = office()
    await arrives(1, {
      ...{ urgent: true, sentiment: { name: 'negative', score: -0.9 } },
      risk: { score: 90, level: 'red', reasons: [] }
    })
    await at(NINE)
    t.same(kinds(told), ['reported-upward'])
    t.equal((await alerts()).length, 1)
  })
})

t.test('a ladder that nobody acknowledges', async t => {
  const toEnd = () => office({ others: ['mail'], ladders: [ladder('webhook', false, [{}])] })

  t.test('is exhausted: the ticket shows it and every channel is told once (R36)', async t => {
    const { at, arrives, ticketOf, troubles, rest } = toEnd()
    const id = await arrives(1)
    await at(DUE)
    await at(DUE + 2 * HOUR - 1)
    t.notOk((await ticketOf(id)).exhausted)
    t.equal(troubles.length, 0)
    for (const minute of [0, 1, 60]) await at(DUE + 2 * HOUR + minute * MINUTE)
    t.equal((await ticketOf(id)).exhausted, true)
    const { number } = await ticketOf(id)
    t.match(troubles, [{ kind: 'exhausted', numbers: [number] }])
    t.match(rest[0]!.troubles, [{ kind: 'exhausted', numbers: [number] }])
    t.same([troubles.length, rest[0]!.troubles.length], [1, 1])
  })

  t.test('is told with the others of the same moment in one message (R36, R43)', async t => {
    const { at, arrives, troubles } = toEnd()
    for (const n of [1, 2, 3]) await arrives(n)
    await at(DUE)
    await at(DUE + 2 * HOUR)
    t.match(troubles, [{ kind: 'exhausted', numbers: { length: 3 } }])
    t.equal(troubles.length, 1)
  })

  t.test('is not exhausted before people had the time to acknowledge what is told late', async t => {
    const { at, arrives, ticketOf, troubles } = toEnd()
    const id = await arrives(1)
    await at(DUE + 5 * HOUR)
    t.notOk((await ticketOf(id)).exhausted)
    await at(DUE + 7 * HOUR)
    t.equal((await ticketOf(id)).exhausted, true)
    t.equal(troubles.length, 1)
  })

  t.test('is told no more for another need of a ticket that everybody was told of (R36)', async t => {
    const { at, arrives, ticketOf, troubles, setNow } = toEnd()
    const id = await arrives(1)
    await at(DUE)
    await at(DUE + 2 * HOUR)
    setNow(DUE + 3 * HOUR)
    await arrives(1, { publishedAt: NINE, risk: { score: 60, level: 'orange', reasons: [] } })
    t.equal((await ticketOf(id)).needs?.length, 1)
    for (const hour of [3, 4, 5, 6]) await at(DUE + hour * HOUR)
    t.equal((await ticketOf(id)).exhausted, true)
    t.equal(troubles.length, 1)
  })

  t.test('goes on at its last rung when it was taken after all, and forgotten (R33)', async t => {
    const to = [ladder('webhook', false, [{ untilAcknowledged: true }])]
    const { at, arrives, acts, told, setNow } = office({ ladders: to })
    const id = await arrives(1)
    for (const hour of [0, 2, 2.5]) await at(DUE + hour * HOUR)
    const before = told.length
    setNow(DUE + 3 * HOUR)
    await acts(id, acknowledge({ actor: LI, id: 'k' }))
    await at(DUE + 5 * HOUR - 1)
    t.equal(told.length, before)
    await at(DUE + 5 * HOUR)
    t.same(kinds(told.slice(before)), ['breach'])
  })

  t.test('is no longer exhausted once somebody acknowledges', async t => {
    const { at, arrives, acts, ticketOf, setNow } = toEnd()
    const id = await arrives(1)
    await at(DUE)
    await at(DUE + 2 * HOUR)
    setNow(DUE + 3 * HOUR)
    await acts(id, acknowledge({ actor: LI, id: 'k' }))
    t.notOk((await ticketOf(id)).exhausted)
  })
})

t.test('what could not be told in time', async t => {
  t.test('while the machine slept for an hour is one digest, the urgent in it (R30)', async t => {
    const { at, told, digests, arrives, setNow } = office()
    for (const n of [1, 2]) await arrives(n)
    await at(NINE + 23 * HOUR)
    const before = told.length
    setNow(DUE - HOUR + MINUTE)
    const urgent = await arrives(3, { urgent: true })
    await at(DUE + 10 * MINUTE)
    for (const minute of [1, 5, 10]) await at(DUE + (10 + minute) * MINUTE)
    t.same(kinds(told.slice(before)), [])
    t.equal(digests.length, 1)
    const [{ notices, of }] = digests as [(typeof digests)[number]]
    t.equal(of.why, 'late')
    t.equal(notices[0]!.alert.urgent, true)
    t.equal(new Set(notices.map(({ alert }) => alert.ticket)).size, 3)
    t.ok(notices.some(({ alert }) => alert.ticket === urgent))
  })

  t.test('because the collector was down is one digest that names the gap (R30, T10)', async t => {
    const { at, told, digests, arrives, setNow } = office()
    setNow(NINE + 4 * HOUR)
    for (const n of [1, 2, 3]) await arrives(n, { urgent: true, publishedAt: NINE + HOUR / 2 })
    await at(NINE + 4 * HOUR)
    await at(NINE + 4 * HOUR + MINUTE)
    await at(NINE + 5 * HOUR)
    t.equal(told.length, 0)
    t.match(digests, [
      {
        notices: { length: 3 },
        of: { why: 'late', gaps: [{ from: NINE + HOUR / 2, to: NINE + 4 * HOUR, why: 'collector' }] }
      }
    ])
    t.equal(digests.length, 1)
  })
})

t.test('quiet hours', async t => {
  t.test('gather what is not urgent into one digest at the next opening (R37)', async t => {
    const { at, told, digests, arrives } = office({ quietHours: NIGHTS })
    await arrives(1, { publishedAt: Date.parse('2026-11-22T23:00:00+08:00') })
    await arrives(2, { publishedAt: Date.parse('2026-11-22T23:30:00+08:00') })
    for (const time of ['11:00', '11:30', '19:00', '19:30']) await at(Date.parse(`2026-11-23T${time}:00+08:00`))
    t.same(kinds(told), ['warn 12', 'warn 12', 'warn 4', 'warn 4'])
    for (const time of ['22:00', '22:30', '23:00', '23:30']) await at(Date.parse(`2026-11-23T${time}:00+08:00`))
    t.same([told.length, digests.length], [4, 0])
    await at(MORNING - 1000)
    t.equal(digests.length, 0)
    await at(MORNING)
    await at(MORNING + HOUR)
    t.equal(digests.length, 1)
    t.match(digests, [{ of: { why: 'quiet-hours' } }])
    t.same([...new Set(kinds(digests[0]!.notices))], ['breach'])
    t.equal(new Set(digests[0]!.notices.map(({ alert }) => alert.ticket)).size, 2)
  })

  t.test('do not hold back the urgent (R37)', async t => {
    const { at, told, arrives, setNow } = office({ quietHours: NIGHTS })
    setNow(MORNING - 5 * HOUR)
    await arrives(1, { urgent: true })
    await at(MORNING - 5 * HOUR)
    t.same(kinds(told), ['urgent'])
  })
})
