import type { House } from '@huiyin/adapters/house.ts'
import { tick } from '@huiyin/alerter/tick.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { figure, verdict } from './machine.ts'
import { alerterOf } from './scanner-alerter.ts'
import { alerted, watched } from './scanner-ledger.ts'
import { opened } from './scanner-tickets.ts'

/** So many at one moment of the second. */
const BATCH = 100
const MOST_TICKS = 200
const SECOND = 1_000

/** So many become due within the second from `at` (ms, UTC); `goal` in seconds. */
interface Rush {
  normal: number
  urgent: number
  at: number
  goal: number
}

type SetNow = (at: number) => void

/** Opens them, and ticks at the end of their second until each has an alert. */
export async function rush(house: House, setNow: SetNow, { normal, urgent, at, goal }: Rush): Promise<string[][]> {
  const sets = {
    normal: await openRush(house, setNow, { urgent: false, first: 0, length: normal, at }),
    urgent: await openRush(house, setNow, { urgent: true, first: normal, length: urgent, at })
  }
  const all = [...sets.normal, ...sets.urgent]
  const { records, made } = watched(house.store.records)
  setNow(at + SECOND)
  await house.store.tickets.refresh()
  const began = performance.now()
  let ticks = 0
  for (; all.some(({ id }) => !made.has(id)) && ticks < MOST_TICKS; ticks++)
    await tick(alerterOf(house, records), at + SECOND)

  const stand = await alerted(house.store.records)
  const without = all.filter(({ id }) => !stand.has(id)).length
  if (without > 0) throw new Error(`After ${ticks} ticks ${without} of ${all.length} have no alert in the ledger`)
  const secondsOf = (tickets: Ticket[]) => tickets.map(({ id }) => (made.get(id)! - began) / 1000)
  const [others, urgents] = [secondsOf(sets.normal), secondsOf(sets.urgent)]
  const lastUrgent = Math.max(...urgents)
  const before = others.filter(seconds => seconds < lastUrgent).length
  const last = Math.max(lastUrgent, ...others)
  return [
    ['in the ledger', 'seconds', 'goal', ''],
    ['the urgent', lastUrgent.toFixed(2), `after 0 others; ${figure(before)}`, verdict(before === 0)],
    [`all, in ${ticks} ticks`, last.toFixed(2), `< ${goal}`, verdict(last < goal)]
  ]
}

/** Opens them so long before that the first thing to be told of each falls into the second. */
async function openRush(
  { desk }: House,
  setNow: SetNow,
  { urgent, first, length, at }: { urgent: boolean; first: number; length: number; at: number }
): Promise<Ticket[]> {
  const published = at - (await leadOf(desk, setNow, { n: -2 - first, urgent, at: at - 60 * SECOND }))
  const tickets: Ticket[] = []
  for (let from = 0; from < length; from += BATCH) {
    const moment = published + Math.floor((SECOND * from) / length)
    const ns = Array.from({ length: Math.min(BATCH, length - from) }, (_, i) => -20_000 - first - from - i)
    setNow(moment)
    tickets.push(
      ...(await opened(
        desk,
        ns.map(n => ({ n, urgent, at: moment }))
      ))
    )
  }
  const astray = tickets.find(({ nextDueAt = 0 }) => nextDueAt < at || nextDueAt >= at + SECOND)
  if (astray) throw new Error(`All should be due from ${at} on, one is at ${astray.nextDueAt}`)
  return tickets
}

/** How long after a comment was published it has to be told for the first time, in ms. */
async function leadOf(desk: House['desk'], setNow: SetNow, sample: { n: number; urgent: boolean; at: number }) {
  setNow(sample.at)
  const [ticket] = await opened(desk, [sample])
  return ticket!.nextDueAt! - sample.at
}
