import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { withNotice } from '@huiyin/domain/calendar/notices.ts'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import { closeClock, runningClock } from '@huiyin/domain/clocks/running.ts'
import { type Command, commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { actOnEach, openDesk } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { openRulebook } from '@huiyin/ports/rulebook.ts'
import { JOB_KIND, type RulesJob, runningRulesJobs } from '@huiyin/ports/rules-jobs.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Calendar, HolidayNotice } from '@huiyin/schemas/calendar.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t, { type Test } from 'tap'
import { openRulesJobs, type RulesJobPorts } from '../src/rules-job.ts'
import { DESK } from '../src/run.ts'
import { judged, MINUTE, NINE, observed } from './fixtures.ts'

const SECOND = 1000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const COMPLAINT = judged('complaint')

const idOf = (root: string) => ticketId(observed(root))
const arrived = (seen: Observation, of = COMPLAINT): Command => commentArrived(DESK, seen, seen.ours ? undefined : of)
const ours = (root: string) => observed(root, { comment: `${root}-1`, ours: true, publishedAt: NINE + MINUTE })

/** The office closes on Wednesday, said on Monday morning. */
const STORM: HolidayNotice = {
  year: 2026,
  papers: [],
  days: [{ name: '台风停工', date: '2026-11-25', isOffDay: true }]
}

const officeWith = (notice: HolidayNotice, effectiveFrom: number, version = '2'): Calendar =>
  withNotice(officeCalendar(), notice, { version, effectiveFrom }).calendar

type Kept = { tickets: Tickets; records: Records }

/** An office over one store, in which several processes may look after changes of rules. */
async function officeOn({ tickets, records }: Kept) {
  let now = NINE + 2 * MINUTE
  const clock = { now: () => now }
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const rulebook = openRulebook(records, { clock, events: { append: async () => [] } })
  await rulebook.refresh()
  const desk = openDesk({ tickets, events, clock, rules: rulebook.rules })
  const processes = (count: number, of: Partial<RulesJobPorts> = {}) =>
    Array.from({ length: count }, (_, i) =>
      openRulesJobs({
        records,
        desk: openDesk({ tickets, events, clock, rules: rulebook.rules }),
        isBusy: async () => false,
        worker: `process-${i}`,
        monotonic: clock.now,
        logger: silent,
        ...of
      })
    )
  const tell = async (...told: readonly (readonly [root: string, command: Command])[]) => {
    const { tickets } = await actOnEach(
      desk,
      told.map(([root, command]) => ({ id: idOf(root), command }))
    )
    await desk.publisher.publish(tickets)
  }
  return {
    ...{ tickets, records, desk, rulebook, clock, processes, tell },
    at: (instant: number) => {
      now = instant
    },
    ticket: async (root: string) => (await tickets.get(idOf(root)))!.document,
    job: async (id: string) => (await records.get<RulesJob>(JOB_KIND, id))?.document.value,
    told: async (type: string) => {
      const seen: HouseEvent[] = []
      if ((await events.lag('test')) === 0) return seen
      for await (const batch of events.read({ group: 'test', atMost: 5000 })) {
        seen.push(...batch.events)
        await batch.commit()
        if ((await events.lag('test')) === 0) break
      }
      return seen.filter(event => event.type === type)
    }
  }
}

type Office = Awaited<ReturnType<typeof officeOn>>

const STORES: Record<string, (t: Test) => Promise<Kept>> = {
  memory: async () => memoryStore({ searchLags: true }),
  sqlite: async t => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return store
  }
}

const JOB = 'rules/calendar/office/2'

/** So many complaints wait, each opened a second after the one before. */
const complaints = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const root = String(1000 + i)
    return [root, arrived(observed(root, { publishedAt: NINE + i * SECOND }))] as const
  })

/** A storm is told a minute from now, and that minute passes. */
async function storm({ rulebook, clock, at }: Office): Promise<number> {
  const from = clock.now() + MINUTE
  await rulebook.saveCalendar(officeWith(STORM, from))
  at(from)
  return from
}

/** Records of a process that dies when it has told the first page. */
function dying(records: Records, dies: string): Records {
  let puts = 0
  return {
    ...records,
    putIfUnchanged: async (kind, entry, version) => {
      puts += 1 // the first claims
      if (puts === 2 && dies.startsWith('before')) throw new Error('killed')
      const result = await records.putIfUnchanged(kind, entry, version)
      if (puts === 2) throw new Error('killed')
      return result
    }
  }
}

