import type { Audit, Heartbeat } from '@huiyin/ports/audit.ts'
import type { Check } from '@huiyin/ports/check.ts'
import { type ProcessNote, SEEN_EVERY } from '@huiyin/ports/processes.ts'
import type { HouseStatus, Trouble } from '@huiyin/schemas/api-status.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Silent for so long it has ended without a word, or cannot reach the store, in ms. */
const SILENT = 4 * SEEN_EVERY
/** So many events a group may have before it; a live stream has a few hundred. */
const BEHIND = 5_000
/** An alert reaches somebody within seconds; in ms. */
const UNDELIVERED = 2 * MINUTE
const UNAUDITED = 3 * MINUTE
/** Of the disk, and in bytes whatever its size. */
const ROOM = { watch: { share: 0.15, bytes: 10e9 }, wrong: { share: 0.05, bytes: 2e9 } }
const BACKUP = { watch: 26 * HOUR, wrong: 72 * HOUR }
const UNPUBLISHED = 100

/** The services that a house of several processes has; one called `huiyin` is all of them. */
export const SERVICES = [
  'collector',
  'classifier',
  'desk',
  'responder',
  'alerter',
  'analyst',
  'scribe',
  'webhooks',
  'api'
] as const

/** What was found; absent: it could not be read. */
export interface Found {
  now: number
  engines: Check[]
  processes?: ProcessNote[]
  readers?: Record<string, number>
  audit?: Audit
  heartbeat?: Heartbeat
  deliveries?: { waiting: number; oldest?: number }
  unpublished?: number
  parked?: number
  backupAt?: number
  /** Without a folder for backups nobody expects any. */
  backsUp: boolean
  /** Made-up citizens: nobody needs a copy of them. */
  demo: boolean
}

/** How the house stands by what was found. Pure. */
export function judge(found: Found): HouseStatus {
  const { now, engines, processes = [], readers = {}, deliveries, audit, backupAt } = found
  const troubles = [
    ...enginesAway(engines),
    ...processesOf(found),
    ...readersBehind(readers),
    ...alertsOf(found),
    ...queuesOf(found),
    ...disksOf(processes),
    ...backupOf(found)
  ].sort((a, b) => rank(b) - rank(a))
  return {
    now,
    gravity: troubles[0]?.gravity ?? 'well',
    troubles,
    engines: engines.map(({ name, ok, detail }) => ({ name, ok, detail })),
    processes,
    readers: Object.entries(readers).map(([group, waiting]) => ({ group, waiting })),
    alerts: {
      waiting: deliveries?.waiting ?? 0,
      ...(deliveries?.oldest !== undefined && { oldest: deliveries.oldest }),
      ...(audit && { auditedAt: audit.at })
    },
    ...(backupAt !== undefined && { backupAt })
  }
}

const rank = ({ gravity }: Trouble) => Number(gravity === 'wrong')

const enginesAway = (engines: readonly Check[]): Trouble[] =>
  engines
    .filter(({ ok }) => !ok)
    .map(({ name, detail }) => ({ kind: name === 'log' ? 'log-away' : 'store-away', gravity: 'wrong', detail }))

/** One of several may be silent for a moment while another does its work. */
function processesOf({ processes, now }: Found): Trouble[] {
  if (!processes || processes.length === 0) return [] // the store is away, or the house has only just been begun
  const live = processes.filter(({ seenAt }) => now - seenAt <= SILENT)
  const has = (of: readonly ProcessNote[], name: string) => of.some(({ service }) => service === name)
  const whole = has(live, 'huiyin')
  const troubles: Trouble[] = []
  for (const name of whole ? [] : SERVICES) {
    if (has(live, name)) continue
    const seen = Math.max(0, ...processes.filter(({ service }) => service === name).map(({ seenAt }) => seenAt))
    troubles.push(
      seen > 0
        ? { kind: 'service-silent', gravity: 'wrong', of: name, ms: now - seen }
        : { kind: 'service-missing', gravity: 'wrong', of: name }
    )
  }
  for (const { service, lacks } of live) {
    if (lacks.length === 0) continue
    const detail = lacks.map(({ name, detail }) => `${name}: ${detail}`).join('; ')
    troubles.push({ kind: 'service-unready', gravity: 'watch', of: service, detail })
  }
  return troubles
}

const readersBehind = (readers: Record<string, number>): Trouble[] =>
  Object.entries(readers)
    .filter(([, waiting]) => waiting > BEHIND)
    .map(([of, count]) => ({ kind: 'reader-behind', gravity: 'watch', of, count }))

function alertsOf({ audit, heartbeat, deliveries, now }: Found): Trouble[] {
  const troubles: Trouble[] = []
  if (audit?.mute) troubles.push({ kind: 'alerts-mute', gravity: 'wrong' })
  else if (audit && now - audit.at > UNAUDITED)
    troubles.push({ kind: 'alerts-unaudited', gravity: 'wrong', ms: now - audit.at })
  else if (audit && !audit.ok)
    troubles.push({ kind: 'alerts-late', gravity: 'wrong', count: audit.gaps, ms: audit.oldest ?? 0 })
  else if (deliveries?.oldest !== undefined && deliveries.oldest > UNDELIVERED)
    troubles.push({
      kind: 'alerts-undelivered',
      gravity: 'watch',
      count: deliveries.waiting,
      ms: deliveries.oldest
    })
  if (heartbeat?.failed !== undefined)
    troubles.push({ kind: 'heartbeat-unheard', gravity: 'watch', detail: heartbeat.failed })
  return troubles
}

function queuesOf({ unpublished = 0, parked = 0 }: Found): Trouble[] {
  const troubles: Trouble[] = []
  if (unpublished >= UNPUBLISHED) troubles.push({ kind: 'unpublished', gravity: 'watch', count: unpublished })
  if (parked > 0) troubles.push({ kind: 'parked', gravity: 'watch', count: parked })
  return troubles
}

/** One file system may be seen by several processes of a host. */
function disksOf(processes: readonly ProcessNote[]): Trouble[] {
  const told = new Set<string>()
  return processes.flatMap(({ host, disk }): Trouble[] => {
    if (!disk || disk.size === 0 || told.has(host)) return []
    const share = disk.free / disk.size
    const within = ({ share: least, bytes }: { share: number; bytes: number }) => share < least || disk.free < bytes
    if (!within(ROOM.watch)) return []
    told.add(host)
    return [{ kind: 'disk-full', gravity: within(ROOM.wrong) ? 'wrong' : 'watch', of: host, share, count: disk.free }]
  })
}

function backupOf({ backsUp, backupAt, demo, now }: Found): Trouble[] {
  if (demo) return []
  if (backupAt === undefined) return backsUp ? [{ kind: 'backup-none', gravity: 'watch' }] : []
  const ms = now - backupAt
  if (ms <= BACKUP.watch) return []
  return [{ kind: 'backup-old', gravity: ms > BACKUP.wrong ? 'wrong' : 'watch', ms }]
}
