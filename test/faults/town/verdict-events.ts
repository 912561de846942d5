import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { everything } from '../aftermath.ts'
import type { Judged } from './verdict.ts'

const AT_MOST = 1_000

/** Every event of every ticket stands in the log in its order, and in its timeline once. */
export async function judgeEvents({ house }: Judged, tickets: readonly Ticket[]): Promise<string[]> {
  const inLog = Map.groupBy(await everything(house.logs.events), ({ ticket }) => ticket)
  await house.store.history.refresh()
  const wrong: string[] = []
  for (const { id, number, n: last } of tickets) {
    const told = [...new Set(inLog.get(id)?.map(({ n }) => n))]
    if (told.length !== last) wrong.push(`ticket ${number} has ${last} events, ${told.length} of them in the log`)
    else if (told.some((n, i) => n !== i + 1)) wrong.push(`ticket ${number} is told out of order: ${told.join(' ')}`)
    const rows = await house.store.history.of(id, { atMost: AT_MOST })
    if (rows.length !== Math.min(last, AT_MOST) || rows.some(({ n }, i) => n !== i + 1))
      wrong.push(`the timeline of ${number} has ${rows.length} of ${last} rows`)
  }
  return wrong
}

/** Only the poison is parked, each once, as it came. */
export async function judgeParked({ house, poisoned }: Judged): Promise<string[]> {
  await house.store.records.refresh()
  const parked = await Array.fromAsync(entriesOf<Parked>(house.store.records, PARKED))
  const raws = parked.map(({ value }) => value.raw)
  return [
    ...poisoned.filter(raw => !raws.includes(raw)).map(raw => `not parked: ${raw.slice(0, 80)}`),
    ...parked
      .filter(({ value }) => !poisoned.includes(value.raw))
      .map(({ value }) => `parked: ${value.topic}, ${value.reason}, ${value.raw.slice(0, 120)}`)
  ]
}
