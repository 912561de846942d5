import { storeRefused } from '@huiyin/domain/errors.ts'
import { ALERTER_ID, AUDIT, type Audit, type Beat, HEARTBEAT, type Heartbeat } from '@huiyin/ports/audit.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import { findLate, type LatePorts } from './late.ts'
import { noteTrouble, tellTroubles } from './trouble.ts'

/**
 * The auditor (R44): compares what should have been told with what was, apart from the code that tells it. A gap
 * begins an outage, which the channels are told once; three passing audits in a row end it (R39). Only a passing audit
 * is followed by a heartbeat, so that whoever watches from outside hears of everything that stops it.
 */
const AUDIT_EVERY = 60_000
/** Another instance has just audited. */
const RECENT = AUDIT_EVERY / 2
const CALM_AFTER = 3
const REASON = '提醒的发送出现延误，请检查 alerter 服务和告警通道，并登录系统查看到期工单。'

export interface AuditPorts extends LatePorts {
  /** Whether alerts may leave this installation at all. */
  mayAlert: () => Promise<boolean>
  /** Tells somebody outside; absent when no address is set. */
  beat?: Beat
  logger: Logger
}

/**
 * One audit at `now`, unless another instance made one within half a minute: answers what was found, undefined when
 * it was the other's turn. Rejects with STORE_UNAVAILABLE while the store is away.
 */
export async function audit(ports: AuditPorts, now: number): Promise<Audit | undefined> {
  const { records } = ports
  const before = await records.get<Audit>(AUDIT, ALERTER_ID)
  if (before && Math.abs(now - before.document.value.at) < RECENT) return
  const found = await judge(ports, before?.document.value, now)
  if (!(await keep(records, found, before))) return
  if (found.outage && !found.outage.told) await tell(ports, found, now)
  if (found.ok) await sendHeartbeat(ports, now)
  return found
}

async function judge(ports: AuditPorts, before: Audit | undefined, now: number): Promise<Audit> {
  if (!(await ports.mayAlert())) return { at: now, ok: false, gaps: 0, mute: true }
  const { gaps, oldest } = await findLate(ports, now)
  const ok = gaps === 0
  const outage = outageAfter(before?.outage, ok, now)
  return { at: now, ok, gaps, ...(oldest !== undefined && { oldest }), ...(outage && { outage }) }
}

function outageAfter(outage: Audit['outage'], ok: boolean, now: number): Audit['outage'] {
  if (!ok) return outage ? { ...outage, passed: 0 } : { since: now, passed: 0, told: false }
  if (!outage || outage.passed + 1 >= CALM_AFTER) return
  return { ...outage, passed: outage.passed + 1 }
}

/** False when another instance was faster. */
async function keep(records: Records, value: Audit, before: Versioned<Entry<Audit>> | undefined): Promise<boolean> {
  const [put] = await records.putEach(AUDIT, [{ entry: { id: ALERTER_ID, value }, version: before?.version }])
  if (put?.outcome === 'refused') throw storeRefused(put.reason)
  return put?.outcome === 'put'
}

/** Told first, written down second: after a crash in between it is told once more. */
async function tell({ records, channels, logger }: AuditPorts, found: Audit, now: number): Promise<void> {
  const { outage, gaps, oldest } = found
  logger.error({ gaps, oldest }, 'alerts are late; this is not healthy')
  const ports = { records, channels, logger }
  await noteTrouble(ports, { kind: 'alerter', channel: 'alerter', reason: REASON, at: outage!.since })
  const value: Audit = { ...found, outage: { ...outage!, told: true } }
  await records.put<Audit>(AUDIT, { id: ALERTER_ID, value })
  await records.refresh()
  await tellTroubles(ports, now) // who should tell them may be what is out of order
}

async function sendHeartbeat({ records, beat, logger }: AuditPorts, now: number): Promise<void> {
  const failed = await beat?.()
  if (failed !== undefined) logger.warn({ reason: failed }, 'the heartbeat was not heard')
  await records.put<Heartbeat>(HEARTBEAT, {
    id: ALERTER_ID,
    value: { at: now, ...(failed !== undefined && { failed }) }
  })
}
