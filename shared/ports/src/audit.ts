import type { Records } from './records.ts'

/**
 * What the auditor of the alerter found (R44), kept as record `alerter` of kind `audit`; the last heartbeat beside it.
 */
export const AUDIT = 'audit'
export const HEARTBEAT = 'heartbeat'
export const ALERTER_ID = 'alerter'

export interface Audit {
  at: number
  ok: boolean
  /** Tickets and deliveries that should have been dealt with two minutes ago; fifty of each are counted at most. */
  gaps: number
  /** For how long, in ms, the oldest of what is due has been due; absent when nothing is. */
  oldest?: number
  /** This installation may not alert: another environment than the one that is registered. */
  mute?: boolean
  /** Since when alerts are late, how many audits have passed since, and whether the channels were given notice. */
  outage?: { since: number; passed: number; told: boolean }
}

export interface Heartbeat {
  at: number
  /** Why the address was not reached. */
  failed?: string
}

/** Tells somebody outside that all is well; the reason when that failed. Never rejects. */
export type Beat = () => Promise<string | undefined>

/** The newest audit; undefined before the first. Three minutes old means that nobody audits. */
export const lastAudit = async (records: Records): Promise<Audit | undefined> =>
  (await records.get<Audit>(AUDIT, ALERTER_ID))?.document.value

/** The newest one, heard or not; undefined before the first. */
export const lastHeartbeat = async (records: Records): Promise<Heartbeat | undefined> =>
  (await records.get<Heartbeat>(HEARTBEAT, ALERTER_ID))?.document.value
