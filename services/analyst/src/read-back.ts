import { setTimeout as sleep } from 'node:timers/promises'
import type { Signal } from '@huiyin/domain/incidents/signal.ts'
import { INCIDENT, INCIDENT_ROW, membersOf } from '@huiyin/ports/incidents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { CommentRef, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Incident, IncidentRow } from '@huiyin/schemas/incident.ts'
import type { AnalystPorts } from './session.ts'
import { restore } from './watch/restore.ts'
import type { Adopted, Watch } from './watch/types.ts'

const HOUR = 3_600_000
/** What the watch remembers, and beyond it what teaches it the accounts' rhythm, in ms. */
const WINDOW = 72 * HOUR
const LEARNS = 14 * 24 * HOUR
const PAGE = 1_000
/** The desk brings what was classified into the store; so long it is waited for, each time so long (ms). */
const TRIES = 100
const WAIT = 100

/**
 * Gives a watch what an earlier one knew: the comments that are stored, and under which name the incidents know its
 * subjects. Answers what rose meanwhile, by those names. Rejects with the
 * signal's reason.
 */
export async function readBack(
  ports: AnalystPorts,
  watch: Watch,
  now: number,
  signal?: AbortSignal
): Promise<Signal[]> {
  for (let tries = 0; tries < TRIES && (await ports.classified.lag('desk')) > 0; tries++) await sleep(WAIT)
  const risen = await restore(watch, storedSince(ports, now - LEARNS, signal), now)
  watch.adopt(await Array.fromAsync(adopted(ports.records, now - WINDOW)))
  return risen.map(signal => ({ ...signal, subject: nameOf(watch, signal) }))
}

/** The name that it has by now: an incident may know it under another one. */
function nameOf(watch: Watch, { subject, comments }: Signal): string {
  const names = comments.flatMap(({ id }) => watch.subjectOf(id) ?? [])
  return names.at(-1) ?? subject
}

async function* storedSince(
  { comments }: AnalystPorts,
  from: number,
  signal?: AbortSignal
): AsyncGenerator<StoredComment[]> {
  for (let after: string | undefined; ; ) {
    signal?.throwIfAborted()
    const query = { publishedFrom: from, ours: false, sort: 'oldest', atMost: PAGE } as const
    const page = await comments.search({ ...query, ...(after !== undefined && { after }) })
    yield page.rows
    if (page.after === undefined) return
    after = page.after
  }
}

/** Incidents that people spoke of lately, also those that are done: what is silent must stay so. */
async function* adopted(records: Records, since: number): AsyncGenerator<Adopted> {
  for await (const { value: row } of entriesOf<IncidentRow>(records, INCIDENT_ROW)) {
    if (row.lastAt < since) continue
    const incident = (await records.get<Incident>(INCIDENT, row.id))?.document.value
    const [most] = incident?.subjects.toSorted((a, b) => b.figures.comments - a.figures.comments) ?? []
    if (!most) continue
    const comments = await Array.fromAsync(refsOf(records, row.id, since))
    yield { subject: most.id, comments, told: most.figures.comments }
  }
}

async function* refsOf(records: Records, incident: string, since: number): AsyncGenerator<CommentRef> {
  for (let after: string | undefined; ; ) {
    const page = await membersOf(records, incident, { atMost: PAGE, ...(after !== undefined && { after }) })
    for (const { value } of page)
      if (value.publishedAt >= since) yield { id: value.comment, publishedAt: value.publishedAt }
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}
