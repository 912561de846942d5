import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { SHIPPED_INCIDENT_RULES } from '@huiyin/domain/settings/shipped/incident-rules.ts'
import { actOnIncident } from '@huiyin/ports/incidents.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { House } from './house.ts'

type Of = { id: string; platform: string; account: string; phrase: string; total?: number; safety?: boolean }

/** People of one account speak of the same; answers the id of the incident. */
export async function incidentIn({ store, desk, time }: House, of: Of): Promise<string> {
  const { id, platform, account, phrase, total = 12, safety = false } = of
  const signal: Signal = {
    ...{ type: 'rise', subject: id, at: time.now, comments: [], total, people: total, since: time.now, phrase },
    ...{ words: [], windowMs: 3_600_000, observed: total, expected: 1, urgent: 0, places: [], departments: [] },
    spread: [{ platform, account, comments: total }],
    sentiment: { negative: total, neutral: 0, positive: 0 },
    levels: { blue: total, yellow: 0, orange: 0, red: 0 }
  }
  const tells: Record<string, number> = safety ? { safety: total } : {}
  const facts = { looked: total, tells }
  const incidents = { ...desk, records: store.records, rules: SHIPPED_INCIDENT_RULES }
  await actOnIncident(incidents, id, { type: 'signal', actor: system('analyst'), signal, facts })
  return id
}
