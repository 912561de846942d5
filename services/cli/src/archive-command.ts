import { setTimeout } from 'node:timers/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { archiveId } from '@huiyin/domain/archives/years.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { ARCHIVE_KINDS, type ArchiveKind, type Pack } from '@huiyin/schemas/archive.ts'
import type { ArchiveDesk } from './archives/desk.ts'
import { verifyFolder, writeFolder } from './archives/folder.ts'
import { instantOf } from './import/time.ts'
import { shareBar, terminalLogger } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface OfYear {
  kind: string
  year: string
}

export interface InspectionCommand {
  from: string
  to: string
  account?: string[]
  out: string
}

/** A house that runs makes it itself: it is looked at so often, ms. */
const LOOK_EVERY = 500

/** One line for each archive. */
export const archiveListCommand = (signal: AbortSignal): Promise<string> =>
  withArchives(signal, async desk => {
    const all = await desk.list()
    if (all.length === 0) return 'Nothing is archived yet; huiyin archive seal --kind replies --year 2025 does it.\n'
    return all.map(lineOf).join('')
  })

function lineOf({ id, state, title, seal, done, failed }: Pack): string {
  const how = failed
    ? `failed: ${failed.message}`
    : seal
      ? `${state}, ${seal.rows} rows, sha256 ${seal.sha256}`
      : `${state}, ${Math.floor(done * 100)} %`
  return `${id}  ${title}  ${how}\n`
}

/** Archives a year and waits until it is sealed. */
export const archiveSealCommand = (of: OfYear, signal: AbortSignal): Promise<string> =>
  withArchives(signal, async desk => {
    const pack = await made(desk, await desk.seal({ ...yearOf(of), by: who() }), signal)
    const { sha256, rows, files } = pack.seal!
    return `${pack.title} is sealed: ${rows} rows in ${files} files, sha256 ${sha256}. The trail has it.\n`
  })

/** Writes a sealed archive into a folder that opens without the house. */
export const archiveExportCommand = (of: OfYear & { out: string }, signal: AbortSignal): Promise<string> =>
  withArchives(signal, async desk => {
    const { kind, year } = yearOf(of)
    return taken(desk, await desk.get({ id: archiveId(kind, year) }), of.out)
  })

/** Makes the pack for an inspection and writes it into a folder. */
export const archiveInspectionCommand = (of: InspectionCommand, signal: AbortSignal): Promise<string> =>
  withArchives(signal, async desk => {
    const [from, to] = [instant(of.from), instant(of.to)]
    const accounts = of.account?.map(accountOf)
    const pack = await desk.inspect({ from, to, by: who(), ...(accounts && { accounts }) })
    return taken(desk, await made(desk, pack, signal), of.out)
  })

export type Verified = { text: string; ok: boolean }

/** Proves a folder by itself, or an archive where it is kept. */
export async function archiveVerifyCommand(
  { folder, seal, kind, year }: Partial<OfYear> & { folder?: string; seal?: string },
  signal: AbortSignal
): Promise<Verified> {
  if (folder !== undefined) return told(folder, await verifyFolder(folder, seal))
  if (kind === undefined || year === undefined)
    throw new HuiyinError('INVALID_REQUEST', 'Name --folder, or --kind and --year')
  const of = yearOf({ kind, year })
  const id = archiveId(of.kind, of.year)
  return told(id, await withArchives(signal, desk => desk.verify({ id })))
}

const told = (what: string, wrong: readonly string[]): Verified =>
  wrong.length === 0
    ? { text: `${what}: every file is as it was sealed.\n`, ok: true }
    : { text: `${what}:\n${wrong.map(one => `  ${one}\n`).join('')}`, ok: false }

async function taken(desk: ArchiveDesk, pack: Pack, out: string): Promise<string> {
  const entries = await desk.entries({ id: pack.id, by: who() })
  const bar = shareBar('files')
  try {
    await writeFolder(desk, entries, out, bar.moves)
  } finally {
    bar.end()
  }
  return `${out} holds ${pack.title}; open index.html. Prove it with huiyin archive verify --folder ${out}, or sha256sum -c.\n`
}

/** Waits for it, and does the work where no service does. Throws why it could not be made. */
async function made(desk: ArchiveDesk, begun: Pack, signal: AbortSignal): Promise<Pack> {
  const bar = shareBar('%')
  try {
    for (let pack = begun; ; pack = await desk.get({ id: begun.id })) {
      bar.moves(Math.floor(pack.done * 100), 100)
      if (pack.failed) throw new HuiyinError('ARCHIVE_DAMAGED', pack.failed.message)
      if (pack.state !== 'building') return pack
      signal.throwIfAborted()
      if ((await desk.round()) === 0) await setTimeout(LOOK_EVERY, undefined, { signal })
    }
  } finally {
    bar.end()
  }
}

function yearOf({ kind, year }: OfYear): { kind: ArchiveKind; year: number } {
  const found = ARCHIVE_KINDS.find(one => one === kind)
  if (!found) throw new HuiyinError('INVALID_REQUEST', `Expected --kind ${ARCHIVE_KINDS.join(', ')}; "${kind}" came`)
  if (!/^2\d{3}$/.test(year)) throw new HuiyinError('INVALID_REQUEST', `Expected --year such as 2025; "${year}" came`)
  return { kind: found, year: Number(year) }
}

/** `weibo/1001`, as huiyin account list names it. */
function accountOf(text: string): string {
  const [platform, id, ...rest] = text.split('/')
  if (!platform || !id || rest.length > 0)
    throw new HuiyinError('INVALID_REQUEST', `Expected --account such as weibo/1001; "${text}" came`)
  return idOf(platform, id)
}

function instant(text: string): number {
  const at = instantOf(text)
  if (at !== undefined) return at
  throw new HuiyinError('INVALID_REQUEST', `Expected a time such as 2026-11-01 or 2026-11-01 08:00; "${text}" came`)
}

async function withArchives<T>(signal: AbortSignal, work: (desk: ArchiveDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, ({ archives }) => work(archives))
}
