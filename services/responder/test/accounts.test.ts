import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { commentId, threadKey, ticketId } from '@huiyin/domain/ids.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { openLeases } from '@huiyin/ports/lease.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { CapabilityAbsent, type Platform, PlatformError } from '@huiyin/ports/platform.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { openHealth } from '../src/account-health.ts'
import type { AccountOf } from '../src/office.ts'
import { type ResponderPorts, responder } from '../src/tick.ts'
import { CALM, LI, MINUTE, SECOND, START, WANG } from './house.ts'

const can = {
  ...{ inbox: false, comments: true, posts: false, counts: false, lookUp: 0, followUp: true },
  ...{ reply: true, replyAgain: true, replace: false, deleteReply: false, deleteComment: false, elect: false },
  ...{ replyLimit: 140, readBack: true }
}

/** Tickets on several accounts of one platform; what each reply meets is said by the test. */
async function county(answer: (account: string, text: string) => Promise<void>) {
  let now = START
  const clock = { now: () => now }
  const store = memoryStore()
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const desk = openDesk({ tickets: store.tickets, events, clock })
  const posted: string[] = []
  const platform = ({ account }: AccountOf): Platform => ({
    ...{ capabilities: can, quotas: [], replyLength: text => text.length, check: async () => [] },
    reply: async (_, text) => {
      await answer(account, text)
      posted.push(text)
      return { outcome: 'sent', native: text, acceptedAt: now }
    },
    readBack: async (_, { native }) => ({ outcome: 'same', native: native ?? '', acceptedAt: now })
  })
  const ports: ResponderPorts = { desk, platform, logger: silent, random: () => 0 }

  /** A ticket with an approved reply that may leave. */
  async function ready(account: string, text: string, urgent = false) {
    const thread = { platform: 'weibo', account, post: '7', root: text } as const
    const observation = {
      ...{ ...thread, comment: text, id: commentId({ ...thread, comment: text }), key: threadKey(thread) },
      ...{ author: { id: text }, ours: false, text, publishedAt: now, observedAt: now, term: 1 },
      ...{ source: 'poll' as const, history: false }
    }
    const id = ticketId(observation)
    const policyless = urgent ? { ...CALM, urgent } : CALM
    const { lastTurn: seen } = await act(desk, id, commentArrived(LI, observation, policyless))
    const kind = 'final'
    const drafted = await act(desk, id, draftReply({ actor: LI, id: text, seen, text, kind }))
    const { id: reply, hash } = drafted.replies.at(-1)!
    await act(desk, id, reviewReply({ actor: WANG, id: `read ${text}`, reply, hash }))
    now += OUTGOING_WAIT
    if (urgent)
      await act(desk, id, {
        ...{ type: 'reply.approve', actor: { id: 'zhao', name: '赵宏', role: 'head' }, id: `let ${text}` },
        ...{ reply, hash }
      })
    return { id, read: async () => (await store.tickets.get(id))!.document }
  }
  const pass = (ms: number) => {
    now += ms
    return now
  }
  return { store, clock, ports, posted, ready, pass, now: () => now }
}

