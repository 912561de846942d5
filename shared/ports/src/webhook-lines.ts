import { idOf } from '@huiyin/domain/ids.ts'
import type { StoredWebhook, WebhookDelivery } from '@huiyin/schemas/webhook.ts'
import type { Records } from './records.ts'

/**
 * How far a webhook has come in one partition of the log. Written by who reads that partition for it; two at once,
 * while one hands over to the other, may tell something twice.
 */
export interface WebhookLine {
  /** Everything up to here is told, or was not to be; decimal, '-1' before the first. */
  offset: string
  /** The newest last; among them everything beyond `offset` that is told. */
  recent: readonly WebhookDelivery[]
  /** By event: what could not be told yet. */
  failing: Readonly<Record<string, Failing>>
  /** How many were told, and how many tries came to nothing. */
  told: number
  failures: number
}

/** Instants in ms; `tries` so far. */
export type Failing = { since: number; tries: number; triedAt: number; nextAt: number; why: string }

/** Kind of the records. */
const KIND = 'webhook-line'
export const RECENT = 100
const AT_MOST = 1_000

type Of = Pick<StoredWebhook, 'id' | 'generation'>
const lineId = ({ id, generation }: Of, partition: number) => idOf(id, String(generation), String(partition))

export const NEW_LINE: WebhookLine = { offset: '-1', recent: [], failing: {}, told: 0, failures: 0 }

export const readLine = async (records: Records, of: Of, partition: number): Promise<WebhookLine> =>
  (await records.get<WebhookLine>(KIND, lineId(of, partition)))?.document.value ?? NEW_LINE

export const writeLine = (records: Records, of: Of, partition: number, value: WebhookLine): Promise<void> =>
  records.put<WebhookLine>(KIND, { id: lineId(of, partition), value })

/** Of every partition in its present generation; may lag by a second. */
export async function linesOf(records: Records, { id, generation }: Of): Promise<WebhookLine[]> {
  const found = await records.list<WebhookLine>(KIND, { prefix: `${idOf(id, String(generation))}/`, atMost: AT_MOST })
  return found.map(({ value }) => value)
}

/** What failed longest, in any partition. */
export function worstOf(lines: readonly WebhookLine[]): Failing | undefined {
  return lines.flatMap(({ failing }) => Object.values(failing)).sort((a, b) => a.since - b.since)[0]
}

/** The last hundred, the newest first. */
export const deliveriesOf = (lines: readonly WebhookLine[]): WebhookDelivery[] =>
  lines
    .flatMap(({ recent }) => recent)
    .sort((a, b) => b.triedAt - a.triedAt)
    .slice(0, RECENT)

/** Gives every line another offset: the log was begun anew. Nobody may read meanwhile. */
export async function moveLines(records: Records, moved: (partition: number, offset: string) => string): Promise<void> {
  await records.refresh()
  for (let after: string | undefined; ; ) {
    const page = await records.list<WebhookLine>(KIND, { atMost: AT_MOST, ...(after !== undefined && { after }) })
    if (page.length === 0) return
    for (const { id, value } of page) {
      const offset = moved(Number(id.slice(id.lastIndexOf('/') + 1)), value.offset)
      await records.put<WebhookLine>(KIND, { id, value: { ...value, offset } })
    }
    after = page.at(-1)!.id
  }
}

/** Nothing refers to them any more. */
export async function forgetLines(records: Records, { id }: Pick<StoredWebhook, 'id'>): Promise<void> {
  const found = await records.list<WebhookLine>(KIND, { prefix: `${idOf(id)}/`, atMost: AT_MOST })
  for (const line of found) await records.remove(KIND, line.id)
}
