import { ladderFor } from '@huiyin/domain/escalation/trigger.ts'
import { calendarAt, policyAt } from '@huiyin/domain/rules.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Rulebook } from '@huiyin/ports/rulebook.ts'
import { type RulesJob, runningRulesJobs } from '@huiyin/ports/rules-jobs.ts'
import { type Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'

/** What counts now: the policy, the calendars that it counts by, the ladder of each need, and what is changing. */
export type InForce = {
  at: number
  policy: Policy
  calendars: { id: string; version: string; name: string }[]
  ladders: { kind: TriggerKind; urgent: boolean; ladder: Ladder }[]
  /** Changes that running clocks are still taking. */
  jobs: RulesJob[]
}

export type RulesPorts = { records: Records; rulebook: Rulebook; clock: Clock }

/** Read anew. Rejects with STORE_UNAVAILABLE while the store is away. */
export async function rulesInForce({ records, rulebook, clock }: RulesPorts): Promise<InForce> {
  await records.refresh()
  await rulebook.refresh()
  const [rules, at] = [rulebook.rules(), clock.now()]
  const policy = policyAt(rules, at)
  const promised = policy.rules.flatMap(({ promises }) => Object.values(promises).map(({ calendar }) => calendar))
  const calendars = Array.from(new Set(promised), id => {
    const { version, name } = calendarAt(rules, id, at)
    return { id, version, name }
  })
  const ladders = TriggerKind.anyOf.flatMap(({ const: kind }) =>
    [true, false].flatMap(urgent => {
      const ladder = ladderFor(rulebook.people().ladders, { kind, urgent, at })
      return ladder ? [{ kind, urgent, ladder }] : []
    })
  )
  return { at, policy, calendars, ladders, jobs: await runningRulesJobs(records) }
}
