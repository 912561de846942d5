import { fromLine, type Line, logName, summed } from './documents.ts'
import { linesOf } from './lines.ts'
import { type DocumentsPart, type LogPart, type Manifest, partsOf } from './manifest.ts'
import type { Place } from './place.ts'
import { openSum, type Total, type Totals } from './sum.ts'

/** Sums of what the archive would write into engines, read from the archive alone. */
export async function sumArchived(place: Place, manifest: Manifest): Promise<Totals> {
  const totals: Totals = {}
  for (const part of partsOf(manifest, 'documents')) totals[part.name] = await sumPacked(place, part)
  const logs = partsOf(manifest, 'log')
  for (const name of new Set(logs.map(({ name }) => name)))
    totals[logName(name)] = await sumLogged(
      place,
      logs.filter(part => part.name === name)
    )
  return totals
}

/** The sum of what an archive would restore, without an engine. */
async function sumPacked(place: Place, { name, packs }: DocumentsPart): Promise<Total> {
  const newest = new Map<string, number>()
  for (const pack of packs)
    for (const line of await linesOf(place, pack, name)) {
      const { id, version } = fromLine(line)
      newest.set(id, Math.max(version, newest.get(id) ?? 0))
    }
  const sum = openSum()
  for (const pack of packs)
    for (const line of await linesOf(place, pack, name)) {
      const one: Line = fromLine(line)
      if (newest.get(one.id) !== one.version) continue
      newest.delete(one.id) // a change that two backups stored counts once
      sum.add(...summed(one))
    }
  return sum.total()
}

/** The events of a part, as texts. */
export async function* eventsOf(place: Place, { packs, name }: LogPart): AsyncGenerator<string[]> {
  for (const pack of packs) yield (await linesOf(place, pack, `log:${name}`)).map(line => JSON.parse(line) as string)
}

/** The sum of what an archive holds of a topic. */
export async function sumLogged(place: Place, parts: readonly LogPart[]): Promise<Total> {
  const sum = openSum()
  for (const part of parts)
    for await (const events of eventsOf(place, part)) for (const event of events) sum.add(part.partition, event)
  return sum.total()
}
