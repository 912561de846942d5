import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES as rules } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { actOnIncident } from '@huiyin/ports/incidents.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { World } from './world.ts'

const MINUTE = 60_000

export type Raised = {
  id: string
  phrase: string
  /** So many comments at each look, a few minutes apart, the last a moment ago. */
  grew: readonly number[]
  /** Share of them that tell of a danger to the public. */
  safety?: boolean
  departments?: readonly string[]
}

/** An incident as the analyst would have opened it and seen it grow. */
export async function raise({ house, posts }: World, of: Raised): Promise<void> {
  const { store, desk, clock } = house
  const incidents = { ...desk, records: store.records, rules }
  const { id, phrase, grew, safety = false, departments = [] } = of
  for (const [i, total] of grew.entries()) {
    const at = clock.now() - (grew.length - 1 - i) * 6 * MINUTE
    const negative = Math.round(total * 0.8)
    const share = Math.ceil(total / posts.length)
    const signal: Signal = {
      ...{ type: i === 0 ? 'rise' : 'growth', subject: id, at, comments: [], total, people: Math.round(total * 0.9) },
      ...{ since: clock.now() - grew.length * 6 * MINUTE, phrase, words: [phrase.slice(-2), phrase.slice(0, 4)] },
      ...{ windowMs: 10 * MINUTE, observed: total - (grew[i - 1] ?? 0), expected: 0.6, urgent: safety ? 2 : 0 },
      ...{ places: [phrase.slice(0, 4)], departments: [...departments] },
      spread: posts.map(({ platform, account }) => ({ platform, account, comments: share })),
      sentiment: { negative, neutral: total - negative, positive: 0 },
      levels: { blue: total, yellow: 0, orange: 0, red: 0 }
    }
    const tells: Record<string, number> = safety ? { safety: total } : {}
    const facts = { looked: total, tells }
    await actOnIncident(incidents, id, { type: 'signal', actor: system('analyst'), signal, facts })
  }
  await store.records.refresh()
}
