import { ask, decideAsk, supervise } from '@huiyin/domain/cases/commands.ts'
import { pause, resume } from '@huiyin/domain/commands.ts'
import type { Ask, Clock } from '@huiyin/schemas/ticket.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { PauseReason } from '../reference/facts.ts'
import { DAY, HOUR, MINUTE } from '../reference/minutes.ts'
import { HEAD, type Office, type Work } from './office.ts'
import { lasting } from './rhythm.ts'
import type { Doing } from './town.ts'

const GRANTED = 0.8
const RESUMED = 0.6

/** Asks what another person decides a while later. */
export async function asks({ ticket, actor, random, office, town }: Work, kind: Ask['kind']): Promise<void> {
  const result = ticket.clocks.find(clock => clock.kind === 'close' && clock.stoppedAt === undefined)
  const until = (result?.dueAt ?? town.now()) + lasting(random, HOUR, 9 * DAY)
  const command = ask({ actor, id: office.key(), kind, reason: '情况复杂', ...(kind === 'extend' && { until }) })
  const after = await office.does(ticket.id, command)
  const made = after?.asks?.at(-1)
  if (made) town.begin(decides(office, ticket.id, made, random))
}

async function* decides(office: Office, id: string, made: Ask, random: Random): Doing {
  yield office.town.now() + lasting(random, 5 * MINUTE, 20 * HOUR)
  const granted = random() < GRANTED
  const command = decideAsk({ actor: HEAD, id: office.key(), ask: made.id, granted })
  const fact =
    made.kind === 'extend'
      ? ({ kind: 'extended', until: made.until! } as const)
      : made.kind === 'lower'
        ? ({ kind: 'lowered' } as const)
        : ({ kind: 'closed-without-result' } as const)
  await office.does(id, command, granted ? fact : undefined)
  office.lookAt(id)
}

/** A watch that ends by itself when the case is closed. */
export async function watches({ ticket, random, office, town }: Work): Promise<void> {
  const dueAt = town.now() + lasting(random, 3 * HOUR, 5 * DAY)
  const of = { actor: HEAD, id: office.key(), text: '请督办', owner: '城乡建设', dueAt, instruction: random() < 0.5 }
  await office.does(ticket.id, supervise(of), { kind: 'supervised', dueAt })
}

/** Stops a clock for a reason, and mostly lets it go on before the longest pause is over. */
export async function pauses({ ticket, actor, random, office, town }: Work): Promise<void> {
  const running = ticket.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
  if (running.length === 0) return
  const clock = pick(random, running)
  const reason = reasonFor(random, clock)
  const command = pause({ actor, id: office.key(), clock: clock.id, reason })
  const fact = { kind: 'paused', clock: clock.kind, reason } as const
  if ((await office.does(ticket.id, command, fact)) && random() < RESUMED)
    town.begin(resumes(office, ticket.id, clock, random))
}

const reasonFor = (random: Random, { kind }: Clock): PauseReason =>
  kind === 'first' && random() < 0.8
    ? 'platform_outage'
    : pick(random, ['awaiting_citizen', 'platform_outage', 'legal_hold', 'superior_instruction'] as const)

async function* resumes(office: Office, id: string, { id: clock, kind }: Clock, random: Random): Doing {
  yield office.town.now() + lasting(random, 10 * MINUTE, 3 * DAY)
  const command = resume({ actor: HEAD, id: office.key(), clock })
  await office.does(id, command, { kind: 'resumed', clock: kind })
}
