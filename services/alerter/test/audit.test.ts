import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { heartbeatTo } from '@huiyin/adapters/heartbeat.ts'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { lastAudit, lastHeartbeat } from '@huiyin/ports/audit.ts'
import type { Channel, Trouble } from '@huiyin/ports/channel.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import t, { type Test } from 'tap'
import { audit } from '../src/audit.ts'
import { learn } from '../src/channel-state.ts'

const MINUTE = 60_000
const NOON = Date.parse('2026-11-23T12:00:00+08:00')

type Kept = { tickets: Tickets; records: Records }

function office({ tickets, records }: Kept, { may = true } = {}) {
  const told: Trouble[] = []
  const logged: object[] = []
  let beats = 0
  const wecom: Channel = {
    name: 'wecom',
    deliver: async () => ({ outcome: 'sent' }),
    digest: async () => ({ outcome: 'sent' }),
    report: async trouble => {
      told.push(trouble)
      return { outcome: 'sent' }
    }
  }
  const log = (fields: object, message: string) => void logged.push({ ...fields, message })
  const ports = {
    tickets,
    records,
    channels: [wecom],
    mayAlert: async () => may,
    beat: async () => {
      beats += 1
      return undefined
    },
    logger: { info: log, warn: log, error: log }
  }
  const at = async (now: number) => {
    await Promise.all([tickets.refresh(), records.refresh()])
    return audit(ports, now)
  }
  const due = async (id: string, nextDueAt: number) => {
    const found = await tickets.get(id)
    await tickets.putIfUnchanged(ticket({ id, nextDueAt }), found?.version)
  }
  const owes = (id: string, channel: string, dueAt: number) =>
    records.create('delivery', { id, dueAt, value: { id, channel, state: 'pending', attempts: 0 } })
  return { ports, at, due, owes, told, logged, records, beats: () => beats }
}

const worlds: [string, (t: Test) => Promise<Kept>][] = [
  ['memory', async () => memoryStore({ searchLags: true })],
  [
    'sqlite',
    async t => {
      const { store, close } = await openSqlite({ folder: t.testdir({}), ...segmenter() })
      t.teardown(close)
      return store
    }
  ]
]

for (const [world, open] of worlds)
  t.test(`the audit in ${world}`, async t => {
    t.test('passes while nothing is late, and a heartbeat follows each that does (R44)', async t => {
      const { at, due, beats, records } = office(await open(t))
      await due('soon', NOON + MINUTE)
      await due('just-now', NOON - MINUTE)
      t.match(await at(NOON), { ok: true, gaps: 0, oldest: MINUTE })
      t.equal(beats(), 1)
      t.match(await lastAudit(records), { at: NOON, ok: true })
      t.same(await lastHeartbeat(records), { at: NOON })
    })

    t.test(
      'fails when a ticket was left for more than 2 min: no heartbeat, and the channels are told once (R44)',
      async t => {
        const { at, due, beats, told, logged } = office(await open(t))
        await due('left', NOON)
        t.match(await at(NOON + 2 * MINUTE), { ok: true, oldest: 2 * MINUTE })
        for (const minute of [3, 4, 5])
          t.match(await at(NOON + minute * MINUTE), { ok: false, gaps: 1, oldest: minute * MINUTE })
        t.equal(beats(), 1)
        t.match(told, [{ kind: 'alerter', at: NOON + 3 * MINUTE, reason: /延误/ }])
        t.equal(told.length, 1)
        t.equal(logged.length, 1)
      }
    )

    t.test('is calm again after three that pass; what fails before is the same outage (R39)', async t => {
      const { at, due, told } = office(await open(t))
      const late = async (minute: number) => {
        await due('left', NOON - 10 * MINUTE)
        t.match(await at(NOON + minute * MINUTE), { ok: false })
      }
      const good = async (minute: number) => {
        await due('left', NOON + 60 * MINUTE)
        t.match(await at(NOON + minute * MINUTE), { ok: true })
      }
      await late(0)
      await good(1)
      await good(2)
      await late(3)
      t.equal(told.length, 1)
      for (const minute of [4, 5, 6]) await good(minute)
      await late(7)
      t.equal(told.length, 2)
    })

    t.test('fails when a delivery is left, unless its channel is paused or out of order (R44)', async t => {
      const { at, owes, records } = office(await open(t))
      await owes('a', 'wecom', NOON - 3 * MINUTE)
      t.match(await at(NOON), { ok: false, gaps: 1 })
      await learn(records, 'wecom', { outcome: 'later', reason: 'busy', retryAfterMs: MINUTE, everything: true }, NOON)
      t.match(await at(NOON + MINUTE - 1), { ok: true, gaps: 0 })
      t.match(await at(NOON + 2 * MINUTE), { ok: false, gaps: 1 })
      await learn(records, 'wecom', { outcome: 'disabled', reason: 'gone' }, NOON + 2 * MINUTE)
      t.match(await at(NOON + 3 * MINUTE), { ok: true, gaps: 0 })
      await owes('b', 'nobody-has-it', NOON)
      t.match(await at(NOON + 4 * MINUTE), { ok: false, gaps: 1 })
    })

    t.test('fails when what quiet hours gathered was left', async t => {
      const { at, records } = office(await open(t))
      await records.create('gathered', { id: 'li/a', dueAt: NOON, value: {} })
      t.match(await at(NOON + 2 * MINUTE), { ok: true })
      t.match(await at(NOON + 3 * MINUTE), { ok: false, gaps: 1 })
    })

    t.test('is made by one of several instances', async t => {
      const store = await open(t)
      const all = [office(store), office(store)]
      await all[0]!.due('left', NOON - 10 * MINUTE)
      await Promise.all(all.map(({ at }) => at(NOON)))
      await Promise.all(all.map(({ at }) => at(NOON + 1000)))
      t.equal(all.flatMap(({ told }) => told).length, 1)
    })

    t.test('of an installation that may not alert is mute: no notice, no heartbeat (R45)', async t => {
      const { at, due, told, beats } = office(await open(t), { may: false })
      await due('left', NOON - 10 * MINUTE)
      t.match(await at(NOON), { ok: false, mute: true })
      t.same([told.length, beats()], [0, 0])
    })

    t.test('costs the same however much is late', async t => {
      const store = await open(t)
      const { at } = office(store)
      const puts = Array.from({ length: 3_000 }, (_, n) => ({
        document: ticket({ id: `late-${n}`, nextDueAt: NOON - 10 * MINUTE - n })
      }))
      await store.tickets.putEach(puts)
      t.match(await at(NOON), { ok: false, gaps: 50, oldest: 10 * MINUTE + 2_999 })
    })
  })

t.test('a heartbeat', async t => {
  const answers: ('hang' | number)[] = []
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    const answer = answers.shift() ?? 200
    if (answer !== 'hang') response.writeHead(answer).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close().closeAllConnections())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/secret`

  t.equal(await heartbeatTo(url)(), undefined)
  t.same(asked, ['/ping/secret'])
  answers.push(500, 'hang')
  t.match(await heartbeatTo(url)(), /status 500/)
  t.match(await heartbeatTo(url, 100)(), /did not answer within 0.1 s/)
  const nowhere = await heartbeatTo('http://127.0.0.1:9/secret')()
  t.match(nowhere, /could not be reached/)
  t.notMatch(nowhere, /secret/)
})
