import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { commentId, threadKey, ticketId } from '@huiyin/domain/ids.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { type Platform, PlatformError, type ReplyOutcome } from '@huiyin/ports/platform.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { tick } from '../src/tick.ts'
import { CALM, LI, SECOND, START, WANG } from './house.ts'

/**
 * A platform that lets one reply stand takes it away and puts another there as two steps; the responder may die before
 * or after each of its own steps and of the platform's, and the platform may lose answers. Whatever happens, in the end
 * the second reply stands there once, and nobody's clock has run.
 */
const FIRST = '已派人查看，今天回复您。'
const SECOND_TEXT = '路灯已修好，感谢提醒。'
const THREAD = { platform: 'wechat', account: 'wx1', post: '7_0', root: '100' } as const
const GUARD = 400

class Died extends Error {
  override readonly name = 'Died'
}

/** A process that dies at its nth step from now. */
function lifeUntil(steps: number) {
  let left = steps
  const step = () => {
    if (left <= 0) throw new Died()
    left -= 1
  }
  /** Dies before it is done, or after. */
  const mortal =
    <A extends unknown[], R>(work: (...of: A) => Promise<R>) =>
    async (...of: A): Promise<R> => {
      step()
      const result = await work(...of)
      step()
      return result
    }
  return { step, mortal }
}

type Life = ReturnType<typeof lifeUntil>
type Mishap = 'none' | 'answer-lost' | 'not-now' | 'away'

