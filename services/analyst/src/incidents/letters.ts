import { idOf } from '@huiyin/domain/ids.ts'
import { letterOf, whomToTell } from '@huiyin/domain/incidents/letter.ts'
import { actOnIncident, INCIDENT_TEXT, type IncidentDesk } from '@huiyin/ports/incidents.ts'
import { resolveRecipients, sendLetter } from '@huiyin/ports/letters.ts'
import type { Incident, IncidentInstruction, IncidentText, Owes } from '@huiyin/schemas/incident.ts'
import type { LetterRecipient } from '@huiyin/schemas/letter.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { ANALYST, type IncidentPorts } from './ports.ts'

/** Makes the letters that an incident owes; each bears the event that it tells of, so that it is made once. */
export async function tellOwed(ports: IncidentPorts, desk: IncidentDesk, incident: Incident): Promise<void> {
  const owed = incident.owes.filter(({ stale }) => !stale)
  for (const one of owed) await tellOne(ports, desk, incident, one)
}

async function tellOne(ports: IncidentPorts, desk: IncidentDesk, incident: Incident, owed: Owes): Promise<void> {
  const { records, clock, logger } = ports
  const instruction = incident.instructions?.find(({ id }) => id === owed.of)
  const { to, receipt } = await whomToTellOf(ports, desk, { incident, owed, instruction })
  const letter = idOf('incident', incident.id, String(owed.n))
  if (to.length > 0) {
    const said = letterOf(incident, owed, await wordsOf(ports, instruction))
    const head = { id: letter, about: 'incident', of: incident.id, urgent: owed.urgent, level: owed.level } as const
    await sendLetter(records, { ...head, ...said, receipt, to, by: ANALYST, madeAt: clock.now() })
  } else logger.warn({ incident: incident.number, level: owed.level }, 'there is nobody to tell of an incident')
  const told = { type: 'told', actor: ANALYST, ns: [owed.n], letter, recipients: to.length } as const
  await actOnIncident(desk, incident.id, told)
}

type Telling = { incident: Incident; owed: Owes; instruction: IncidentInstruction | undefined }

/** An instruction goes to whom it names, and asks for a receipt; all else to whom the chain names. */
async function whomToTellOf(ports: IncidentPorts, desk: IncidentDesk, { incident, owed, instruction }: Telling) {
  const { records, people, clock } = ports
  const [department] = incident.departments
  if (!instruction?.to) {
    const chain = await recipientsOf(ports, desk, owed, department)
    return { to: chain.to, receipt: chain.receipt || instruction !== undefined }
  }
  const way = { urgent: owed.urgent, level: owed.level, ...(department !== undefined && { department }) }
  return { to: await resolveRecipients({ records, people }, instruction.to, way, clock.now()), receipt: true }
}

async function wordsOf({ records }: IncidentPorts, instruction: IncidentInstruction | undefined) {
  if (!instruction) return
  return (await records.get<IncidentText>(INCIDENT_TEXT, instruction.text.id))?.document.value.text
}

/** Whom the chain of the rules names at a level; the letter asks for receipts where a link of it does. */
export async function recipientsOf(
  { records, people, clock }: IncidentPorts,
  { rules }: IncidentDesk,
  { level, urgent }: { level: RiskLevel; urgent: boolean },
  department: string | undefined
): Promise<{ to: LetterRecipient[]; receipt: boolean }> {
  const { targets, receipt } = whomToTell(rules, level, people().channels)
  const way = { urgent, level, ...(department !== undefined && { department }) }
  return { to: await resolveRecipients({ records, people }, targets, way, clock.now()), receipt }
}
