import { accountId } from '@huiyin/domain/ids.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Test } from 'tap'
import { enter, openHouse, type World } from '../../services/api/test/house.ts'
import { fillStore } from '../year/fill.ts'
import { ACCOUNTS } from '../year/people.ts'
import { overview } from './asking.ts'
import { checkMood } from './check-mood.ts'
import { checkOverview } from './check-overview.ts'
import { meet, NOON, plantTown } from './town.ts'

const LEADER = { id: 'liu', name: '刘县长', role: 'leader' }
const WEIBO = accountId(ACCOUNTS[0]!)
const MIDNIGHT = Date.parse('2026-11-21T00:00:00+08:00')
/** The seven days of National Day: nobody works, promises of results go on after them. */
const HOLIDAY = '2026-10-03'

type Opened = Pick<World, 'store' | 'events'>

/** All numbers in one world. */
export async function numbersOf(t: Test, world: Opened): Promise<void> {
  const { documents, later } = await plantTown(world)
  const house = await openHouse(t, {}, world)
  const { time } = house
  time.now = NOON
  const as = async (actor: object = LEADER) => enter(house, actor as typeof LEADER)
  await overview(await as(), { span: 'today' })

  await t.test('of a day, a week, a month and a quarter that go on, with every list', async t => {
    const person = await as()
    for (const span of ['today', 'week', 'month', 'quarter'])
      await checkOverview(t, { person, documents, asOf: NOON, span, lists: span === 'month' ? 'all' : 'figures' })
  })

  await t.test('of a holiday, its week, its month and the quarter before', async t => {
    const overHoliday = documents.tickets.filter(({ clocks }) =>
      clocks.some(
        ({ kind, startedAt, dueAt }) =>
          kind === 'close' &&
          startedAt < Date.parse('2026-10-01T00:00:00+08:00') &&
          dueAt > Date.parse('2026-10-08T00:00:00+08:00')
      )
    )
    t.ok(overHoliday.length > 0, 'promises run over the holiday')
    const person = await as()
    await checkOverview(t, { person, documents, asOf: NOON, span: 'today', day: HOLIDAY, lists: 'all' })
    await checkOverview(t, { person, documents, asOf: NOON, span: 'week', day: HOLIDAY, lists: 'figures' })
    await checkOverview(t, { person, documents, asOf: NOON, span: 'month', day: HOLIDAY, lists: 'none' })
    const quarter = await checkOverview(t, {
      person,
      documents,
      asOf: NOON,
      span: 'quarter',
      day: '2026-09-30',
      lists: 'figures'
    })
    t.ok(quarter.figures.filter(({ value }) => value !== null && value > 0).length > 30, 'nearly every figure is met')
    t.ok(quarter.topics.length > 0 && quarter.accounts.length === 4 && quarter.departments.length === 6)
    await checkMood(t, { person, documents, asOf: NOON, span: 'week', day: HOLIDAY, lists: true })
  })

  await t.test('in the last instant of a day, at midnight, and in the instants after', async t => {
    for (const now of [MIDNIGHT - 1, MIDNIGHT, MIDNIGHT + 1, MIDNIGHT + 3_600_000]) {
      time.now = now
      const person = await as()
      await checkOverview(t, { person, documents, asOf: now, span: 'today', lists: 'figures' })
      await checkOverview(t, { person, documents, asOf: now, span: 'week', lists: 'none' })
      await checkMood(t, { person, documents, asOf: now, span: 'today', lists: now === MIDNIGHT + 3_600_000 })
    }
    time.now = NOON
  })

  await t.test('from the instant in which a promise falls due', async t => {
    const due = documents.tickets
      .flatMap(({ clocks }) => clocks)
      .filter(
        ({ dueAt, stoppedAt, kind }) => kind !== 'leg' && dueAt > NOON && (stoppedAt === undefined || stoppedAt > dueAt)
      )
      .map(({ dueAt }) => dueAt)
      .sort((a, b) => a - b)
    t.ok(due.length > 2)
    for (const instant of due.slice(0, 2)) {
      for (const now of [instant, instant + 1]) {
        time.now = now
        await checkOverview(t, { person: await as(), documents, asOf: now, span: 'today', lists: 'figures' })
      }
    }
    time.now = NOON
  })

  await t.test('of one account, of one department, of a topic and a place', async t => {
    const person = await as()
    const asking = { person, documents, asOf: NOON, span: 'month' } as const
    await checkOverview(t, { ...asking, narrow: { account: WEIBO }, lists: 'all' })
    const { departments } = await checkOverview(t, { ...asking, narrow: { department: '住建局' }, lists: 'all' })
    t.ok(departments.length > 0)
    const mood = await checkMood(t, { ...asking, lists: true })
    t.ok(mood.topics.length > 0, 'there are topics')
    t.ok(mood.grown.length > 0, 'some words grew')
    t.same([mood.places.length, mood.departments.length], [3, 6])
    await checkMood(t, { ...asking, narrow: { account: WEIBO, department: '交通局' }, lists: false })
    await checkMood(t, { ...asking, narrow: { topic: mood.topics[0]!.key }, lists: true })
    await checkMood(t, { ...asking, narrow: { place: mood.places[0]!.key }, lists: true })
  })

  await t.test('for who cares for one account are those of that account, wherever they are asked', async t => {
    const person = await as({ ...LEADER, id: 'narrow', accounts: [WEIBO] })
    const only = {
      ...documents,
      comments: documents.comments.filter(({ platform, account }) => `${platform}/${account}` === WEIBO),
      tickets: documents.tickets.filter(({ platform, account }) => `${platform}/${account}` === WEIBO),
      posts: documents.posts.filter(({ platform, account }) => `${platform}/${account}` === WEIBO),
      incidents: documents.incidents.filter(({ accounts }) => accounts.includes(WEIBO))
    }
    const { accounts } = await checkOverview(t, { person, documents: only, asOf: NOON, span: 'month', lists: 'all' })
    t.same(
      accounts.map(({ key }) => key),
      [WEIBO]
    )
    await checkMood(t, { person, documents: only, asOf: NOON, span: 'month', lists: true })
  })

  await t.test('of what happens once the house has counted, as the log tells it', async t => {
    await fillStore(
      world.store,
      { from: 0, to: 0, posts: [], stories: () => later.values() as Generator<(typeof later)[number]> },
      of => meet(documents, of)
    )
    const opened = later.flatMap(({ ticket }) => (ticket ? [ticket] : []))
    t.ok(opened.length > 5)
    await world.events.append(
      opened.map(({ id, key, openedAt }) => {
        return {
          id: `${id}#1`,
          key,
          ticket: id,
          n: 1,
          type: 'ticket.opened',
          at: openedAt,
          actor: system('desk'),
          data: {}
        }
      })
    )
    const person = await as()
    const { from } = (await overview(person, { span: 'month' })).period
    const cases = documents.tickets.filter(({ status, openedAt }) => status !== 'merged' && openedAt >= from).length
    for (let tries = 0; tries < 200; tries++) {
      const { figures } = await overview(person, { span: 'month' })
      if ((figures.find(({ figure }) => figure === 'cases')?.value ?? 0) >= cases) break
    }
    await checkOverview(t, { person, documents, asOf: NOON, span: 'month', lists: 'figures' })
  })
}
