import { text } from 'node:stream/consumers'
import { filesNow, type Manifest } from '@huiyin/domain/archives/manifest.ts'
import {
  csvPath,
  csvText,
  type PackTable,
  rowsOfScript,
  scriptPath,
  scriptText
} from '@huiyin/domain/archives/table.ts'
import { withoutTraces } from '@huiyin/domain/erasure/traces.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Amendment, Pack, PackFile } from '@huiyin/schemas/archive.ts'
import type { Erasure } from '@huiyin/schemas/erasure.ts'
import type { Clock } from '../clock.ts'
import { dropFile, keepFile } from '../file-uses.ts'
import type { Files } from '../files.ts'
import type { Records } from '../records.ts'
import { subjectOf, type Tell } from '../tell.ts'
import { retrying } from './retrying.ts'

const ARCHIVES = 'archive'
const LONGEST = 512 * 1024 * 1024

interface Ports {
  records: Records
  files: Files
  clock: Clock
  tell: Tell
}

type Change = Omit<Amendment, 'erasure' | 'at'>

/**
 * Takes the words out of a sealed archive or pack: its tables are written anew where they hold any, files of what was
 * erased go. Its seal stays that of what was sealed; what changed since stands beside it with both checksums, and in the
 * trail. One that is being made begins anew. Answers how many of its files changed.
 */
export async function eraseFromArchive(ports: Ports, id: string, erasure: Erasure): Promise<number> {
  const found = await ports.records.get<Pack>(ARCHIVES, id)
  const pack = found?.document.value
  if (!pack || pack.state === 'destroyed') return 0
  if (!pack.seal) return begunAnew(ports, pack)
  const manifest = JSON.parse(await readText(ports, pack.seal.sha256)) as Manifest
  const changes = [
    ...(await tablesWithout(ports, pack, manifest, erasure)),
    ...filesNow(manifest.files, pack.amended)
      .filter(({ sha256 }) => erasure.files?.includes(sha256))
      .map(({ path, sha256 }) => ({ path, was: sealedAs(manifest, path), now: sha256 }))
  ]
  if (changes.length === 0) return 0
  const at = ports.clock.now()
  const amended = changes.map(({ now: _, ...change }): Amendment => ({ ...change, erasure: erasure.id, at }))
  const data = { archive: id, erasure: erasure.id, files: amended.length, sha256: pack.seal.sha256 }
  await ports.tell(subjectOf('archive', id), { type: 'archive.amended', by: system('erasure'), data })
  await changePack(ports.records, id, one => ({ ...one, amended: [...without(one.amended, amended), ...amended] }))
  for (const { now } of changes) await dropFile(ports, now, id)
  return changes.length
}

const without = (before: readonly Amendment[] = [], now: readonly Amendment[]) =>
  before.filter(({ path }) => !now.some(one => one.path === path))

const sealedAs = ({ files }: Manifest, path: string): string => files.find(one => one.path === path)!.sha256

const readText = async ({ files }: Pick<Ports, 'files'>, sha256: string) => text((await files.open(sha256)).content)

const SCRIPT = /^tables\/(?<name>.+)-(?<n>\d+)\.js$/

/** Both forms of each part of a table that quotes what is erased, written anew; `now` is what lay there. */
async function tablesWithout(
  ports: Ports,
  pack: Pack,
  manifest: Manifest,
  { traces }: Erasure
): Promise<(Change & { now: string })[]> {
  if (!traces) return []
  const files = filesNow(manifest.files, pack.amended)
  const changes: (Change & { now: string })[] = []
  for (const file of files) {
    const { name, n } = SCRIPT.exec(file.path)?.groups ?? {}
    const table = manifest.tables.find(one => one.name === name)
    if (!table || n === undefined) continue
    const rows = rowsOfScript(await readText(ports, file.sha256))
    const next = withoutTraces(rows, traces)
    if (next === rows) continue
    const of: PackTable = { ...table, note: '', columns: table.columns.map(title => ({ title })) }
    for (const [path, content] of [
      [scriptPath(of.name, Number(n)), scriptText(of, Number(n), next)],
      [csvPath(of.name, Number(n)), csvText(of, next)]
    ] as const) {
      const { sha256, bytes } = await keepFile(ports, [Buffer.from(content)], { user: pack.id, atMost: LONGEST })
      changes.push({ path, was: sealedAs(manifest, path), sha256, bytes, now: there(files, path).sha256 })
    }
  }
  return changes
}

const there = (files: readonly PackFile[], path: string): PackFile => files.find(one => one.path === path)!

async function begunAnew(ports: Ports, pack: Pack): Promise<number> {
  if (pack.lists.length === 0) return 0
  await changePack(ports.records, pack.id, ({ cursor: _, ...one }) => ({
    ...one,
    parts: [],
    lists: [],
    counts: {},
    done: 0
  }))
  for (const list of pack.lists) {
    const files = JSON.parse(await readText(ports, list)) as PackFile[]
    for (const { sha256 } of files.filter(({ path }) => !path.startsWith('files/')))
      await dropFile(ports, sha256, pack.id)
    await dropFile(ports, list, pack.id)
  }
  return 1
}

const changePack = (records: Records, id: string, change: (pack: Pack) => Pack): Promise<boolean> =>
  retrying(async () => {
    const found = await records.get<Pack>(ARCHIVES, id)
    if (!found) return { done: false }
    const { value, ...entry } = found.document
    return {
      done: true,
      put: await records.putIfUnchanged(ARCHIVES, { ...entry, value: change(value) }, found.version)
    }
  })
