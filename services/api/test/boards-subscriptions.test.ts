import { setTimeout as sleep } from 'node:timers/promises'
import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { nextTelling } from '@huiyin/domain/boards/rhythm.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import t, { type Test } from 'tap'
import { openBoard } from '../src/boards/open.ts'
import { tellSubscribers } from '../src/boards/tell.ts'
import { openLive } from '../src/live.ts'
import type { ApiPorts } from '../src/ports.ts'
import { citizenWrites, enter, HOUR, type House, openHouse } from './house.ts'

const LEADER: Actor = { id: 'liu', name: '刘县长', role: 'leader' }
const DAILY = {
  name: '每日概览',
  view: 'overview',
  place: 'view=overview&span=today',
  every: 'daily',
  at: '08:00'
} as const
const DAY = 24 * HOUR
const keyed = (key: string) => ({ 'idempotency-key': key })
const EIGHT = Date.parse('2026-11-22T08:00:00+08:00')

t.test('a subscription to a dashboard', async t => {
  t.test('is one’s own, made once by its key, changed and removed', async t => {
    const house = await openHouse(t)
    const leader = await enter(house, LEADER)
    const other = await enter(house, { ...LEADER, id: 'sun' })
    const made = (await leader.post('/api/boards/subscriptions', DAILY, keyed('a'))).json()
    t.match(made, { ...DAILY, nextAt: EIGHT, reached: false })
    t.equal((await leader.post('/api/boards/subscriptions', DAILY, keyed('a'))).json().id, made.id)
    t.equal((await leader.get('/api/boards/subscriptions')).json().rows.length, 1)
    t.same((await other.get('/api/boards/subscriptions')).json(), { rows: [] })
    t.match((await other.del(`/api/boards/subscriptions/${made.id}`)).json(), { code: 'SUBSCRIPTION_NOT_FOUND' })
    t.match((await leader.post('/api/boards/subscriptions', { ...DAILY, at: '09:00' }, keyed('a'))).json(), {
      code: 'KEY_REUSED'
    })
    const weekly = { ...DAILY, every: 'weekly', weekday: 5, at: '17:30' }
    t.match((await leader.put(`/api/boards/subscriptions/${made.id}`, weekly)).json(), {
      ...weekly,
      nextAt: Date.parse('2026-11-27T17:30:00+08:00')
    })
    const late = await leader.put(`/api/boards/subscriptions/${made.id}`, { ...DAILY, at: '07:00', seen: made.tag })
    t.match(late.json(), { code: 'SOMEBODY_WAS_FASTER' }, 'another tab changed it since')
    const [now] = (await leader.get('/api/boards/subscriptions')).json().rows
    const seen = await leader.put(`/api/boards/subscriptions/${made.id}`, { ...DAILY, at: '07:00', seen: now.tag })
    t.match(seen.json(), { at: '07:00' })
    t.equal((await leader.del(`/api/boards/subscriptions/${made.id}`)).statusCode, 200)
    t.same((await leader.get('/api/boards/subscriptions')).json(), { rows: [] })
  })

  t.test('of what one may not see, or of no dashboard, is not kept', async t => {
    const house = await openHouse(t)
    const narrow = await enter(house, { ...LEADER, accounts: ['weibo/1001'] })
    const post = async (place: string) =>
      (await narrow.post('/api/boards/subscriptions', { ...DAILY, place }, keyed(place.length.toString()))).json()
    t.match(await post('span=today&account=weibo%2F2002'), { code: 'NOT_ALLOWED' })
    t.match(await post('span=century'), { code: 'INVALID_REQUEST', at: 'body/place' })
    t.same((await narrow.get('/api/boards/subscriptions')).json(), { rows: [] })
  })

  t.test('comes at the time of day in Asia/Shanghai, and on its day of the week', async t => {
    t.equal(nextTelling({ every: 'daily', at: '08:00' }, EIGHT - 1), EIGHT)
    t.equal(nextTelling({ every: 'daily', at: '08:00' }, EIGHT), EIGHT + DAY)
    t.equal(nextTelling({ every: 'daily', at: '00:00' }, EIGHT), Date.parse('2026-11-23T00:00:00+08:00'))
    t.equal(nextTelling({ every: 'weekly', at: '08:00' }, EIGHT), EIGHT + DAY, '22 November 2026 is a Sunday')
    t.equal(nextTelling({ every: 'weekly', weekday: 7, at: '08:00' }, EIGHT), EIGHT + 7 * DAY)
  })
})

