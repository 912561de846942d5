import { actOnIncident, INCIDENT, incidentOf } from '@huiyin/ports/incidents.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Incident } from '@huiyin/schemas/incident.ts'
import { ANALYST, type IncidentPorts, incidentDesk } from './ports.ts'
import { countSimilar, type SimilarTo } from './similar.ts'
import { finishSplit } from './split.ts'

/** What follows from what happened: told twice, it changes nothing. */
export async function hear(ports: IncidentPorts, events: readonly HouseEvent[], similarTo: SimilarTo): Promise<void> {
  const opened = events.filter(({ type }) => type === 'ticket.opened')
  if (opened.length > 0) await countSimilar(ports, opened, similarTo)
  for (const event of events) await FOLLOWS[event.type]?.(ports, event)
}

type Follow = (ports: IncidentPorts, event: HouseEvent) => Promise<void>

const FOLLOWS: Partial<Record<HouseEvent['type'], Follow>> = {
  'letter.received': noteReceipt,
  'incident.merged': tellElder,
  'incident.split': async (ports, { data }) => {
    if (typeof data.into === 'string') await finishSplit(ports, data.into)
  }
}

async function noteReceipt(ports: IncidentPorts, { data, at, id }: HouseEvent): Promise<void> {
  if (data.about !== 'incident') return
  const by = [data.n, data.channel, data.person ?? id].join('/')
  const news = { type: 'received', actor: ANALYST, letter: String(data.letter), by, at } as const
  await actOnIncident(incidentDesk(ports, await ports.rules()), String(data.of), news)
}

/** The younger has joined: the elder counts what it counted. */
async function tellElder(ports: IncidentPorts, { ticket, data }: HouseEvent): Promise<void> {
  if (typeof data.into !== 'string') return
  const id = decodeURIComponent(ticket.split('/')[1] ?? '')
  const younger = (await ports.records.get<Incident>(INCIDENT, id))?.document.value
  if (!younger) return
  const elder = await incidentOf(ports.records, data.into)
  await actOnIncident(incidentDesk(ports, await ports.rules()), elder.id, { type: 'absorbed', actor: ANALYST, younger })
}
