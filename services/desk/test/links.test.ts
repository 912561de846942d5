import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { mergeTicket, relateTicket, splitTicket, unrelateTicket } from '@huiyin/domain/links/commands.ts'
import { directed } from '@huiyin/domain/links/elder.ts'
import { draftReply, reviewReply } from '@huiyin/domain/replies/commands.ts'
import { OUTGOING_WAIT } from '@huiyin/domain/undo/outgoing.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { runLinks } from '../src/links.ts'
import { judged, MINUTE, NINE, observed } from './fixtures.ts'

const LI = { id: 'li', name: '李静', role: 'operator' }
const WANG = { id: 'wang', name: '王强', role: 'operator' }
const DESK = system('desk')

function office() {
  const { tickets } = memoryStore()
  const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  let now = NINE
  const desk = openDesk({ tickets, events, clock: { now: () => now } })
  let acts = 0
  const by = (actor = LI) => {
    acts += 1
    return { actor, id: `act-${acts}` }
  }
  const get = async (id: string) => (await tickets.get(id))!.document

  const says = async (root: string, comment = root) => {
    now += MINUTE
    const seen = observed(root, { comment, publishedAt: now, observedAt: now })
    const { id } = await act(desk, ticketId(seen), commentArrived(DESK, seen, judged('inquiry')))
    return id
  }

  /** Tells along the links until nothing is left to tell. */
  const drain = async () => {
    await desk.publisher.idle()
    const done = new AbortController()
    const running = runLinks({ events, desk, logger: silent }, done.signal)
    for (let quiet = 0; quiet < 2; quiet = (await events.lag('links')) === 0 ? quiet + 1 : 0)
      await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
  }

  const merge = async (a: string, b: string) => {
    const { younger, elder } = directed(await get(a), await get(b))
    await act(desk, younger.id, mergeTicket({ ...by(), seen: younger.lastTurn, into: elder }))
    await drain()
  }

  const send = async (ticket: string) => {
    const { id: reply, hash } = (await get(ticket)).replies.at(-1)!
    await act(desk, ticket, { type: 'reply.sending', actor: DESK, reply, hash, token: 'token' })
    await act(desk, ticket, { type: 'reply.confirmed', actor: DESK, reply, acceptedAt: now })
    await drain()
  }

  const answer = async (ticket: string, text: string) => {
    const { lastTurn: seen } = await get(ticket)
    const { replies } = await act(desk, ticket, draftReply({ ...by(WANG), seen, text }))
    const { id: reply, hash } = replies.at(-1)!
    await act(desk, ticket, reviewReply({ ...by(), reply, hash }))
    now += OUTGOING_WAIT
    await send(ticket)
  }

  return { desk, by, get, says, drain, merge, answer, send }
}

const commentsOf = ({ owed }: { owed: { comment: string }[] }) => owed.map(({ comment }) => comment)

t.test('the links between tickets', async t => {
  t.test('tell the elder who waits on the younger, whichever was merged into which', async t => {
    const { get, says, merge } = office()
    const [one, two] = [await says('1'), await says('2')]
    await merge(one, two)
    const elder = await get(one)
    t.match(elder, { status: 'open', absorbed: [two] })
    t.same(commentsOf(elder), [observed('1').id, observed('2').id])
    t.match(await get(two), { status: 'merged', mergedInto: one })
  })

  t.test('tell a late comment, and the elder as it stands of all who joined it in a line', async t => {
    const { get, says, merge, drain } = office()
    const [one, two, three] = [await says('1'), await says('2'), await says('3')]
    await merge(two, three)
    await merge(one, two)
    await says('3', '3b')
    await drain()
    t.equal((await get(two)).status, 'merged')
    t.same(commentsOf(await get(one)), [
      ...['1', '2', '3'].map(root => observed(root).id),
      observed('3', { comment: '3b' }).id
    ])
    t.match((await get(one)).owed.at(-1), { via: three })
  })

  t.test('give the reply of the elder to all who joined, and close the case when all have it', async t => {
    const { get, says, merge, answer, send } = office()
    const [one, two, three] = [await says('1'), await says('2'), await says('3')]
    await merge(two, three)
    await merge(one, two)
    await answer(one, '今晚恢复供水。')
    t.same(commentsOf(await get(one)), [observed('2').id, observed('3').id])
    for (const ticket of [two, three]) {
      t.match((await get(ticket)).replies, [{ state: 'approved', text: '今晚恢复供水。' }])
      await send(ticket)
    }
    t.match(await get(one), { status: 'answered', owed: [] })
  })

  t.test('leave whom a reply could not reach among those who wait', async t => {
    const { desk, get, says, merge, answer, drain } = office()
    const [one, two] = [await says('1'), await says('2')]
    await merge(one, two)
    await answer(one, '今晚恢复供水。')
    const { id: reply } = (await get(two)).replies.at(-1)!
    await act(desk, two, { type: 'reply.failed', actor: DESK, reply, code: 'COMMENT_GONE', message: '' })
    await drain()
    t.match(await get(one), { status: 'open', owed: [{ via: two }] })
    await answer(one, '今晚恢复供水，请放心。')
    t.match((await get(two)).replies.at(-1), { state: 'approved', text: '今晚恢复供水，请放心。' })
  })

  t.test('take away from the elder what was split', async t => {
    const { desk, by, get, says, merge, drain } = office()
    const [one, two] = [await says('1'), await says('2')]
    await merge(one, two)
    const { lastTurn: seen } = await get(two)
    await act(desk, two, splitTicket({ ...by(), seen, reason: '不是同一件事' }))
    await drain()
    t.same([commentsOf(await get(one)), commentsOf(await get(two))], [[observed('1').id], [observed('2').id]])
    t.same((await get(one)).absorbed, [])
  })

  t.test('show a relation on both, and its end', async t => {
    const { desk, by, get, says, drain } = office()
    const [one, two] = [await says('1'), await says('2')]
    const { younger, elder } = directed(await get(one), await get(two))
    await act(desk, younger.id, relateTicket({ ...by(), other: elder }))
    await drain()
    t.same([(await get(one)).related, (await get(two)).related], [[two], [one]])
    await act(desk, younger.id, unrelateTicket({ ...by(), other: elder.id }))
    await drain()
    t.same([(await get(one)).related, (await get(two)).related], [[], []])
  })

  t.test('hold nothing up when the other ticket is not there', async t => {
    const { desk, by, get, says, merge } = office()
    const [one, two, three] = [await says('1'), await says('2'), await says('3')]
    const { id, key, number, bornAt } = await get(one)
    const into = { id: `${id}-gone`, key, number, bornAt }
    await act(desk, two, mergeTicket({ ...by(), seen: (await get(two)).lastTurn, into }))
    await merge(one, three)
    t.same((await get(one)).absorbed, [three])
  })
})
