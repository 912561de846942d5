import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { houseSetting } from '@huiyin/ports/house-settings.ts'
import { INCIDENT_TEXT, incidentRow } from '@huiyin/ports/incidents.ts'
import { deliveriesOf, LETTERS } from '@huiyin/ports/letters.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { IncidentReportView, IncidentView } from '@huiyin/schemas/api-incidents.ts'
import type { Incident, IncidentText, ReportUp, TextRef } from '@huiyin/schemas/incident.ts'
import type { InstructionView } from '@huiyin/schemas/instruction.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import { masked } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { rowFor } from './finding.ts'
import { citedOf } from './members.ts'

/** Of so many letters it is told who received them, the newest. */
const LETTERS_SHOWN = 30

const who = ({ id, name }: Actor) => ({ id, name })

/** An incident as somebody may read it; whoever does not read personal data reads what people wrote masked. */
export async function incidentView(ports: ApiPorts, incident: Incident, actor: Actor): Promise<IncidentView> {
  const { records, clock } = ports
  const [texts, reports, cited, rules] = await Promise.all([
    textsOf(records, incident),
    reportsOf(records, incident.reports),
    citedOf(ports, incident, actor),
    houseSetting(records, 'incident-rules')
  ])
  const name = rules.natures.find(({ id }) => id === incident.nature)?.name
  const spread = spreadFor(ports, incident, actor)
  const view: IncidentView = {
    ...rowFor(actor, incidentRow(incident).value),
    ...partsOf(incident),
    figures: { ...incident.figures, spread: spread.map(({ name: _, ...of }) => of) },
    ...decidedOf(incident, texts),
    title: maskPersonal(incident.title),
    natureName: name ?? { zh: incident.nature || '未分类', en: incident.nature || 'none' },
    spread,
    statements: incident.statements.map(({ text, title, ...of }) => ({
      ...{ ...of, title: maskPersonal(title), ...said(texts, text), hash: text.hash }
    })),
    notes: incident.notes.map(({ id, text, cites = [], links = [], files = [] }) => ({
      ...{ id, cites, links, files },
      ...said(texts, text)
    })),
    reports,
    instructions: instructionsOf(incident, texts),
    cited: [],
    now: clock.now()
  }
  const plain = incident.figures.spread.every(of => mayDo(actor, 'personal.read', ofAccount(of)))
  return { ...(plain ? view : masked(view)), cited }
}

const partsOf = (of: Incident) => ({
  ...{ words: of.words, places: of.places, curve: of.looks, peak: of.peak, found: of.found },
  ...{ tracks: of.tracks, steps: of.steps, absorbed: of.absorbed, lastTurn: of.lastTurn, n: of.n },
  ...(of.raised && { raised: of.raised }),
  ...(of.lowerSince !== undefined && { lowerSince: of.lowerSince }),
  ...(of.calmSince !== undefined && { calmSince: of.calmSince }),
  ...(of.splitFrom !== undefined && { splitFrom: of.splitFrom })
})

type Texts = ReadonlyMap<string, string>

const said = (texts: Texts, { id, by, at }: TextRef) => ({ text: texts.get(id) ?? '', by: who(by), at })

function decidedOf({ set, review, muted, closed, dismissed }: Incident, texts: Texts) {
  return {
    ...(set && { set: { by: who(set.by), at: set.at, level: set.level } }),
    ...(muted && { muted: { by: who(muted.by), at: muted.at, until: muted.until } }),
    ...(closed && { closed: { by: who(closed.by), at: closed.at, reason: closed.reason } }),
    ...(dismissed && { dismissed: { by: who(dismissed.by), at: dismissed.at, reason: dismissed.reason } }),
    ...(review && {
      review: {
        happened: texts.get(review.happened.id) ?? '',
        cause: texts.get(review.cause.id) ?? '',
        measures: texts.get(review.measures.id) ?? '',
        lessons: texts.get(review.lessons.id) ?? '',
        by: who(review.by),
        at: review.at
      }
    })
  }
}

/** The newest first. */
const instructionsOf = ({ instructions = [] }: Incident, texts: Texts): InstructionView[] =>
  instructions.toReversed().map(({ text, by, done, ...of }) => ({
    ...{ ...of, text: texts.get(text.id) ?? '', by: who(by) },
    ...(done && { done: { at: done.at, by: who(done.by), text: texts.get(done.text.id) ?? '' } })
  }))

/** Accounts that are not theirs are not named. */
const spreadFor = ({ accounts }: ApiPorts, { figures }: Incident, actor: Actor) =>
  figures.spread
    .filter(of => mayDo(actor, 'incident.read', ofAccount(of)))
    .map(of => {
      const name = accounts(of.platform, of.account)?.name
      return { ...of, ...(name !== undefined && { name }) }
    })

async function textsOf(records: Pick<Records, 'getMany'>, incident: Incident): Promise<Texts> {
  const { statements, notes, review, instructions = [] } = incident
  const refs = [
    ...statements.map(({ text }) => text),
    ...notes.map(({ text }) => text),
    ...instructions.flatMap(({ text, done }) => [text, ...(done ? [done.text] : [])]),
    ...(review ? [review.happened, review.cause, review.measures, review.lessons] : [])
  ]
  const ids = [...new Set(refs.map(({ id }) => id))]
  const rows = ids.length > 0 ? await records.getMany<IncidentText>(INCIDENT_TEXT, ids) : []
  return new Map(rows.flatMap(row => (row ? [[row.document.id, row.document.value.text]] : [])))
}

/** Each letter once, the newest first. */
async function reportsOf(records: Pick<Records, 'getMany'>, all: readonly ReportUp[]): Promise<IncidentReportView[]> {
  const reports = [...new Map(all.map(one => [one.letter, one])).values()].slice(-LETTERS_SHOWN).toReversed()
  if (reports.length === 0) return []
  const letters = await records.getMany<Letter>(
    LETTERS,
    reports.map(({ letter }) => letter)
  )
  return Promise.all(
    reports.map(async ({ letter, why, at, level }, i) => {
      const made = letters[i]?.document.value
      const delivered = made ? await deliveriesOf(records, made) : []
      const to = delivered.map(({ delivery, received }) => ({
        ...{ name: delivery.to.name, channel: delivery.to.channel, state: delivery.state },
        ...(delivery.sentAt !== undefined && { sentAt: delivery.sentAt }),
        ...(received && { received: { at: received.at, by: received.by.name } })
      }))
      return { letter, why, at, level, to }
    })
  )
}
