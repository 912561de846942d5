import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { bounceDispatch, dispatch } from '@huiyin/domain/cases/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { proposalId } from '@huiyin/domain/register/proposals.ts'
import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { HOUR } from '@huiyin/ports/contracts/fixtures.ts'
import { actOnEntry, allEntries } from '@huiyin/ports/register/entries.ts'
import { propose } from '@huiyin/ports/register/proposing.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { ACCOUNTS, DAY, live, making, NEW_YEAR, postsOfYear, SUN, ticketOf, ZHAO } from '../appraisal/year.ts'

const WEDNESDAY = Date.parse('2026-04-15T09:00:00+08:00')
const MORNING = Date.parse('2026-04-16T03:00:00+08:00')

async function house(tickets: readonly Ticket[], posts = postsOfYear()) {
  const store = memoryStore({ searchLags: true })
  await live(store, tickets, posts)
  const now = { at: MORNING }
  const { ports, told } = making(store, now)
  const proposing = async (at: number) => {
    now.at = at
    return propose(ports, at)
  }
  const entries = async () => (await Array.fromAsync(allEntries(store.records))).sort((a, b) => a.at - b.at)
  return { ports, told, proposing, entries, store }
}

/** Sent to the water office, which does not even sign for it. */
const ignored = (n: number, at = WEDNESDAY) =>
  ticketOf({ n, account: ACCOUNTS[0]!, at, assigned: false, department: '水务局', answeredAfter: 5 })

/** An office that lets a case be sent back more often than is usual. */
const LENIENT = {
  ...DEFAULT_RULES,
  policies: [{ ...DEFAULT_POLICY, version: 'own', bounce: { ...DEFAULT_POLICY.bounce, atMost: 5 } }]
}

/** Sent back and sent again, so many times, an hour apart. */
function sentBack(n: number, times: number): Ticket {
  let ticket = ticketOf({ n, account: ACCOUNTS[0]!, at: WEDNESDAY, assigned: false, department: '水务局' })
  const { id } = ticket
  const act = (command: Parameters<typeof decide>[1], now: number) => {
    ticket = decide(ticket, command, { id, now, rules: LENIENT }).ticket!
  }
  for (let i = 1; i <= times; i++) {
    const now = WEDNESDAY + i * HOUR
    const { id: sent, department } = ticket.dispatches.at(-1)!
    const by = { actor: { ...SUN, department }, id: `b${n}-${i}` }
    act(
      bounceDispatch({
        ...by,
        dispatch: sent,
        grounds: '不属我局',
        proposes: department === '住建局' ? '水务局' : '住建局'
      }),
      now
    )
    const next = i % 2 === 1 ? '住建局' : '水务局'
    const again = { actor: ZHAO, id: `d${n}-${i}`, seen: ticket.lastTurn, department: next, request: '请办理' }
    act(dispatch(again), now + 60_000)
  }
  return ticket
}

t.test('what the house proposes by itself', async t => {
  t.test('is one entry a day for all that a department left unanswered, with the cases as evidence', async t => {
    const { proposing, entries } = await house([1, 2, 3].map(n => ignored(n)))
    let made = 0
    for (let day = 0; day < 6; day++) made += await proposing(MORNING + day * DAY)
    const all = await entries()
    t.ok(made >= 1 && made <= 2, 'not one for each case')
    t.match(all[0], {
      ...{ kind: 'violation', state: 'proposed', by: { id: 'system:register' } },
      ...{ subject: { kind: 'department', id: '水务局' }, evidence: [{ kind: 'clock' }, {}, {}], evidenceTotal: 3 }
    })
  })

  t.test('is proposed once, however often somebody looks', async t => {
    const { ports, proposing, entries, store } = await house([1, 2].map(n => ignored(n)))
    for (let day = 0; day < 6; day++) await proposing(MORNING + day * DAY)
    const before = await entries()
    t.equal(await proposing(MORNING + 5 * DAY), 0)
    await store.records.put('register-progress', { id: 'proposed', value: { to: NEW_YEAR + 100 * DAY } })
    t.equal(await proposing(MORNING + 5 * DAY), 0, 'also when the days are looked through again')
    t.same(await entries(), before)
    const { id } = before[0]!
    await actOnEntry(ports, id, { type: 'drop', actor: ZHAO, key: 'no', why: '系统故障' })
    await store.records.put('register-progress', { id: 'proposed', value: { to: NEW_YEAR + 100 * DAY } })
    t.equal(await proposing(MORNING + 5 * DAY), 0, 'and what a person has refused stays refused')
  })

  t.test('is the third time that a case is sent back, not the second', async t => {
    const twice = await house([sentBack(1, 2)])
    t.equal(await twice.proposing(MORNING), 0)
    const often = await house([sentBack(1, 4)])
    t.equal(await often.proposing(MORNING), 1)
    t.match(await often.entries(), [
      { subject: { kind: 'department', id: '水务局' }, at: WEDNESDAY + 3 * HOUR, evidence: [{ kind: 'ticket' }] }
    ])
  })

  t.test('is an account that has been silent for fourteen days, once for each silence', async t => {
    const last = NEW_YEAR + 90 * DAY
    const posts = postsOfYear().filter(({ account, publishedAt }) => account !== '1001' || publishedAt! <= last)
    const { proposing, entries } = await house([], posts)
    for (let day = -4; day < 6; day++) await proposing(MORNING + day * DAY)
    const said = posts.findLast(({ account }) => account === '1001')!.publishedAt!
    t.match(await entries(), [
      { subject: { kind: 'account', id: 'weibo/1001' }, at: said + 14 * DAY, title: /连续14天未更新/ }
    ])
    t.equal((await entries())[0]!.id, proposalId(`silent/weibo/1001/${said}`))
  })

  t.test('makes up for the days in which the house stood still', async t => {
    const { proposing, entries } = await house([ignored(1)])
    await proposing(MORNING)
    await proposing(MORNING + 20 * DAY)
    t.ok((await entries()).some(({ subject }) => subject.id === '水务局'))
  })
})
