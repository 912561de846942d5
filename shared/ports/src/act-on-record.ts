import { storeRefused } from '@huiyin/domain/errors.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { type Carrying, carrying, publishBehind } from './act.ts'
import type { Clock } from './clock.ts'
import type { Publisher } from './publisher.ts'
import type { Records } from './records.ts'

/** Through what a document among the records changes as a ticket does: decided, put if unchanged, then published. */
export interface RecordDesk {
  records: Pick<Records, 'get' | 'putEach'>
  publisher: Publisher
  clock: Clock
}

/** Which document, and what its events are about. */
export interface OnRecord<D> {
  kind: string
  id: string
  subject: string
  /** When somebody has to look at it again. */
  dueAt: (document: D) => number | undefined
}

/**
 * Decides on what is there and puts it if nobody was faster; otherwise looks again and decides again, with a fresh `now`.
 * Resolves when the store has it, with what stands there; its events travel inside and are published behind. Undefined
 * where there is none and none came of it. Throws what `decide` refuses, STORE_REFUSED or STORE_UNAVAILABLE.
 */
export async function actOnRecord<D extends Carrying>(
  desk: RecordDesk,
  { kind, id, subject, dueAt }: OnRecord<D>,
  decide: (document: D | undefined, now: number) => { document: D | undefined; events: readonly HouseEvent[] }
): Promise<D | undefined> {
  while (true) {
    const found = await desk.records.get<D>(kind, id)
    const now = desk.clock.now()
    const { document, events } = decide(found?.document.value, now)
    if (!document || document === found?.document.value) return document
    const value = carrying(desk, document, events, now, subject)
    const at = dueAt(value)
    const entry = { id, value, ...(at !== undefined && { dueAt: at }) }
    const [put] = await desk.records.putEach<D>(kind, [{ entry, version: found?.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'conflict') continue
    publishBehind(desk, { id: subject, unpublished: value.unpublished })
    return value
  }
}