t.test('the responder', async t => {
  t.test('serves the others while one account takes its time, and asks that one nothing more meanwhile', async t => {
    const slow = Promise.withResolvers<void>()
    const { ports, posted, ready, pass } = await county(async account =>
      account === 'slow' ? slow.promise : undefined
    )
    await ready('slow', 'one')
    await ready('slow', 'two')
    const { tick, idle } = responder({ ...ports, patience: 20 })
    await tick(pass(SECOND))
    await ready('quick', 'three')
    await tick(pass(SECOND))
    t.same(posted, ['three'])
    slow.resolve()
    await idle()
    t.same(posted, ['three', 'one', 'two'])
  })

  t.test('sends urgent replies first, then what was approved longest ago', async t => {
    const { ports, posted, ready, pass } = await county(async () => {})
    await ready('a', 'first')
    pass(MINUTE)
    await ready('a', 'second')
    pass(MINUTE)
    await ready('a', 'urgent', true)
    const { tick, idle } = responder(ports)
    await tick(pass(SECOND))
    await idle()
    t.same(posted, ['urgent', 'first', 'second'])
  })

  t.test('leaves an account alone as long as the platform says, and says so on every ticket', async t => {
    let isAway = true
    const { ports, posted, ready, pass, now } = await county(async () => {
      if (isAway) throw new PlatformError('10022', 'too often', 'retry', 10 * MINUTE)
    })
    const one = await ready('a', 'one')
    const two = await ready('a', 'two')
    const { tick, idle } = responder(ports)
    const work = async (ms: number) => {
      await tick(pass(ms))
      await idle()
    }
    await work(SECOND)
    for (const { read } of [one, two])
      t.match(await read(), { replies: [{ state: 'approved', waits: { why: 'quota', until: now() + 10 * MINUTE } }] })
    isAway = false
    await work(9 * MINUTE)
    t.same(posted, [])
    await work(MINUTE)
    t.same(posted, ['one', 'two'])
    t.notOk((await one.read()).replies[0]?.waits)
  })

  t.test('tries a broken account with one thing at a time, and with all once it answers', async t => {
    let asked = 0
    let isAway = true
    const { ports, posted, ready, pass } = await county(async () => {
      asked += 1
      if (isAway) throw new PlatformError('10002', 'away', 'retry')
    })
    for (const text of ['1', '2', '3', '4']) await ready('a', text)
    const { tick, idle } = responder(ports)
    const work = async (ms: number) => {
      await tick(pass(ms))
      await idle()
    }
    for (let i = 0; i < 8; i++) await work(6 * MINUTE)
    asked = 0
    await work(6 * MINUTE)
    t.equal(asked, 1)
    isAway = false
    await work(6 * MINUTE)
    await work(SECOND)
    t.equal(posted.length, 4)
  })

  t.test(
    'has a person know of an interface that was taken from the account, and have the reply posted by hand',
    async t => {
      const { ports, ready, pass } = await county(async () => {
        throw new CapabilityAbsent('reply', '28001018', 'not granted')
      })
      const told: string[] = []
      const { read } = await ready('a', 'one')
      const capabilityAbsent: ResponderPorts['capabilityAbsent'] = async ({ account }, { capability }) =>
        void told.push(`${account} ${capability}`)
      const { tick, idle } = responder({ ...ports, capabilityAbsent })
      await tick(pass(SECOND))
      await idle()
      t.same(told, ['a reply'])
      t.match(await read(), { status: 'open', replies: [{ state: 'failed', failure: { why: 'no-reply' } }] })
    }
  )

  t.test('sends nothing for an account that a person has paused, and sends it once it is taken up again', async t => {
    const { ports, posted, ready, pass } = await county(async () => {})
    let paused = true
    const { read } = await ready('a', 'one')
    const { tick, idle } = responder({ ...ports, paused: () => paused })
    const work = async (ms: number) => {
      await tick(pass(ms))
      await idle()
    }
    await work(SECOND)
    t.match(await read(), { replies: [{ state: 'approved', waits: { why: 'account-paused' } }] })
    paused = false
    await work(2 * MINUTE)
    t.same(posted, ['one'])
  })

  t.test('puts looks off while no calls are left for them', async t => {
    const { ports, ready, pass, now } = await county(async () => {})
    const { read } = await ready('a', 'one')
    let wait: number | undefined
    const { tick, idle } = responder({ ...ports, looksWait: () => wait })
    await tick(pass(SECOND))
    await idle()
    wait = now() + 60 * MINUTE
    await tick(pass(10 * MINUTE))
    await idle()
    t.match(await read(), { status: 'answered', nextSendAt: wait })
  })

  t.test(
    'sends nothing under a lease that ended after the claim; who has it then sends at once, not twice',
    async t => {
      const { ports, posted, ready, pass } = await county(async () => {})
      const { read } = await ready('a', 'one')
      let asked = 0
      const leases = { holds: () => true, stillHolds: async () => ++asked === 1 }
      const losing = responder({ ...ports, leases })
      await losing.tick(pass(SECOND))
      await losing.idle()
      t.same(posted, [])
      t.match(await read(), { replies: [{ state: 'approved', attempt: 1 }] })
      const successor = responder(ports)
      await successor.tick(pass(SECOND))
      await successor.idle()
      t.same(posted, ['one'])
    }
  )

  t.test('shares the accounts with others: each is served by one of them', async t => {
    const { ports, posted, ready, pass, store, clock } = await county(async () => {})
    const names = ['weibo/a', 'weibo/b', 'weibo/c', 'weibo/d']
    let monotonic = 0
    const leases = ['x', 'y'].map(holder =>
      openLeases(store.records, { holder, group: 'responder', monotonic: () => monotonic, clock })
    )
    const two = leases.map(leases => responder({ ...ports, leases }))
    for (const one of leases) one.take(names)
    for (let i = 0; i < 8; i++) {
      monotonic += SECOND
      pass(SECOND)
      for (const one of leases) await one.round()
    }
    t.same(
      leases.map(one => one.held().length),
      [2, 2]
    )
    for (const name of 'abcd') await ready(name, name)
    for (const one of leases) await one.round() // replies have waited, and leases with them
    for (const { tick, idle } of two) {
      const before = posted.length
      await tick(pass(0))
      await idle()
      t.equal(posted.length - before, 2)
    }
    t.same(posted.toSorted(), ['a', 'b', 'c', 'd'])
  })
})

t.test(
  'an account in trouble waits longer with each failure in a row, up to five minutes, and a little by chance',
  async t => {
    const health = openHealth(() => 1)
    const waits = Array.from(
      { length: 10 },
      () => health.failed('a', { why: 'platform-away', code: '', message: '' }, 0).until / 1.2 / SECOND
    )
    t.same(waits, [2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
    t.ok(health.isBroken('a'))
    t.notOk(health.waits('b', 0))
    health.well('a')
    t.notOk(health.isBroken('a'))
    t.notOk(health.waits('a', 0))
  }
)
