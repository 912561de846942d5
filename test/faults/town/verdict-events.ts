import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import { everyPage, everything } from '../aftermath.ts'
import { atRest, type Look } from './at-rest.ts'
import type { Judged } from './verdict.ts'

const AT_MOST = 1_000

/** Every event of every ticket stands in the log in its order, and in its timeline once. */
export function judgeEvents({ house }: Pick<Judged, 'house'>): Promise<string[]> {
  const told: HouseEvent[] = []
  return atRest(() => lookAt(house, told))
}

/** `told`: what was read of the log so far, which is read on from there; the state: the numbers of events that all tickets have. */
async function lookAt(house: Judged['house'], told: HouseEvent[]): Promise<Look> {
  const { tickets, history } = house.store
  await tickets.refresh()
  const all = await everyPage(after => tickets.search({ sort: 'newest', atMost: 1000, ...after }))
  told.push(...(await everything(house.logs.events)))
  const inLog = Map.groupBy(told, ({ ticket }) => ticket)
  await history.refresh()
  const wrong: string[] = []
  for (const { id, number, n: last } of all) {
    const told = [...new Set(inLog.get(id)?.map(({ n }) => n))]
    if (told.length !== last) wrong.push(`ticket ${number} has ${last} events, ${told.length} of them in the log`)
    else if (told.some((n, i) => n !== i + 1)) wrong.push(`ticket ${number} is told out of order: ${told.join(' ')}`)
    const rows = await history.of(id, { atMost: AT_MOST })
    if (rows.length !== Math.min(last, AT_MOST) || rows.some(({ n }, i) => n !== i + 1))
      wrong.push(`the timeline of ${number} has ${rows.length} of ${last} rows`)
  }
  const state = all.map(({ id, n }) => `${id} ${n}`)
  return { wrong, state: state.toSorted().join() }
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
