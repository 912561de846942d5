import { acknowledge, correct, dismiss, reopen } from '@huiyin/domain/commands.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import { DAY, HOUR, MINUTE } from '../reference/minutes.ts'
import { asks, pauses, watches } from './asking.ts'
import { activeOf, sendOut, takeAway, takesAway } from './dispatching.ts'
import { looksAt } from './looking.ts'
import { HEAD, type Office, PEOPLE, type Work } from './office.ts'
import { bringOn, isReturned, wantsResult, writeReply } from './replying.ts'
import { lasting, whenOfficeOpens } from './rhythm.ts'
import type { Doing, Town } from './town.ts'

const SHARES = {
  acknowledges: 0.2,
  dismisses: 0.03,
  reopensDismissed: 0.3,
  reopensAnswered: 0.01,
  raises: 0.02,
  lowers: 0.06,
  extends: 0.05,
  pauses: 0.03,
  watches: 0.02,
  withoutResult: 0.1,
  outside: 0.02,
  notOther: 0.5
} as const
const MOST_STEPS = 80

/** People of the office: they look, own, answer, err and forget, in office hours but for what is urgent. */
export function operators(town: Town, answerOutside: Office['answerOutside']): Office {
  const busy = new Set<string>()
  let keys = 0

  async function* handle(id: string): Doing {
    const random = town.randomOf(`${id} ${town.now()}`)
    const first = await town.ticket(id)
    if (!first) return
    const actor = pick(random, PEOPLE)
    yield looksAt(random, first, town.now())
    for (let step = 0; step < MOST_STEPS; step++) {
      const ticket = await town.ticket(id)
      if (!ticket || (ticket.status !== 'open' && ticket.status !== 'handling')) return
      const later = await goOn({ town, ticket, actor, random, office })
      if (later === undefined) return
      const next = town.now() + later
      yield ticket.urgent ? next : whenOfficeOpens(random, next)
    }
  }

  async function* once(id: string): Doing {
    try {
      yield* handle(id)
    } finally {
      busy.delete(id)
    }
  }

  const office: Office = {
    town,
    answerOutside,
    key: () => `act-${++keys}`,
    replies: new Map(),
    does: async (ticket, command, fact) => {
      const after = await town.act(ticket, command)
      if (after && fact) town.note(ticket, { ...fact, at: town.now() })
      return after
    },
    lookAt: id => {
      if (busy.has(id)) return
      busy.add(id)
      town.begin(once(id))
    }
  }
  return office
}

/** One thing done for a ticket; when to look again (ms), or undefined when there is nothing to do. */
async function goOn(work: Work): Promise<number | undefined> {
  const { ticket, actor, random, office } = work
  const { id } = ticket
  const underWay = await bringOn(work)
  if (underWay !== undefined) return underWay
  if (random() < SHARES.pauses) await pauses(work)
  if (random() < SHARES.watches) await watches(work)
  if (ticket.urgent && random() < SHARES.lowers) await asks(work, 'lower')
  const owned = (ticket.acknowledged?.until ?? 0) > work.town.now()
  if (!owned && random() < SHARES.acknowledges) {
    await office.does(id, acknowledge({ actor, id: office.key() }), { kind: 'acknowledged' })
    return lasting(random, 5 * MINUTE, 4 * HOUR)
  }
  return ticket.status === 'open' ? answer(work) : result(work)
}

/** Somebody waits. */
async function answer(work: Work): Promise<number | undefined> {
  const { ticket, actor, random, office, town } = work
  const { id, lastTurn: seen, clocks, review } = ticket
  const isRunning = clocks.some(({ kind, stoppedAt }) => stoppedAt === undefined && kind !== 'leg')
  if (review && !isRunning) {
    const label = random() < SHARES.notOther ? pick(random, ['inquiry', 'complaint'] as const) : 'other'
    await office.does(id, correct({ actor, id: office.key(), label }), { kind: 'corrected', label })
    return 5 * MINUTE
  }
  if (!ticket.urgent && random() < SHARES.raises) {
    await office.does(id, correct({ actor, id: office.key(), urgent: true }), { kind: 'corrected', urgent: true })
    return 5 * MINUTE
  }
  if (random() < SHARES.dismisses) {
    const command = dismiss({ actor, id: office.key(), seen, reason: 'duplicate' })
    if (await office.does(id, command, { kind: 'dismissed' })) {
      if (random() < SHARES.reopensDismissed) town.begin(takesBack(office, id, 'dismissed', random))
      return undefined
    }
  }
  const last = ticket.owed.at(-1)
  if (!last) return undefined
  if (random() < SHARES.outside) {
    office.answerOutside(ticket, last.native)
    return 20 * MINUTE
  }
  const later = await writeReply(work)
  if (random() < SHARES.reopensAnswered) town.begin(takesBack(office, id, 'answered', random))
  return later
}

/** Nobody waits, and the result is owed. */
async function result(work: Work): Promise<number | undefined> {
  const { ticket, random } = work
  if (!wantsResult(ticket) || isReturned(ticket)) return writeReply(work)
  if (activeOf(ticket)) {
    if (takesAway(random)) await takeAway(work)
    else if (random() < SHARES.extends) await asks(work, 'extend')
    return lasting(random, 2 * HOUR, 2 * DAY)
  }
  if (random() < SHARES.withoutResult) {
    await asks(work, 'close-without-result')
    return lasting(random, HOUR, DAY)
  }
  await sendOut(work)
  return lasting(random, HOUR, DAY)
}

async function* takesBack(office: Office, id: string, from: Ticket['status'], random: Random): Doing {
  const { town } = office
  yield whenOfficeOpens(random, town.now() + lasting(random, HOUR, 3 * DAY))
  const ticket = await town.ticket(id)
  if (ticket?.status !== from) return
  const command = reopen({ actor: HEAD, id: office.key(), seen: ticket.lastTurn, reason: 'checked' })
  if (await office.does(id, command, { kind: 'reopened' })) office.lookAt(id)
}
