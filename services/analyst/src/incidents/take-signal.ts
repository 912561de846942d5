import { digest, idOf } from '@huiyin/domain/ids.ts'
import type { IncidentNews } from '@huiyin/domain/incidents/commands.ts'
import { decideIncident } from '@huiyin/domain/incidents/decide.ts'
import { factsOf } from '@huiyin/domain/incidents/facts.ts'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { isSilenced } from '@huiyin/domain/incidents/silence.ts'
import {
  actOnIncident,
  claimMembers,
  INCIDENT,
  INCIDENT_MEMBER,
  INCIDENT_SUBJECT,
  livingOf
} from '@huiyin/ports/incidents.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { judgedOf, memberOf } from './members.ts'
import { ANALYST, type IncidentPorts, incidentDesk } from './ports.ts'

/** So many comments become members at once; what the first of them say tells what it is about. */
const AT_ONCE = 200

/**
 * The incident that a subject of the watch is in; `generation` counts those that it had. `instead`: the name under which
 * the incident knew the subject before.
 */
type Pointer = { incident: string; generation: number; instead?: string }

/**
 * A signal becomes news for the one incident of its subject, and its comments members. Taken again, after a crash or by
 * another, it changes nothing: the incident's name follows from the subject, and each comment is claimed once.
 */
export async function takeSignal(ports: IncidentPorts, signal: Signal): Promise<void> {
  const rules = await ports.rules()
  const judged = await judgedOf(ports, signal.comments.slice(0, AT_ONCE))
  const news: SignalNews = { type: 'signal', actor: ANALYST, signal, facts: factsOf(judged, rules) }
  const pointer = await pointerFor(ports, news, rules)
  if (pointer === undefined) return
  const { incident: id, instead } = pointer
  await claimMembers(ports.records, id, judged.map(memberOf))
  for (let from = AT_ONCE; from < signal.comments.length; from += AT_ONCE) {
    const more = await judgedOf(ports, signal.comments.slice(from, from + AT_ONCE))
    await claimMembers(ports.records, id, more.map(memberOf))
  }
  await actOnIncident(incidentDesk(ports, rules), id, { ...news, ...(instead !== undefined && { instead }) })
}

type SignalNews = Extract<IncidentNews, { type: 'signal' }>

/** The living incident of the subject, by its pointer, which is made once; undefined where none is to be opened. */
async function pointerFor(ports: IncidentPorts, news: SignalNews, rules: IncidentRules): Promise<Pointer | undefined> {
  const { records, clock } = ports
  const { subject } = news.signal
  const key = idOf(subject)
  while (true) {
    const found = await records.get<Pointer>(INCIDENT_SUBJECT, key)
    if (!found) {
      const value = await firstPointer(ports, news, rules)
      if (!value) return undefined
      await records.create<Pointer>(INCIDENT_SUBJECT, { id: key, value })
      continue
    }
    const pointer = found.document.value
    const incident = (await records.get<Incident>(INCIDENT, pointer.incident))?.document.value
    if (!incident) return pointer // it was made, and then we were cut short
    const living = incident.mergedInto === undefined ? incident : await livingOf(records, incident.mergedInto)
    if (!isLongDone(living, rules, clock.now()) || news.signal.type !== 'rise')
      return { ...pointer, incident: living.id }
    if (!opens(news, rules, clock.now())) return undefined
    const next = { id: key, value: pointerOf(subject, pointer.generation + 1) }
    await records.putIfUnchanged<Pointer>(INCIDENT_SUBJECT, next, found.version)
  }
}

/** A subject that is new to us: one whose comments are members already goes by another name since a restart. */
async function firstPointer(
  ports: IncidentPorts,
  news: SignalNews,
  rules: IncidentRules
): Promise<Pointer | undefined> {
  const { subject, total } = news.signal
  const known = await knownBy(ports, news.signal)
  if (known) {
    const same = known.subjects.filter(({ figures }) => figures.comments <= total)
    const [most] = same.toSorted((a, b) => b.figures.comments - a.figures.comments)
    return { incident: known.id, generation: 1, ...(most && { instead: most.id }) }
  }
  return opens(news, rules, ports.clock.now()) ? pointerOf(subject, 1) : undefined
}

/** The incident that has most of the comments as its members. */
async function knownBy({ records }: IncidentPorts, { comments }: Signal): Promise<Incident | undefined> {
  const ids = comments.slice(0, AT_ONCE).map(({ id }) => id)
  const rows = ids.length > 0 ? await records.getMany<IncidentMember>(INCIDENT_MEMBER, ids) : []
  const counts = Map.groupBy(
    rows.flatMap(row => row?.document.value.incident ?? []),
    id => id
  )
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)
  return most && most[1].length * 2 > ids.length ? livingOf(records, most[0]) : undefined
}

const pointerOf = (subject: string, generation: number): Pointer => ({
  incident: digest(idOf('incident', subject, String(generation))),
  generation
})

/** What rises anew long after it was closed is another incident. */
const isLongDone = ({ closed }: Incident, { reopenWithin }: IncidentRules, now: number) =>
  closed !== undefined && now - closed.at > reopenWithin

/** Whether an incident would be opened, and not one that the rules keep silent about. */
function opens(news: SignalNews, rules: IncidentRules, now: number): boolean {
  const { incident } = decideIncident(undefined, news, { id: 'asked', now, rules })
  return incident !== undefined && !isSilenced(rules, incident, now)
}
