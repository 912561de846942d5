import { alertOwed, type Owing } from '@huiyin/domain/clocks.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

export const ALERTER = system('alerter')
const PAGE = 500

type RaisePorts = { desk: Desk; records: Records; channels: readonly Channel[] }

/** Turns every clock that is due into its alerts. Done twice, by one or by two, it makes the same rows. */
export async function raiseDue(ports: RaisePorts, now: number): Promise<void> {
  const done = new Set<string>()
  while (true) {
    const ids = await ports.desk.tickets.due('nextDueAt', now, PAGE + done.size)
    const fresh = ids.filter(id => !done.has(id)) // the list lags behind what was just raised
    if (fresh.length === 0) return
    for (const id of fresh) {
      await raise(ports, id, now)
      done.add(id)
    }
  }
}

async function raise(ports: RaisePorts, id: string, now: number): Promise<void> {
  const { desk } = ports
  let ticket = (await desk.tickets.get(id))?.document
  for (let owing = owed(desk, ticket, now); ticket && owing; owing = owed(desk, ticket, now)) {
    await writeAlert(ports, ticket, owing, now)
    const { clock, kind, point } = owing
    const told = { type: 'clock.told', actor: ALERTER, clock: clock.id, dueSetBy: clock.dueSetBy, kind, point } as const
    ticket = await act(desk, id, told)
  }
}

const owed = ({ policy }: Desk, ticket: Ticket | undefined, now: number) =>
  ticket && alertOwed(ticket, policy.warnBefore, now)

/** One row by create; the deliveries are made from the row that stands, whoever made it. */
async function writeAlert({ records, channels }: RaisePorts, ticket: Ticket, owing: Owing, now: number): Promise<void> {
  const alert = alertOf(ticket, owing, channels, now)
  const made = await records.create('alert', { id: alert.id, value: alert })
  const stands = made ? alert : (await records.get<Alert>('alert', alert.id))!.document.value
  for (const channel of stands.channels) {
    const value: Delivery = { id: `${stands.id}/${channel}`, alert: stands, channel, state: 'pending', attempts: 0 }
    await records.create('delivery', { id: value.id, value, dueAt: stands.madeAt })
  }
}

function alertOf(ticket: Ticket, { clock, kind, point }: Owing, channels: readonly Channel[], now: number): Alert {
  return {
    id: `${ticket.id}/${clock.id}/${clock.dueSetBy}/${kind}/${point}/0`,
    ticket: ticket.id,
    number: ticket.number,
    clock: clock.id,
    dueSetBy: clock.dueSetBy,
    kind,
    point,
    urgent: clock.urgent,
    level: ticket.risk.level,
    account: ticket.account,
    ...(ticket.department !== undefined && { department: ticket.department }),
    dueAt: clock.dueAt,
    madeAt: now,
    channels: channels.map(({ name }) => name)
  }
}
