import { finishSplitOf } from '@huiyin/ports/incident-split.ts'
import { ANALYST, type IncidentPorts, incidentDesk } from './ports.ts'

/** What was split off becomes an incident of its own, if whoever split it was cut short. */
export async function finishSplit(ports: IncidentPorts, into: string): Promise<void> {
  await finishSplitOf({ ...incidentDesk(ports, await ports.rules()), records: ports.records }, into, ANALYST)
}