async function county() {
  let now = START
  const clock = { now: () => now }
  const store = memoryStore()
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const desk = openDesk({ tickets: store.tickets, events, clock })
  const stands = { text: undefined as string | undefined, at: 0, n: 0 }
  const put: string[] = []

  const observation = {
    ...{ ...THREAD, comment: '100', id: commentId({ ...THREAD, comment: '100' }), key: threadKey(THREAD) },
    ...{ author: { id: 'c1' }, ours: false, text: '路灯坏了？', publishedAt: START, observedAt: START, term: 1 },
    ...{ source: 'poll' as const, history: false }
  }
  const id = ticketId(observation)
  await act(desk, id, commentArrived(LI, observation, CALM))

  /** Steps of the platform are done for good; who asked may have died meanwhile. */
  const platformFor = (life: Life, mishaps: Mishap[]): Platform => {
    const native = () => `100r${stands.n}`
    const add = (text: string): ReplyOutcome => {
      if (stands.text !== undefined) return { outcome: 'refused', code: '88005', message: 'already' }
      Object.assign(stands, { text, at: now, n: stands.n + 1 })
      put.push(text)
      return { outcome: 'sent' }
    }
    const meet = (done: () => ReplyOutcome): ReplyOutcome => {
      const mishap = mishaps.shift() ?? 'none'
      if (mishap === 'not-now') return { outcome: 'later', code: '45011', message: 'too often', retryAfterMs: SECOND }
      if (mishap === 'away') throw new PlatformError('NO_ANSWER', 'away', 'retry')
      const outcome = done()
      return mishap === 'answer-lost' ? { outcome: 'unknown', message: 'lost' } : outcome
    }
    return {
      capabilities: {
        ...{ inbox: false, comments: true, posts: false, counts: false, lookUp: 0, followUp: false },
        ...{ reply: true, replyAgain: false, replace: true, deleteReply: true, deleteComment: false, elect: false },
        ...{ replyLimit: 140, readBack: true }
      },
      quotas: [],
      replyLength: text => text.length,
      check: async () => [],
      reply: life.mortal(async (_, text) => meet(() => add(text))),
      replace: life.mortal(async (_, text) => {
        const removed = meet(() => {
          stands.text = undefined
          return { outcome: 'sent' }
        })
        if (removed.outcome !== 'sent') return removed
        life.step()
        return meet(() => add(text))
      }),
      readBack: life.mortal(async (_, { text }) => {
        if (stands.text === undefined) return { outcome: 'absent' }
        const found = { native: native(), acceptedAt: stands.at }
        return stands.text === text
          ? { outcome: 'same', ...found }
          : { outcome: 'different', text: stands.text, ...found }
      })
    }
  }

  async function approve(text: string, kind: 'interim' | 'final') {
    const { lastTurn: seen } = (await store.tickets.get(id))!.document
    const drafted = await act(desk, id, draftReply({ actor: LI, id: text, seen, text, kind }))
    const { id: reply, hash } = drafted.replies.at(-1)!
    await act(desk, id, reviewReply({ actor: WANG, id: `read ${text}`, reply, hash }))
    now += OUTGOING_WAIT
  }

  const ticket = async (): Promise<Ticket> => (await store.tickets.get(id))!.document

  /** One tick of a process that lives for so many steps, a while later. */
  async function workFor(steps: number, mishaps: Mishap[], after: number) {
    now += after
    const life = lifeUntil(steps)
    const { tickets } = store
    const mortalDesk = openDesk({
      tickets: {
        ...tickets,
        get: life.mortal(tickets.get),
        getMany: life.mortal(tickets.getMany),
        putIfUnchanged: life.mortal(tickets.putIfUnchanged),
        due: life.mortal(tickets.due)
      },
      events,
      clock
    })
    const ports = { desk: mortalDesk, platform: () => platformFor(life, mishaps), logger: silent, random: () => 0 }
    try {
      await tick(ports, now)
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  }

  /** A collector has seen that the reply which stood there is not there any more. */
  async function seenGone(text: string) {
    const native = (await ticket()).replies.find(reply => reply.text === text)?.native ?? '100r1'
    const seen = {
      ...{ ...observation, comment: native, id: commentId({ ...THREAD, comment: native }), parent: '100' },
      ...{ ours: true, text, deleted: true, observedAt: now, author: { id: 'wx1' } }
    }
    await act(desk, id, commentArrived(LI, seen))
  }

  return { approve, workFor, ticket, stands, put, seenGone }
}

const waitsForNobody = ({ clocks, owed }: Ticket) =>
  owed.length === 0 && !clocks.some(({ kind, stoppedAt }) => kind !== 'close' && stoppedAt === undefined)

const lives = fc.array(
  fc.record({
    steps: fc.integer({ min: 0, max: 16 }),
    mishaps: fc.array(fc.constantFrom<Mishap>('none', 'answer-lost', 'not-now', 'away'), { maxLength: 3 }),
    after: fc.constantFrom(SECOND, 10 * SECOND, 31 * SECOND, 300 * SECOND),
    seenGone: fc.boolean()
  }),
  { maxLength: 8 }
)

t.test('a reply that replaces another gets there whenever the responder dies, once, and no clock runs', async t => {
  await fc.assert(
    fc.asyncProperty(lives, async all => {
      const { approve, workFor, ticket, stands, seenGone } = await county()
      await approve(FIRST, 'interim')
      await workFor(GUARD, [], SECOND)
      await approve(SECOND_TEXT, 'final')
      for (const { steps, mishaps, after, seenGone: isSeen } of all) {
        await workFor(steps, [...mishaps], after)
        if (isSeen && stands.text !== FIRST) await seenGone(FIRST)
        if (!waitsForNobody(await ticket())) return false
      }
      for (let i = 0; i < 20; i++) await workFor(GUARD, [], 60 * SECOND)
      const { status, replies } = await ticket()
      return (
        stands.text === SECOND_TEXT &&
        status === 'answered' &&
        replies.map(({ state }) => state).join() === 'replaced,confirmed'
      )
    }),
    { numRuns: 300 }
  )
  t.pass()
})

t.test('a first reply is posted once wherever the responder dies', async t => {
  await fc.assert(
    fc.asyncProperty(lives, async all => {
      const { approve, workFor, ticket, put } = await county()
      await approve(FIRST, 'final')
      for (const { steps, mishaps, after } of all) await workFor(steps, [...mishaps], after)
      for (let i = 0; i < 30; i++) await workFor(GUARD, [], 60 * SECOND)
      return put.length === 1 && (await ticket()).replies[0]?.state === 'confirmed'
    }),
    { numRuns: 200 }
  )
  t.pass()
})
