import { idOf } from '@huiyin/domain/ids.ts'
import { DIGEST_AFTER } from '@huiyin/domain/incidents/due.ts'
import { digestOf } from '@huiyin/domain/incidents/letter.ts'
import { graver } from '@huiyin/domain/risk-levels.ts'
import { actOnIncident, INCIDENT } from '@huiyin/ports/incidents.ts'
import { sendLetter } from '@huiyin/ports/letters.ts'
import type { Incident, Owes } from '@huiyin/schemas/incident.ts'
import { recipientsOf } from './letters.ts'
import { ANALYST, type IncidentPorts, incidentDesk } from './ports.ts'

/** More stand in the digest by their number only. */
const MOST = 40

type Stale = { incident: Incident; owed: Owes[] }

/**
 * What is old already when we learn of it, after an outage or a back-fill, is told in one letter. First each incident
 * notes which digest tells it, then the letter is made, then they let it go: cut short at any point, the same digest is
 * made again and nothing is told twice.
 */
export async function tellInDigest(ports: IncidentPorts, ids: readonly string[], now: number): Promise<void> {
  const due = await staleOf(ports, ids, now)
  if (due.length === 0) return
  const desk = incidentDesk(ports, await ports.rules())
  const digest = String(now) // one that was begun may have been sent already: what came behind it goes into another
  for (const { incident, owed } of due) {
    const ns = owed.filter(({ digest }) => digest === undefined).map(({ n }) => n)
    if (ns.length > 0) await actOnIncident(desk, incident.id, { type: 'digested', actor: ANALYST, ns, digest })
  }
  const told = await lettersOf(ports, ids, now)
  for (const [name, those] of told) await tellDigest(ports, name, those)
}

async function staleOf({ records }: IncidentPorts, ids: readonly string[], now: number): Promise<Stale[]> {
  const found = await records.getMany<Incident>(INCIDENT, ids)
  return found.flatMap(row => {
    const incident = row?.document.value
    const owed = incident?.owes.filter(({ stale, since, digest }) => stale && (digest || since + DIGEST_AFTER <= now))
    return incident && owed && owed.length > 0 ? [{ incident, owed }] : []
  })
}

/** By the digest that each was given to. */
async function lettersOf(ports: IncidentPorts, ids: readonly string[], now: number): Promise<Map<string, Stale[]>> {
  const digests = new Map<string, Stale[]>()
  for (const { incident, owed } of await staleOf(ports, ids, now))
    for (const [name, those] of Map.groupBy(owed, ({ digest }) => digest)) {
      if (name === undefined) continue
      digests.set(name, [...(digests.get(name) ?? []), { incident, owed: those }])
    }
  return digests
}

async function tellDigest(ports: IncidentPorts, name: string, stale: readonly Stale[]): Promise<void> {
  const desk = incidentDesk(ports, await ports.rules())
  const level = stale.map(({ incident }) => incident.level).reduce(graver)
  const { to } = await recipientsOf(ports, desk, { level, urgent: false }, undefined)
  const letter = idOf('incident', 'digest', name)
  const madeAt = ports.clock.now()
  if (to.length > 0) {
    const said = digestOf(stale.map(({ incident }) => incident).slice(0, MOST), stale.length)
    const head = { id: letter, about: 'incident', of: 'digest', urgent: false, level, receipt: false } as const
    await sendLetter(ports.records, { ...head, ...said, to, by: ANALYST, madeAt })
  } else ports.logger.warn({ incidents: stale.length }, 'there is nobody to tell of incidents')
  for (const { incident, owed } of stale) {
    const ns = owed.map(({ n }) => n)
    await actOnIncident(desk, incident.id, { type: 'told', actor: ANALYST, ns, letter, recipients: to.length })
  }
}