/** A house with somebody who is reached by mail, and what its api does of subscriptions at an instant. */
async function telling(t: Test, actor = LEADER) {
  const house = await openHouse(t)
  const person = await enter(house, actor)
  const reached = { channel: 'smtp', address: 'liu@example.gov.cn' } as const
  const people = () => ({
    ...{ departments: [], rosters: [], channels: ['smtp' as const] },
    persons: [{ id: actor.id, name: actor.name, contacts: [reached], leave: [] }]
  })
  const { store, events, book, desk } = house
  const rulebook = { people } as unknown as ApiPorts['rulebook']
  const ports = {
    ...{ ...store, events, book, desk, rulebook, clock: desk.clock, cut: segmenter().cut },
    accounts: () => undefined
  } as unknown as ApiPorts
  const live = openLive(ports, silent)
  const stop = new AbortController()
  const running = live.run(stop.signal)
  const boards = [openBoard({ ports, live, logger: silent }), openBoard({ ports, live, logger: silent })]
  t.teardown(async () => {
    stop.abort()
    await Promise.all([...boards.map(({ ledger }) => ledger.close()), running])
  })
  for (const { ledger } of boards) {
    ledger.begin()
    while (!ledger.isWhole()) await sleep(5)
  }
  return {
    ...{ house, person },
    /** Both processes look at the same time. */
    round: async (now: number) => {
      house.time.now = now
      await store.records.refresh()
      await Promise.all(boards.map(board => tellSubscribers(board, now)))
    },
    letters: async () => {
      await store.records.refresh()
      return (await Array.fromAsync(entriesOf<Letter>(store.records, 'letter'))).map(({ value }) => value)
    }
  }
}

const asks = ({ desk, store }: House) =>
  citizenWrites({ desk, store } as House, { publishedAt: desk.clock.now() - HOUR })

t.test('what somebody has subscribed to', async t => {
  t.test('is sent once, though two processes look: yesterday’s numbers, what they were, and where to look', async t => {
    const { house, person, round, letters } = await telling(t)
    await asks(house)
    await person.post('/api/boards/subscriptions', DAILY, keyed('a'))
    await round(EIGHT - 1)
    t.same(await letters(), [])
    await round(EIGHT)
    await round(EIGHT + 1)
    const [letter, ...more] = await letters()
    t.same(more, [])
    t.match(letter, { about: 'board', title: '每日概览', to: [{ channel: 'smtp', person: 'liu' }], receipt: false })
    t.ok(letter!.lines.includes('统计期：2026-11-21'), letter!.lines.join('\n'))
    t.ok(letter!.lines.includes('评论量：1（对比期 0）'))
    t.ok(letter!.lines.some(line => line.startsWith('24小时回复率：暂无或样本不足')))
    t.equal(letter!.path, '/?view=overview&span=today&day=2026-11-21')
  })

  t.test('is sent once after days away, and goes on as before', async t => {
    const { house, person, round, letters } = await telling(t)
    await person.post(
      '/api/boards/subscriptions',
      { ...DAILY, view: 'mood', place: 'view=mood&span=month' },
      keyed('a')
    )
    await round(EIGHT + 3 * DAY + HOUR)
    t.equal((await letters()).length, 1)
    t.match((await letters())[0]!.lines.join('\n'), /统计期：2026-11.*至 2026-11-25 09:00/)
    await round(EIGHT + 4 * DAY)
    t.equal((await letters()).length, 2)
    const again = await enter(house, LEADER)
    t.match((await again.get('/api/boards/subscriptions')).json(), {
      rows: [{ nextAt: EIGHT + 5 * DAY, sentAt: EIGHT + 4 * DAY }]
    })
  })

  t.test('is not sent to who has left, or may not see it any more', async t => {
    const { house, person, round, letters } = await telling(t)
    await person.post('/api/boards/subscriptions', { ...DAILY, place: 'span=week&account=weibo%2F1001' }, keyed('a'))
    const { records } = house.store
    await records.put('person', { id: 'liu', value: { actor: { ...LEADER, accounts: ['weibo/9'] }, password: {} } })
    await round(EIGHT)
    await records.put('person', { id: 'liu', value: { actor: LEADER, password: {}, state: 'left' } })
    await round(EIGHT + DAY)
    t.same(await letters(), [])
  })

  t.test('is told in the language of who reads it', async t => {
    const { house, person, round, letters } = await telling(t)
    await person.post('/api/boards/subscriptions', { ...DAILY, name: 'Daily' }, keyed('a'))
    await house.store.records.put('person', { id: 'liu', value: { actor: LEADER, password: {}, language: 'en' } })
    await round(EIGHT)
    const [letter] = await letters()
    t.notMatch(letter!.lines.join('\n'), /\p{Script=Han}/u)
  })
})
