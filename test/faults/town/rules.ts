import type { House } from '@huiyin/adapters/house.ts'
import { DEFAULT_POLICY, type Policy, type Promised } from '@huiyin/schemas/policy.ts'
import { saveLadders } from '../escalations.ts'

const MINUTE = 60_000

const within = (ms: number): Promised => ({
  target: { kind: 'CALENDAR_HOURS', ms },
  calendar: 'round-the-clock',
  warnBefore: [ms / 2]
})

/** What takes hours elsewhere takes minutes here, so that warnings and breaches fall due while things go wrong. */
const hasty = (effectiveFrom: number): Policy => ({
  ...DEFAULT_POLICY,
  version: 'hasty-1',
  effectiveFrom,
  rules: DEFAULT_POLICY.rules.map(rule => ({
    ...rule,
    promises: { ...rule.promises, first: within(rule.when.urgent ? 2 * MINUTE : 5 * MINUTE) }
  }))
})

/** The town's promises, and whom it tells of what. */
export async function saveRules(house: Pick<House, 'rulebook'>, from: number): Promise<void> {
  await house.rulebook.savePolicy(hasty(from))
  await saveLadders(house, from)
}
