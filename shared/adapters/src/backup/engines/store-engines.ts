import { sumLogged } from '../archived.ts'
import { logName } from '../documents.ts'
import { type Manifest, type Part, partsOf } from '../manifest.ts'
import { stretch } from '../progress.ts'
import type { Totals } from '../sum.ts'
import type { Stored } from '../take.ts'
import { type Frozen, freeze, partsIn, storeDocuments, thaw } from './engine-documents.ts'
import { cursorsOf, type Range, rangesOf, storeLog, TOPICS } from './engine-log.ts'
import { CURSORS, type Opened } from './opened.ts'

/**
 * Cursors before the log, the log before the rest: an account's cursor stands among the records, so these are frozen
 * first; then how far the groups are, then the ends of the log, then tickets and their words. Only then is anything read,
 * each as it stood at that moment.
 */
export async function storeEngines({
  place,
  previous,
  prefix,
  progress,
  topics,
  cluster
}: Opened & { previous: Manifest | undefined }): Promise<Stored> {
  const names = cluster ? await partsIn(cluster, prefix) : []
  const frozen: Frozen[] = []
  const freezeEach = async (parts: readonly string[]) => {
    for (const part of parts) {
      const one = await freeze(cluster!, prefix, part)
      if (one) frozen.push(one)
    }
  }
  try {
    progress(0, 'noting where everybody is')
    await freezeEach(names.filter(name => name === 'records'))
    const cursors = await topics?.asked(admin =>
      cursorsOf(
        admin,
        TOPICS.map(name => `${prefix}.${name}`)
      )
    )
    const ends =
      topics && (await Promise.all(TOPICS.map(name => topics.asked(admin => rangesOf(admin, `${prefix}.${name}`)))))
    await freezeEach(inOrder(names))
    const cursorNote = cursors && (await place.put(Buffer.from(JSON.stringify(cursors))))
    const opened = { place, prefix, progress, topics, cluster }
    const logs = await storeLogs(opened, ends ?? [], previous)
    const documents = await storeFrozen(opened, frozen, previous)
    const note: Part[] = cursorNote === undefined ? [] : [{ kind: 'note', name: CURSORS, chunk: cursorNote }]
    return { parts: [...note, ...logs.parts, ...documents.parts], totals: { ...logs.totals, ...documents.totals } }
  } finally {
    for (const one of frozen) await thaw(cluster!, one)
  }
}

/** A ticket never stands without its words. */
const inOrder = (names: readonly string[]) => {
  const rest = names.filter(name => name !== 'records' && name !== 'tickets')
  return [...names.filter(name => name === 'tickets'), ...rest]
}

async function storeLogs(
  { place, prefix, progress, topics }: Opened,
  ends: readonly (readonly Range[])[],
  previous: Manifest | undefined
): Promise<Stored> {
  const parts: Part[] = []
  const totals: Totals = {}
  for (const [i, name] of TOPICS.entries()) {
    const ranges = ends[i]
    if (!topics || !ranges) break
    progress(0.05 + i * 0.1, `reading the log (${name})`)
    const before = previous ? partsOf(previous, 'log').filter(part => part.name === name) : []
    const of = { topic: `${prefix}.${name}`, name, ranges, previous: before }
    const stored = await storeLog(place, topics.kafka(), of)
    parts.push(...stored)
    totals[logName(name)] = await sumLogged(place, stored)
  }
  return { parts, totals }
}

async function storeFrozen(
  { place, progress, cluster }: Opened,
  frozen: readonly Frozen[],
  previous: Manifest | undefined
): Promise<Stored> {
  const parts: Part[] = []
  const totals: Totals = {}
  const all = frozen.reduce((sum, { documents }) => sum + documents, 0)
  let done = 0
  for (const one of frozen) {
    const before = previous && partsOf(previous, 'documents').find(({ name }) => name === one.part)
    const moves = (n: number) => stretch(progress, 0.35, 1, `reading ${one.part}`)(done + n, all)
    const { part, total } = await storeDocuments(place, cluster!, one, { previous: before, moves })
    parts.push(part)
    totals[part.name] = total
    done += one.documents
  }
  return { parts, totals }
}