for (const [name, open] of Object.entries(STORES)) {
  const office = async (t: Test) => officeOn(await open(t))

  t.test(`a calendar that comes into force, kept in ${name},`, async t => {
    t.test('moves what runs, leaves what has ended, says why, and does it once (R15, T14)', async t => {
      const here = await office(t)
      const { at, tell, ticket, job, told, processes } = here
      await tell(
        ['waits', arrived(observed('waits'))],
        ['handled', arrived(observed('handled'))],
        ['asked', arrived(observed('asked'), judged('inquiry'))]
      )
      await tell(['handled', arrived(ours('handled'))], ['asked', arrived(ours('asked'))])
      const [jobs] = processes(1)
      await jobs!.tick(here.clock.now())
      const [waits, handled, asked] = [await ticket('waits'), await ticket('handled'), await ticket('asked')]
      t.same([waits.status, handled.status, asked.status], ['open', 'handling', 'answered'])
      const due = closeClock(waits)!.dueAt

      const from = here.clock.now() + MINUTE
      await here.rulebook.saveCalendar(officeWith(STORM, from))
      await jobs!.tick(from - 1)
      t.equal(await job(JOB), undefined)
      at(from)
      await jobs!.tick(from)
      t.match(await job(JOB), { done: 0, seenAt: from, startedAt: undefined })
      t.equal(closeClock(await ticket('waits'))!.dueAt, due)

      at(from + 10 * SECOND)
      await jobs!.tick(from + 10 * SECOND)
      t.same(await job(JOB), {
        rule: 'calendar office@2',
        worker: 'process-0',
        seenAt: from,
        startedAt: from + 10 * SECOND,
        endedAt: from + 10 * SECOND,
        ...{ done: 2, touched: 2, moved: 2, failed: 0 }
      })
      for (const root of ['waits', 'handled'])
        t.match(closeClock(await ticket(root)), { dueAt: due + DAY, calendar: 'office@2' })
      t.same(runningClock(await ticket('waits')), runningClock(waits))
      t.same((await ticket('asked')).clocks, asked.clocks)
      t.same(
        (await told('clock.moved')).map(({ ticket, data }) => [ticket, data]),
        [
          [idOf('handled'), { clock: 'close-1', from: due, to: due + DAY, why: 'calendar office@2' }],
          [idOf('waits'), { clock: 'close-1', from: due, to: due + DAY, why: 'calendar office@2' }]
        ]
      )

      at(from + HOUR)
      for (const again of [jobs!, ...processes(2, { worker: 'later' })]) await again.tick(from + HOUR)
      t.same(await told('clock.moved'), [])
      t.same(await runningRulesJobs(here.records), [])
    })

    t.test('moves every ticket once though three processes look after it', async t => {
      const here = await office(t)
      await here.tell(...complaints(1200))
      const three = here.processes(3)
      await Promise.all(three.map(({ tick }) => tick(here.clock.now())))
      const from = await storm(here)
      for (let now = from; (await here.job(JOB))?.endedAt === undefined; now += SECOND) {
        here.at(now)
        await Promise.all(three.map(({ tick }) => tick(now)))
      }
      const moved = await here.told('clock.moved')
      t.equal(moved.length, 1200)
      t.equal(new Set(moved.map(({ ticket }) => ticket)).size, 1200)
      t.match(await here.job(JOB), { done: 1200, touched: 1200, moved: 1200, failed: 0 })
    })

    for (const [dies, moved] of Object.entries({ 'before the row says so': 700, 'once the row says so': 1200 }))
      t.test(`goes on behind the page after which a process died ${dies}, ten seconds later`, async t => {
        const here = await office(t)
        await here.tell(...complaints(1200))
        const [killed] = here.processes(1, { records: dying(here.records, dies), worker: 'killed' })
        const [other] = here.processes(1, { worker: 'other' })
        await other!.tick(here.clock.now())
        const from = await storm(here)
        await other!.tick(from)
        here.at(from + 10 * SECOND)
        await t.rejects(killed!.tick(from + 10 * SECOND), { message: 'killed' })
        await here.records.refresh()
        t.match(await runningRulesJobs(here.records), [{ worker: 'killed' }])
        for (let now = from + 11 * SECOND; now < from + 21 * SECOND; now += SECOND) {
          here.at(now)
          await other!.tick(now)
        }
        t.match(await here.job(JOB), { worker: 'killed', endedAt: undefined })
        here.at(from + 21 * SECOND)
        await other!.tick(from + 21 * SECOND)
        t.match(await here.job(JOB), { worker: 'other', done: 1200, moved, endedAt: from + 21 * SECOND })
        const ids = (await here.told('clock.moved')).map(({ id }) => id)
        t.equal(new Set(ids).size, 1200) // what was told before is told again under the same id
      })

    t.test('waits between two pages while comments come in', async t => {
      const here = await office(t)
      await here.tell(...complaints(1200))
      const [jobs] = here.processes(1, { isBusy: async () => true })
      await jobs!.tick(here.clock.now())
      const from = await storm(here)
      await jobs!.tick(from)
      const done: (number | undefined)[] = []
      for (const seconds of [10, 11, 12]) {
        await jobs!.tick(from + seconds * SECOND)
        done.push((await here.job(JOB))?.done)
      }
      t.same(done, [500, 1000, 1200])
    })

    t.test('with a new year’s notice makes certain what was provisional (R14)', async t => {
      const here = await office(t)
      const december = Date.parse('2026-12-30T09:00:00+08:00')
      const soon = Date.parse('2026-12-29T09:00:00+08:00')
      here.at(december)
      await here.tell(
        ['far', arrived(observed('far', { publishedAt: december }))],
        ['near', arrived(observed('near', { publishedAt: soon - 4 * DAY }))]
      )
      t.equal(closeClock(await here.ticket('far'))!.provisional, true)
      const [jobs] = here.processes(1)
      await jobs!.tick(december)
      const newYear = { year: 2027, papers: [], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }] }
      const due = closeClock(await here.ticket('far'))!.dueAt
      await here.rulebook.saveCalendar(officeWith(newYear, december + MINUTE))
      for (const now of [december + MINUTE, december + 2 * MINUTE]) {
        here.at(now)
        await jobs!.tick(now)
      }
      const far = closeClock(await here.ticket('far'))!
      t.notOk('provisional' in far)
      t.equal(far.dueAt, due + DAY)
      const near = closeClock(await here.ticket('near'))!
      t.same([near.calendar, 'provisional' in near], ['office@2', false])
    })
  })

  t.test(`rules that were in force before the first look, kept in ${name}, make no job`, async t => {
    const here = await office(t)
    await here.rulebook.saveCalendar(officeWith(STORM, NINE))
    await here.tell(['waits', arrived(observed('waits'))])
    for (const process of here.processes(3))
      for (const seconds of [0, 20]) await process.tick(here.clock.now() + seconds * SECOND)
    t.same(await here.records.list(JOB_KIND, { prefix: 'rules/', atMost: 10 }), [])
  })

  t.test(`a policy that comes into force, kept in ${name}, goes on with another clock (R22)`, async t => {
    const here = await office(t)
    await here.tell(['waits', arrived(observed('waits'))])
    const [jobs] = here.processes(1)
    await jobs!.tick(here.clock.now())
    const from = here.clock.now() + MINUTE
    const [urgent, normal] = DEFAULT_POLICY.rules
    const first = { ...normal!.promises.first!, target: { kind: 'CALENDAR_HOURS' as const, ms: 2 * DAY } }
    const rules = [urgent!, { ...normal!, promises: { ...normal!.promises, first } }]
    await here.rulebook.savePolicy({ ...DEFAULT_POLICY, version: 'calm', effectiveFrom: from, rules })
    for (const now of [from, from + 10 * SECOND]) {
      here.at(now)
      await jobs!.tick(now)
    }
    t.match(runningClock(await here.ticket('waits')), { policy: 'calm', startedAt: NINE, dueAt: NINE + 2 * DAY })
    t.match(await here.job('rules/policy/calm'), { rule: 'policy calm', done: 1, touched: 1, moved: 1 })
  })
}

t.test('a ticket whose calendar is not there any more holds back no other', async t => {
  const here = await officeOn(memoryStore())
  await here.tell(...complaints(3))
  const [root] = complaints(1)[0]!
  const { document, version } = (await here.tickets.get(idOf(root)))!
  const clocks = document.clocks.map(clock => ({ ...clock, calendar: 'gone@1' }))
  await here.tickets.putIfUnchanged({ ...document, clocks }, version)
  const said: object[] = []
  const logger = { ...silent, error: (fields: object) => void said.push(fields) }
  const [jobs] = here.processes(1, { logger })
  await jobs!.tick(here.clock.now())
  const from = await storm(here)
  for (const now of [from, from + 10 * SECOND]) await jobs!.tick(now)
  t.match(await here.job(JOB), { done: 3, touched: 2, moved: 2, failed: 1, endedAt: from })
  t.match(said, [{ number: document.number, code: 'CALENDAR_INVALID' }])
})
