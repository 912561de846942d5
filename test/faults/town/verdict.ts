import { setTimeout as sleep } from 'node:timers/promises'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { everyPage } from '../aftermath.ts'
import type { Town } from './open.ts'
import { quiet } from './quiet.ts'
import { judgeAlerts } from './verdict-alerts.ts'
import { judgeComments } from './verdict-comments.ts'
import { judgeEvents, judgeParked } from './verdict-events.ts'
import { judgeReplies, underWay } from './verdict-replies.ts'
import { judgeTickets } from './verdict-tickets.ts'
import { judgeTrail } from './verdict-trail.ts'

export interface Verdict {
  counts: { comments: number; tickets: number; replies: number; alerts: number; links: number }
  /** By what is judged; all empty when all is well. */
  wrong: Record<string, string[]>
}

/** What can be judged: those outside, and the house that they dealt with. */
export type Judged = Pick<Town, 'simulator' | 'receivers' | 'citizens' | 'operators' | 'house' | 'poisoned' | 'now'>

/** Compares what truly happened in a town that has come to rest with what its office has. */
export async function judge(town: Judged): Promise<Verdict> {
  const comments = await judgeComments(town)
  const { tickets, wrong } = await judgeTickets(town, comments.rows)
  const alerts = await alertsOf(town)
  const trail = await judgeTrail(town)
  return {
    counts: {
      comments: town.citizens.written.length,
      tickets: tickets.length,
      replies: town.operators.intended.filter(({ isLetGo }) => isLetGo).length,
      alerts: alerts.alerts,
      links: trail.links
    },
    wrong: {
      comments: comments.wrong,
      tickets: wrong,
      replies: judgeReplies(town, tickets),
      alerts: alerts.wrong,
      events: await judgeEvents(town),
      trail: trail.wrong,
      parked: await judgeParked(town)
    }
  }
}

/** More alerts fall due while a town is judged: what is wrong with them once none is on its way, or after the patience. */
async function alertsOf(town: Judged): ReturnType<typeof judgeAlerts> {
  const late = Date.now() + PATIENCE
  while (true) {
    const judged = await judgeAlerts(town, await everyTicket(town))
    if (judged.wrong.length === 0 || Date.now() > late) return judged
    await sleep(LOOK_EVERY)
  }
}

async function everyTicket({ house }: Pick<Judged, 'house'>): Promise<Ticket[]> {
  const { tickets } = house.store
  await tickets.refresh()
  return everyPage(after => tickets.search({ sort: 'newest', atMost: 1000, ...after }))
}

export const isGood = ({ wrong }: Verdict): boolean => Object.values(wrong).every(({ length }) => length === 0)

/** A reply that never reached its platform is believed to be absent after so long. */
const QUARTER = 16 * 60_000
const PATIENCE = 120_000
const LOOK_EVERY = 1_000
/** What only time can end is not waited for longer. */
const SOON = 15_000

/** Nobody writes any more; time passes until nothing is under way. */
export async function comeToRest(town: Town): Promise<void> {
  await town.rest()
  await quiet(town, PATIENCE)
  for (let quarter = 0; quarter < 3; quarter++) {
    if (await isDone(town, SOON)) break
    await town.pass(QUARTER)
  }
  await isDone(town, PATIENCE)
  await quiet(town, PATIENCE)
}

/** Whether no reply is on its way and nobody has to be told any more, within so many ms. */
async function isDone(town: Town, within: number): Promise<boolean> {
  const late = Date.now() + within
  while (Date.now() < late) {
    const all = await everyTicket(town)
    const alerts = await judgeAlerts(town, all)
    if (underWay(all).length === 0 && alerts.wrong.length === 0) return true
    await sleep(LOOK_EVERY)
  }
  return false
}
