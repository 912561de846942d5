import { withoutTraces } from '@huiyin/domain/erasure/traces.ts'
import type { Attachment } from '@huiyin/schemas/attachment.ts'
import type { Erasure, ErasureLook } from '@huiyin/schemas/erasure.ts'
import type { ReportFile, ReportRevision, ReportRow } from '@huiyin/schemas/report.ts'
import { dropFile } from '../file-uses.ts'
import type { Files } from '../files.ts'
import type { Entry, Records } from '../records.ts'
import { settingKind } from '../setting-kinds.ts'
import { retrying } from './retrying.ts'

const PAGE = 200

type Ports = { records: Records; files: Files }

/** What a page of records came to. */
export interface RecordsErased {
  /** By kind. */
  erased: Record<string, number>
  look: ErasureLook[]
  /** Checksums of files that went. */
  files: string[]
  after?: string
}

/** An erasure's own row says what to look for until it is done; archives have a walk of their own. */
const PASSED_OVER = new Set(['erasure', 'archive', 'archive-chain', 'lease', 'session'])

/** A page of all records of all kinds: what quotes the words, or names the comment, no longer does. */
export async function eraseFromRecords(
  ports: Ports,
  erasure: Erasure,
  from: string | undefined
): Promise<RecordsErased> {
  const result: RecordsErased = { erased: {}, look: [], files: [] }
  const { kinds, after } = from === undefined ? await begin(ports.records) : (JSON.parse(from) as Place)
  const [kind, ...rest] = kinds
  if (kind === undefined) return result
  const page = await ports.records.list(kind, { atMost: PAGE, ...(after !== undefined && { after }) })
  for (const entry of page) await eraseFromEntry(ports, { kind, entry, erasure }, result)
  const next: Place = page.length < PAGE ? { kinds: rest } : { kinds, after: page.at(-1)!.id }
  return next.kinds.length > 0 ? { ...result, after: JSON.stringify(next) } : result
}

type Place = { kinds: string[]; after?: string }

const begin = async (records: Records): Promise<Place> => {
  await records.refresh()
  return { kinds: (await records.kinds()).filter(kind => !PASSED_OVER.has(kind)) }
}

type Of = { kind: string; entry: Entry; erasure: Erasure }

async function eraseFromEntry(ports: Ports, of: Of, result: RecordsErased): Promise<void> {
  const { kind, entry, erasure } = of
  if (!erasure.traces) return
  const gone = await filesOf(ports, of, result)
  if (gone === 'removed') return count(result, kind)
  const next = withoutTraces(entry.value, erasure.traces)
  if (next === entry.value && gone === undefined) return
  if (settingKind(kind) || kind === 'setting-revision') {
    result.look.push({ why: 'setting', kind, id: entry.id }) // what the house works by is a person's to change
    return
  }
  if (kind === 'parked') {
    await ports.records.remove(kind, entry.id)
    return count(result, kind)
  }
  const isChanged = await changeEntry(ports.records, kind, entry.id, value => {
    const swept = withoutTraces(value, erasure.traces!)
    return gone === undefined ? swept : { ...(swept as object), ...gone }
  })
  if (isChanged) count(result, kind)
}

const count = ({ erased }: RecordsErased, kind: string) => {
  erased[kind] = (erased[kind] ?? 0) + 1
}

/**
 * What is kept outside the store: printed reports that quote the words, screenshots of the comment, and all that was
 * attached to the tickets of a citizen of whom everything is erased. `removed`: the record went with its file; otherwise
 * the fields that say that the files are gone.
 */
async function filesOf(ports: Ports, { kind, entry, erasure }: Of, result: RecordsErased) {
  const isAbout = erasure.comments?.some(({ id }) => id === entry.id)
  if ((kind === 'screenshot' || kind === 'screenshot-note') && isAbout)
    return kind === 'screenshot' ? withoutPicture(ports, entry, result) : removed(ports, kind, entry)
  if (kind === 'attachment' && erasure.tickets?.includes((entry.value as Attachment).ticket))
    return attached(ports, { kind, entry, erasure }, result)
  if (kind === 'report-revision') return withoutPrints(ports, entry as Entry<ReportRevision>, erasure, result)
  if (kind === 'report') return withoutNames(entry as Entry<ReportRow>, erasure, result)
  return undefined
}

const removed = async ({ records }: Ports, kind: string, { id }: Entry) => {
  await records.remove(kind, id)
  return 'removed' as const
}

async function withoutPicture(ports: Ports, entry: Entry, result: RecordsErased) {
  const { sha256 } = entry.value as { sha256?: string }
  await ports.records.remove('screenshot', entry.id)
  if (sha256 !== undefined) await gone(ports, sha256, entry.id, result)
  return 'removed' as const
}

async function attached(ports: Ports, { kind, entry, erasure }: Of, result: RecordsErased) {
  const { sha256, id } = entry.value as Attachment
  if (erasure.of.kind !== 'citizen') {
    result.look.push({ why: 'attachment', kind, id })
    return undefined
  }
  await ports.records.remove(kind, entry.id)
  await gone(ports, sha256, entry.id, result)
  return 'removed' as const
}

/** A printed report cannot be cut: its files go, and it is printed anew from what it says now. */
async function withoutPrints(ports: Ports, entry: Entry<ReportRevision>, { traces }: Erasure, result: RecordsErased) {
  const { files, document, missing = [] } = entry.value
  if (withoutTraces(document, traces!) === document || files.length === 0) return undefined
  for (const { sha256 } of files) await gone(ports, sha256, entry.id, result)
  const now = files.map(({ format }) => ({ format, code: 'ERASED' }))
  return { files: [] as ReportFile[], missing: [...missing, ...now] }
}

const withoutNames = ({ value }: Entry<ReportRow>, { files: before = [] }: Erasure, { files }: RecordsErased) => {
  const left = value.files.filter(({ sha256 }) => ![...before, ...files].includes(sha256))
  return left.length === value.files.length ? undefined : { files: left }
}

async function gone(ports: Ports, sha256: string, user: string, { files }: RecordsErased): Promise<void> {
  await dropFile(ports, sha256, user)
  files.push(sha256)
}

/** `change` answers the same value where there is nothing to change. */
const changeEntry = (records: Records, kind: string, id: string, change: (value: unknown) => unknown) =>
  retrying(async () => {
    const found = await records.get(kind, id)
    if (!found) return { done: false }
    const { value, ...entry } = found.document
    const next = change(value)
    if (next === value) return { done: false }
    return { done: true, put: await records.putIfUnchanged(kind, { ...entry, value: next }, found.version) }
  })
