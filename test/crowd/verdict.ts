import type { Crowd, Tried } from './run.ts'

/** What went wrong, each in a sentence; empty where nothing was lost and every refusal says who was first. */
export function wrongIn({ tried, wrote }: Crowd): string[] {
  return [
    ...lost(
      tried,
      wrote.timelines.flatMap(({ rows }) => rows)
    ),
    ...badRefusals(tried),
    ...gaps(wrote)
  ]
}

type Rows = Crowd['wrote']['timelines'][number]['rows']

/** Every act that was taken has left its event, and no other has. */
function lost(tried: readonly Tried[], rows: Rows): string[] {
  const words = (who: string, ticket: string, type: string) => `${who} ${type} ${ticket}`
  const taken = tried.filter(({ status }) => status === 200)
  const done = countOf(taken.map(({ who, ticket, deed }) => words(who, ticket, deed.leaves)))
  const types = new Set(tried.map(({ deed }) => deed.leaves as string))
  const stands = countOf(
    rows.filter(({ type }) => types.has(type)).map(({ actor, ticket, type }) => words(actor.id, ticket, type))
  )
  const may = new Set(
    taken.filter(({ deed }) => deed.mayStand).map(({ who, ticket, deed }) => words(who, ticket, deed.leaves))
  )
  const all = [...new Set([...done.keys(), ...stands.keys()])]
  return all
    .filter(one => {
      const [answered, written] = [done.get(one) ?? 0, stands.get(one) ?? 0]
      return may.has(one) ? written > answered : written !== answered
    })
    .map(one => `${one}: answered ${done.get(one) ?? 0} times, written ${stands.get(one) ?? 0} times`)
}

const countOf = (all: readonly string[]) =>
  all.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<string, number>())

const NAME = /第\d+人/

const badRefusals = (tried: readonly Tried[]) =>
  tried
    .filter(
      ({ status, problem }) =>
        status !== 200 && !(status === 409 && NAME.test(`${problem?.detail} ${problem?.winner?.name}`))
    )
    .map(({ who, deed, status, problem }) => `${who} ${deed.name}: ${status} ${problem?.code} ${problem?.detail}`)

const gaps = ({ timelines, broken }: Crowd['wrote']) => [
  ...timelines
    .filter(({ n, rows }) => rows.length !== n || rows.some((row, i) => row.n !== i + 1))
    .map(({ ticket, n, rows }) => `${ticket}: ${n} events, ${rows.length} in its timeline`),
  ...(broken > 0 ? [`the trail: ${broken} findings`] : [])
]

/** How long acts took, in ms, and how they ended. */
export function figuresOf({ tried, poured, mostBehind }: Crowd) {
  const took = tried.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (quantile: number) => Math.round(took[Math.floor((took.length - 1) * quantile)] ?? 0)
  const taken = tried.filter(({ status }) => status === 200).length
  return {
    acts: tried.length,
    taken,
    refused: tried.length - taken,
    p50: at(0.5),
    p99: at(0.99),
    max: at(1),
    poured,
    mostBehind
  }
}
