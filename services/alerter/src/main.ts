import { randomUUID } from 'node:crypto'
import { heartbeatTo } from '@huiyin/adapters/heartbeat.ts'
import { type House, type Start, together } from '@huiyin/adapters/house.ts'
import { schedule } from '@huiyin/adapters/schedule.ts'
import { recipientKey } from '@huiyin/domain/escalation/recipients.ts'
import { openAckLinks } from '@huiyin/ports/ack.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { type Leases, openLeases } from '@huiyin/ports/lease.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { AlertRecipient } from '@huiyin/schemas/alert.ts'
import { audit } from './audit.ts'
import { enableAll } from './channel-state.ts'
import { handling } from './handling.ts'
import type { LetterPorts } from './letters/ports.ts'
import { letterRound } from './letters/round.ts'
import { PARTITIONS } from './raise.ts'
import { type AlerterPorts, tick } from './tick.ts'

/** Several of these share the work: partitions of tickets, channels, and the digests, each by a lease. */
export const start: Start = async (house, signal) => {
  const { store, channels, clock, logger } = house
  const { records } = store
  const leases = openLeases(records, {
    holder: randomUUID(),
    group: 'alerter',
    monotonic: () => performance.now(),
    clock
  })
  leases.take(leasesOf(house))
  const ports = portsOf(house, leases)
  const letters = lettersOf(house, ports)
  let begun = false
  const round = async () => {
    if (!begun) await enableAll(records, channels)
    begun = true
    await tick(ports, clock.now())
  }
  const scheduled = (when: string, work: () => Promise<unknown>, name: string) => (signal: AbortSignal) =>
    schedule(when, async () => void (await work()), { logger, signal, name })
  try {
    await together(signal, [
      scheduled('* * * * * *', leases.round, 'alerter leases'),
      scheduled('* * * * * *', round, 'alerter'),
      scheduled('* * * * * *', () => letterRound(letters, clock.now()), 'letters'),
      scheduled(
        '0 * * * * *',
        () => audit({ ...ports, ...beatOf(house), tickets: store.tickets }, clock.now()),
        'auditor'
      )
    ])
  } finally {
    await leases.release()
  }
}

const leasesOf = ({ channels }: House) => [
  ...Array.from({ length: PARTITIONS }, (_, n) => `tickets/${n}`),
  ...channels.map(({ name }) => `channel/${name}`),
  'digests'
]

const beatOf = ({ settings: { heartbeatUrl } }: House) => (heartbeatUrl ? { beat: heartbeatTo(heartbeatUrl) } : {})

function portsOf(house: House, leases: Leases): AlerterPorts {
  const { desk, store, channels, rulebook, link, clock, fingerprint, logger, meter } = house
  const guard = openGuard(store.records, { fingerprint, clock, logger })
  const known = new Set(leasesOf(house))
  return {
    desk,
    records: store.records,
    people: rulebook.people,
    channels,
    link,
    ...acknowledging(house),
    ...(house.settings.publicUrl && {
      handle: handling({ desk, records: store.records, people: rulebook.people, logger }, house.settings.publicUrl)
    }),
    holds: name => leases.holds(known.has(name) ? name : 'digests'), // a channel that is not configured any more
    mayAlert: guard.mayAlert,
    adoptedAt: guard.adoptedAt,
    logger,
    meter
  }
}

function lettersOf(house: House, { holds, mayAlert, logger }: AlerterPorts): LetterPorts {
  const { store, files, channels, clock, logs } = house
  const { publicUrl } = house.settings
  const page = (path: string) => (publicUrl === undefined ? undefined : publicUrl.replace(/\/$/, '') + path)
  return {
    records: store.records,
    files,
    channels,
    clock,
    page,
    holds,
    mayAlert,
    logger,
    tell: teller(logs.events, clock)
  }
}

const DAY = 86_400_000

/** Links need an address under which they are opened; they hold for a day. */
function acknowledging({ settings: { publicUrl }, store, rulebook }: House): Pick<AlerterPorts, 'acknowledge'> {
  if (publicUrl === undefined) return {}
  const links = openAckLinks(store.records)
  const nameOf = ({ person, channel }: AlertRecipient) =>
    rulebook.people().persons.find(({ id }) => id === person)?.name ?? channel
  return {
    acknowledge: async ({ id, ticket, number, madeAt }, recipient) => {
      const who = { id: recipient.person ?? recipientKey(recipient), name: nameOf(recipient) }
      const of = { ticket: { id: ticket, number }, alert: id, recipient: who, expiresAt: madeAt + DAY }
      return `${publicUrl.replace(/\/$/, '')}/ack/${await links.issue(of)}`
    }
  }
}
