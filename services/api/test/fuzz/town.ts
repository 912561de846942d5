import { act } from '@huiyin/ports/act.ts'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Test } from 'tap'
import { citizenWrites, enter, inMemory, MINUTE, openHouse } from '../house.ts'
import { incidentIn } from '../incident-in.ts'
import { does, HEAD, isPosted, LI, viewed, WANG, WATER, writes } from '../talking.ts'
import { MARK } from './values.ts'

export const BOSS = { id: 'boss', name: '钱主任', role: 'administrator' }
const LEADER = { id: 'sun', name: '孙县长', role: 'leader' }
const WATER_HEAD = { id: 'wu', name: '吴局', role: 'head', department: '水务局' }
const VISITOR = { id: 'zhou', name: '周访', role: 'viewer' }
const KEEPER = { id: 'ma', name: '马工', role: 'maintainer' }
const READER = { id: 'xu', name: '徐审', role: 'auditor', accounts: ['weibo/1001'] }
/** Those who may do much ask more often than those who are refused. */
const EVERYBODY = [
  ...[LI, WANG, HEAD, WATER, BOSS, LEADER, WATER_HEAD, VISITOR, KEEPER, READER],
  ...[BOSS, LI, BOSS, WANG, BOSS, HEAD]
]

const COMPLAINT = { classification: classification({ label: 'complaint' }) }
const GRAVE = {
  classification: classification({ label: 'complaint', urgent: true, risk: { score: 90, level: 'red', reasons: [] } })
}

/** Tickets that tell whether any was put since they were asked last. */
function watched(tickets: Tickets) {
  let put = true
  const noting =
    <G extends unknown[], A>(write: (...given: G) => A) =>
    (...given: G): A => {
      put = true
      return write(...given)
    }
  const hasPut = () => {
    const was = put
    put = false
    return was
  }
  const { putIfUnchanged, putEach } = tickets
  return {
    tickets: { ...tickets, putIfUnchanged: noting(putIfUnchanged), putEach: noting(putEach) } satisfies Tickets,
    hasPut
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>

/** A house with tickets in every state, and people of every role. Its log and its events are kept. */
export async function openTown(t: Test) {
  const lines: string[] = []
  const keep = (fields: object, message: string) => void lines.push(JSON.stringify([fields, message]))
  const world = inMemory()
  const { tickets, hasPut } = watched(world.store.tickets)
  const logger = { info: keep, warn: keep, error: keep }
  const house = await openHouse(t, { logger }, { ...world, store: { ...world.store, tickets } })
  const people = await Promise.all(EVERYBODY.map(actor => enter(house, actor)))
  const [li, wang, head] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  const events: HouseEvent[] = []
  const stop = new AbortController()
  const following = (async () => {
    for await (const batch of house.events.follow({ signal: stop.signal })) events.push(...batch.events)
  })()
  t.teardown(() => {
    stop.abort()
    return following
  })
  const ids: string[] = []
  let count = 0
  const opens = async (said: object = COMPLAINT) => {
    house.time.now += MINUTE
    const native = `c${++count}`
    const who = { id: `citizen-${count}`, name: `${MARK}网友${count}` }
    const id = await citizenWrites(house, {
      comment: native,
      root: native,
      author: who,
      text: `${MARK}积水${count}`,
      ...said
    })
    ids.push(id)
    return id
  }
  const answers = async (id: string, kind: string) => {
    const reply = await writes(li, id, { kind })
    await does(wang, id, `/replies/${reply.id}/review`, { hash: reply.hash })
    house.time.now += MINUTE
    await isPosted(house, id)
  }
  /** The citizen says something more. */
  const saysMore = async (n: number) => {
    const ticket = (await house.store.tickets.get(ids[n % ids.length]!))!.document
    house.time.now += MINUTE
    const native = `c${++count}`
    const { platform, account, post, root } = ticket
    const author = { id: ticket.citizen.id!, name: ticket.citizen.name! }
    await citizenWrites(house, {
      ...COMPLAINT,
      platform,
      account,
      post,
      root,
      comment: native,
      author,
      text: `${MARK}还没好`
    })
  }
  /** The platform shows what was approved. */
  const posts = async () => {
    for (const { document } of await present(house, ids)) {
      const reply = document.replies.find(({ state }) => state === 'approved')
      if (reply)
        await act(house.desk, document.id, {
          type: 'reply.confirmed',
          actor: system('responder'),
          reply: reply.id,
          acceptedAt: house.time.now
        })
    }
  }

  /** New rules reach what runs. */
  const takeRules = async () => {
    for (const id of ids) await act(house.desk, id, { type: 'rules.changed', actor: system('desk') })
  }

  await opens()
  await opens(GRAVE)
  await opens({})
  await answers(await opens(), 'interim')
  await answers(await opens({}), 'final')
  await does(li, await opens({}), '/dismiss', { reason: '重复' })
  await does(li, await opens(), '/merge', { with: ids[0]! })
  await does(li, await opens(), '/dispatches', { department: '水务局', request: '请抽排' })
  await writes(li, await opens())
  await viewed(head, ids[0]!)
  const weibo = { platform: 'weibo', account: '1001' }
  const incidents = [
    await incidentIn(house, { ...weibo, id: 'calm', phrase: `${MARK}积水` }),
    await incidentIn(house, { ...weibo, id: 'grave', phrase: `${MARK}泄漏`, total: 60, safety: true })
  ]
  /** Lets one of them in again whose session has ended. */
  const comesBack = async (i: number) => {
    people[i] = await enter(house, EVERYBODY[i]!)
  }

  return { house, people, comesBack, ids, incidents, events, lines, opens, saysMore, posts, takeRules, hasPut }
}

const present = async (house: Town['house'], ids: readonly string[]) =>
  (await house.store.tickets.getMany(ids)).flatMap(found => found ?? [])

export const ticketsOf = ({ house, ids }: Town): Promise<{ document: Ticket; version: string }[]> => present(house, ids)
