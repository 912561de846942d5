import { setTimeout as sleep } from 'node:timers/promises'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { readable } from '@huiyin/ports/parking.ts'
import { isAway, patiently } from '@huiyin/ports/patience.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { hear } from './incidents/hear.ts'
import { lookAtDue } from './incidents/look.ts'
import type { IncidentPorts } from './incidents/ports.ts'
import { takeSignal } from './incidents/take-signal.ts'
import { readBack } from './read-back.ts'
import { openRecent } from './recent.ts'
import { type FindPorts, findComments, findTickets } from './searches/finds.ts'
import { tellFinds } from './searches/tell-finds.ts'
import type { Watch } from './watch/types.ts'

/** What the analyst reads and changes. */
export interface AnalystPorts extends Omit<IncidentPorts, 'recent'> {
  classified: EventLog<Classified>
  events: EventLog<HouseEvent>
  /** Opens a watch as the rules ask for it. */
  watch: (rules: IncidentRules) => Watch
  /** What saved searches find. */
  asked: FindPorts['asked']
  tickets: FindPorts['tickets']
}

/** One stretch in which this process holds the lease: its watch lives as long. */
export interface Session {
  /** Reads comments as they are classified; ends with the signal. */
  watch: (signal: AbortSignal) => Promise<void>
  /** Reads what happens; ends with the signal. */
  hear: (signal: AbortSignal) => Promise<void>
  /** What is due of incidents; every second. */
  tick: (now: number) => Promise<void>
  /** What saved searches found is told; every ten seconds. */
  tellFinds: (now: number) => Promise<void>
  /** What has become calm; every minute. True when the rules ask for another watch. */
  minute: (now: number) => Promise<boolean>
}

const AT_MOST = 500
/** So long, in ms, a batch may wait for more: what is asked of log and store is asked for each batch. */
const LINGER = 500
/** So many comments are judged at once: other services of this process wait meanwhile. */
const AT_ONCE = 200
/** So many comments are remembered for signals of them. */
const RECENT = 5_000
/** Tickets that were opened longer ago (ms) are not born any more. */
const BIRTH = 10 * 60_000
/** The watch reads comments beside the desk: so long it is waited for, in ms. */
const WAIT = 100
const TRIES = 20

/** Reads the watch's state back from the store, and what rose meanwhile is told. */
export async function openSession(ports: AnalystPorts, signal: AbortSignal): Promise<Session> {
  const { classified, events, records, clock, logger } = ports
  const recent = openRecent<Classified>(RECENT)
  const incidents: IncidentPorts = { ...ports, recent: recent.get }
  const patience = { logger, signal }
  const rules = await patiently('store', patience, ports.rules)
  const tellEach = async (signals: readonly Signal[]) => {
    for (const one of signals) await patiently('store', patience, () => told(incidents, one))
  }
  const { watch, risen } = await patiently('store', patience, async () => {
    const watch = ports.watch(rules) // one that has read half of it already would count that twice
    return { watch, risen: await readBack(ports, watch, clock.now(), signal) }
  })
  await tellEach(risen)

  /** The comment may be on its way to us still. */
  const seen = async (opened: readonly HouseEvent[]) => {
    const ids = opened.map(({ data }) => String(data.comment))
    const isThere = (id: string) => recent.get(id) !== undefined || watch.subjectOf(id) !== undefined
    for (let tries = 0; tries < TRIES && !ids.every(isThere) && !signal.aborted; tries++) await sleep(WAIT)
  }

  return {
    async watch(signal) {
      const batches = classified.read({ group: 'analyst', atMost: AT_ONCE, linger: LINGER, signal })
      for await (const { events: batch, commit } of readable(batches, records, 'classified', clock)) {
        for (const one of batch) recent.add(one.id, one)
        await tellEach(watch.take(batch, clock.now()))
        await patiently('store', patience, () => findComments(ports, batch, clock.now()))
        await commit()
      }
    },
    async hear(signal) {
      for await (const batch of events.read({ group: 'analyst-events', atMost: AT_MOST, linger: LINGER, signal })) {
        const fresh = batch.events.filter(({ type, at }) => type !== 'ticket.opened' || clock.now() - at < BIRTH)
        await seen(fresh.filter(({ type }) => type === 'ticket.opened'))
        await patiently('store', patience, () => hear(incidents, fresh, watch.similarTo))
        await patiently('store', patience, () => findTickets(ports, fresh, clock.now()))
        await batch.commit()
      }
    },
    tick: now => lookAtDue(incidents, now),
    tellFinds: now => tellFinds(ports, now),
    async minute(now) {
      await tellEach(watch.tick(now))
      const { sensitivity, steps } = await ports.rules()
      return sensitivity !== rules.sensitivity || String(steps) !== String(rules.steps)
    }
  }
}

/** What the store will never take of a signal holds up no other. */
async function told(ports: IncidentPorts, signal: Signal): Promise<void> {
  try {
    await takeSignal(ports, signal)
  } catch (error) {
    if (isAway(error) || !(error instanceof HuiyinError)) throw error
    ports.logger.error({ subject: signal.subject, code: error.code }, 'a signal of the watch could not be kept')
  }
}
