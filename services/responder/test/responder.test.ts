import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { askRemoval, grantRemoval } from '@huiyin/domain/moderation/commands.ts'
import { approveReply, attestReply, confirmAttested, draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { NativeComment, Platform, ReadBack, ReplyOutcome } from '@huiyin/ports/platform.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { tick } from '../src/tick.ts'

const MINUTE = 60_000
const NINE = Date.parse('2026-11-23T09:00:00+08:00')
const LI = { id: 'li', name: '李静', role: 'operator' }
const WANG = { id: 'wang', name: '王敏', role: 'operator' }
const HEAD = { id: 'zhao', name: '赵宏', role: 'head' }
const TEXT = '已派人维修，明天亮灯。'

const CAN = {
  ...{ inbox: false, comments: true, posts: false, counts: false, lookUp: 0, followUp: true },
  ...{ reply: true, replyAgain: true, replace: false, deleteReply: false, deleteComment: false, elect: false },
  ...{ replyLimit: 140, readBack: true }
}

/** A platform that answers as it is told, in this order. What is approved may leave at nine. */
async function office(answers: ReplyOutcome[], readBacks: ReadBack[]) {
  let now = NINE - OUTGOING_WAIT
  const clock = { now: () => now }
  const store = memoryStore()
  const desk = openDesk({
    tickets: store.tickets,
    events: memoryEventLog({ parse: parser(HouseEvent, 'event') }),
    clock
  })
  const posted: string[] = []
  const can = { ...CAN }
  const platform: Platform = {
    capabilities: can,
    quotas: [],
    replyLength: text => text.length,
    check: async () => [],
    reply: async (_, text) => {
      posted.push(text)
      return answers.shift()!
    },
    readBack: async () => readBacks.shift() ?? { outcome: 'absent' }
  }
  const { firstText, firstObservedAt, state, classification, ...observation } = comment({
    publishedAt: now,
    history: false,
    ours: false
  })
  const id = ticketId(observation)
  const opened = await act(
    desk,
    id,
    commentArrived(LI, observation, {
      ...classification!,
      label: 'inquiry',
      confidence: 0.9,
      urgent: false,
      risk: { score: 10, level: 'blue', reasons: [] }
    })
  )
  const approve = async (text = TEXT, important = false) => {
    const drafted = await act(
      desk,
      id,
      draftReply({ actor: LI, id: text, seen: opened.lastTurn, text, kind: 'final', important })
    )
    const { id: reply, hash } = drafted.replies.at(-1)!
    await act(desk, id, reviewReply({ actor: WANG, id: 'review', reply, hash }))
    now += OUTGOING_WAIT
    return { reply, hash }
  }
  const at = async (instant: number) => {
    now = instant
    await tick({ desk, platform: () => platform, logger: silent }, instant)
    return (await store.tickets.get(id))!.document
  }
  return { at, approve, can, posted, desk, id, platform }
}

t.test('the responder', async t => {
  t.test('posts what was approved, reads it back, and the clock stops at the platform’s time', async t => {
    const { at, approve, posted } = await office(
      [{ outcome: 'sent', native: '5', acceptedAt: NINE + 2000 }],
      [{ outcome: 'same', native: '5', acceptedAt: NINE + 2000 }]
    )
    await approve()
    const ticket = await at(NINE + 3000)
    t.same(posted, [TEXT])
    t.match(ticket, {
      status: 'answered',
      replies: [{ state: 'confirmed', native: '5' }],
      clocks: [{ stoppedAt: NINE + 2000 }]
    })
  })

  t.test('reads back before it sends again when nobody knows what became of the first', async t => {
    const { at, approve, posted } = await office(
      [{ outcome: 'unknown', message: 'no answer' }],
      [{ outcome: 'same', acceptedAt: NINE + 1000 }]
    )
    await approve()
    t.match(await at(NINE + 1000), { replies: [{ state: 'sending' }] })
    t.match(await at(NINE + 2 * MINUTE), { replies: [{ state: 'confirmed' }] })
    t.equal(posted.length, 1)
  })

  t.test('sends again only after three looks over ten minutes', async t => {
    const unknown: ReplyOutcome = { outcome: 'unknown', message: 'no answer' }
    const { at, approve, posted } = await office([unknown, { outcome: 'sent', native: '5' }], [])
    await approve()
    for (const minute of [0, 1, 3, 8]) await at(NINE + minute * MINUTE)
    t.equal(posted.length, 1)
    await at(NINE + 14 * MINUTE)
    await at(NINE + 15 * MINUTE)
    t.equal(posted.length, 2)
  })

  t.test('waits as long as the platform says', async t => {
    const { at, approve, posted } = await office(
      [
        { outcome: 'later', code: '20016', message: 'too fast', retryAfterMs: MINUTE },
        { outcome: 'sent', native: '5' }
      ],
      [{ outcome: 'same', native: '5', acceptedAt: NINE + 2 * MINUTE }]
    )
    await approve()
    await at(NINE)
    await at(NINE + MINUTE / 2)
    t.equal(posted.length, 1)
    t.match(await at(NINE + 2 * MINUTE), { replies: [{ state: 'confirmed' }] })
  })

  t.test('brings a refusal back in words, with the clock running', async t => {
    const { at, approve } = await office([{ outcome: 'refused', code: '20201', message: '评论已不存在' }], [])
    await approve()
    const ticket = await at(NINE + 1000)
    t.match(ticket, { status: 'open', replies: [{ state: 'failed', failure: { code: '20201' } }] })
    t.notOk(ticket.clocks[0]?.stoppedAt)
  })

  t.test('believes a platform that cannot be asked, when it said that it took the reply', async t => {
    const { at, approve, can } = await office([{ outcome: 'sent', native: '5', acceptedAt: NINE + 500 }], [])
    can.readBack = false
    await approve()
    t.match(await at(NINE + 1000), { status: 'answered', replies: [{ state: 'confirmed', acceptedAt: NINE + 500 }] })
  })

  t.test('leaves it to a person what became of a reply when nobody can be asked', async t => {
    const { at, approve, can, posted } = await office([{ outcome: 'unknown', message: 'no answer' }], [])
    can.readBack = false
    await approve()
    await at(NINE)
    t.match(await at(NINE + MINUTE), { status: 'open', replies: [{ state: 'failed', failure: { why: 'unknown' } }] })
    t.equal(posted.length, 1)
  })

  t.test(
    'asks again for a comment that the platform says it removed and shows all the same, and then says so',
    async t => {
      const { at, desk, id, platform, can } = await office([], [])
      can.deleteComment = true
      let asked = 0
      platform.deleteComment = async () => {
        asked += 1
        return { outcome: 'done' }
      }
      platform.lookUp = async () => [{ outcome: 'there', comment: {} as NativeComment }]
      const { turns, owed } = await at(NINE)
      const which = { comment: turns[0]!.comment!, native: owed[0]!.native }
      const ask = askRemoval({ actor: LI, id: 'ask', ...which, ground: 'rumour', text: '谣言' })
      const { moderation } = await act(desk, id, ask)
      await act(desk, id, grantRemoval({ actor: HEAD, id: 'grant', moderation: moderation![0]!.id }))
      for (let minute = 0; minute < 30; minute++) await at(NINE + minute * MINUTE)
      t.equal(asked, 5)
      t.match(await at(NINE + 30 * MINUTE), { moderation: [{ state: 'failed', trouble: { code: 'STILL_THERE' } }] })
    }
  )

  t.test('does not send what the platform would not take', async t => {
    const { at, approve, posted } = await office([], [])
    await approve('长'.repeat(141))
    t.match(await at(NINE + 1000), { replies: [{ state: 'failed', failure: { code: 'TOO_LONG' } }] })
    t.same(posted, [])
  })

  t.test('posts an important reply only once a head has approved it', async t => {
    const { at, approve, posted, desk, id } = await office([{ outcome: 'sent', native: '5' }], [])
    const { reply, hash } = await approve(TEXT, true)
    t.match(await at(NINE + 1000), { replies: [{ state: 'reviewed' }] })
    t.same(posted, [])
    await act(desk, id, approveReply({ actor: HEAD, id: 'head', reply, hash }))
    t.match(await at(NINE + 2000), { replies: [{ state: 'approved' }] }, 'it can still be withdrawn')
    const leaves = NINE + 1000 + OUTGOING_WAIT
    t.match(await at(leaves), { replies: [{ state: 'sent', sentAt: leaves }] })
    t.same(posted, [TEXT])
  })

  t.test('posts nothing that was written anew after its review', async t => {
    const { at, approve, posted, desk, id } = await office([], [])
    await approve(TEXT, true)
    const { lastTurn: seen } = await at(NINE)
    await act(desk, id, draftReply({ actor: WANG, id: 'edit', seen, text: '明天来人。' }))
    t.match(await at(NINE + 1000), { replies: [{ state: 'superseded' }, { state: 'drafted' }] })
    t.same(posted, [])
  })

  t.test(
    'says that it has to be posted by hand where the platform takes no replies, and takes it as attested',
    async t => {
      const { at, approve, can, desk, id } = await office([], [])
      can.reply = false
      const { reply } = await approve()
      const { lastTurn: seen, ...failed } = await at(NINE + 1000)
      t.match(failed, { replies: [{ state: 'failed', failure: { code: 'NO_REPLY', message: /attest/ } }] })
      const postedAt = NINE + 500
      await act(desk, id, attestReply({ actor: LI, id: 'by hand', seen, reply, postedAt, evidence: '截图一' }))
      const done = await act(desk, id, confirmAttested({ actor: WANG, id: 'seen', reply }))
      t.match(done, { status: 'answered', clocks: [{ stoppedAt: postedAt, attested: true }] })
    }
  )

  t.test('sends once when two responders look at the same moment', async t => {
    const { approve, posted, desk } = await office(
      [
        { outcome: 'sent', native: '5' },
        { outcome: 'sent', native: '6' }
      ],
      []
    )
    await approve()
    const platform: Platform = {
      capabilities: CAN,
      quotas: [],
      replyLength: text => text.length,
      check: async () => [],
      reply: async (_, text) => {
        posted.push(text)
        return { outcome: 'sent', native: '5' }
      },
      readBack: async () => ({ outcome: 'absent' })
    }
    const ports = { desk, platform: () => platform, logger: silent }
    await Promise.all([tick(ports, NINE + 1000), tick(ports, NINE + 1000)])
    t.equal(posted.length, 1)
  })
})
