import { idOf } from '@huiyin/domain/ids.ts'
import { refOf } from '@huiyin/domain/rules.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { JobRow } from './jobs.ts'
import type { Records } from './records.ts'
import { entriesOf } from './rule-records.ts'

/** Kind of the rows of work that is done page by page. */
export const JOB_KIND = 'job'

/** A version of a policy or calendar, and the id of the job that it makes when it comes into force. */
export interface RulesVersion {
  job: string
  /** As people read it: `calendar office@2`, `policy 2026-spring`. */
  rule: string
  effectiveFrom: number
}

/** How far a change of rules has come through the tickets whose clocks run (R15, R22); instants are UTC in ms. */
export interface RulesJob extends JobRow {
  rule: string
  /** When an instance first saw the version in force. */
  seenAt: number
  /** Tickets that were told. */
  done: number
  /** Of these, those whose clocks are others now; what a worker did before it died is not in it. */
  touched: number
  /** Clocks that are due at another time now, counted likewise. */
  moved: number
  /** Tickets that could not be told; each is in the log. */
  failed: number
}

/** Versions in force at an instant, or that have been, the eldest first. */
export function rulesInForceAt({ policies, calendars }: Rules, at: number): RulesVersion[] {
  const versions = [
    ...calendars.map(calendar => ({
      job: idOf('rules', 'calendar', calendar.id, calendar.version),
      rule: `calendar ${refOf(calendar)}`,
      effectiveFrom: calendar.effectiveFrom
    })),
    ...policies.map(({ version, effectiveFrom }) => ({
      job: idOf('rules', 'policy', version),
      rule: `policy ${version}`,
      effectiveFrom
    }))
  ]
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || (a.job < b.job ? -1 : 1))
}

/** The changes of rules that are still on their way to the tickets. */
export async function runningRulesJobs(records: Pick<Records, 'list'>): Promise<RulesJob[]> {
  const running: RulesJob[] = []
  for await (const { value } of entriesOf<RulesJob>(records, JOB_KIND, 'rules/'))
    if (value.endedAt === undefined) running.push(value)
  return running
}
