import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readAnchors } from '@huiyin/adapters/anchors-file.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { exportTrail } from '@huiyin/ports/export-trail.ts'
import { verifyTrail } from '@huiyin/ports/verify-trail.ts'
import { verifyTrailFile } from '@huiyin/ports/verify-trail-file.ts'
import type { Anchor } from '@huiyin/schemas/trail.ts'
import type { AuditDesk } from './audit/desk.ts'
import { verificationText } from './audit/text.ts'
import { instantOf } from './import/time.ts'
import { shareBar, terminalLogger } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface VerifyCommand {
  from?: string
  to?: string
  /** A file of anchors that was kept elsewhere. */
  anchors?: string
  /** An exported period, proven by itself. */
  file?: string
  /** The public key that must have signed. */
  key?: string
}

export type Verified = { text: string; ok: boolean }

/** Proves the trail, or an exported file, and says what is broken. Throws INVALID_REQUEST for options that mean nothing. */
export async function auditVerifyCommand(options: VerifyCommand, signal: AbortSignal): Promise<Verified> {
  const { file, key } = options
  const verification = file
    ? await verifyTrailFile(linesOf(file), { now: Date.now(), ...(key !== undefined && { key }) })
    : await verifyStanding(options, signal)
  return { text: verificationText(verification), ok: verification.ok }
}

async function verifyStanding({ from, to, anchors: path, key }: VerifyCommand, signal: AbortSignal) {
  const period = { ...(from && { from: instant(from) }), ...(to && { to: instant(to) }) }
  return withAudit(signal, async desk => {
    const bar = shareBar('links')
    try {
      const kept = [...(await everyKept(desk)), ...(path ? await existing(path) : [])]
      const { moves } = bar
      const found = await verifyTrail(desk, { ...period, kept, now: Date.now(), moves, signal })
      const verification =
        key !== undefined && found.key !== undefined && key !== found.key ? otherKey(found, key) : found
      await desk.keep(verification)
      return verification
    } finally {
      bar.end()
    }
  })
}

const LOT = 500

async function everyKept(desk: AuditDesk): Promise<Anchor[]> {
  const all: Anchor[] = []
  while (true) {
    const lot = await desk.kept({ line: all.length, atMost: LOT })
    all.push(...lot)
    if (lot.length < LOT) return all
  }
}

type Found = Awaited<ReturnType<typeof verifyTrail>>

const otherKey = (found: Found, key: string): Found => {
  const words = `The house signs with the key ${found.key}; ${key} was expected`
  return {
    ...found,
    ok: false,
    broken: found.broken + 1,
    findings: [{ what: 'key-unknown', words }, ...found.findings]
  }
}

async function existing(path: string) {
  const anchors = await readAnchors(path)
  if (anchors.length > 0) return anchors
  throw new HuiyinError('INVALID_REQUEST', `There are no anchors in ${path}`)
}

export interface ExportCommand {
  from: string
  to: string
  out: string
}

/** Writes a period with its proof; the file is whole or not there. */
export async function auditExportCommand(options: ExportCommand, signal: AbortSignal): Promise<string> {
  const [from, to] = [instant(options.from), instant(options.to)]
  if (from >= to)
    throw new HuiyinError('INVALID_REQUEST', `--from must be before --to; ${options.from} and ${options.to} came`)
  const { out } = options
  const beside = `${out}.part`
  return withAudit(signal, async desk => {
    await desk.exporting({ from, to, by: who() })
    const bar = shareBar('links')
    try {
      const lines = exportTrail(desk, { now: Date.now(), from, to, moves: bar.moves, signal })
      await pipeline(Readable.from(lines), createWriteStream(beside, { flush: true, mode: 0o600 }), { signal })
      await rename(beside, out)
    } finally {
      bar.end()
      await rm(beside, { force: true })
    }
    return `${out} holds the period with its proof; huiyin audit verify --file ${out} proves it anywhere.\n`
  })
}

/** Prints the public key that signs the anchors. */
export const auditKeyCommand = (signal: AbortSignal): Promise<string> =>
  withAudit(signal, async desk => `${await desk.key()}\n`)

function instant(text: string): number {
  const at = instantOf(text)
  if (at !== undefined) return at
  throw new HuiyinError('INVALID_REQUEST', `Expected a time such as 2026-11-01 or 2026-11-01 08:00; "${text}" came`)
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new HuiyinError('INVALID_REQUEST', `The file ${path} cannot be read (${code})`)
  }
}

async function withAudit<T>(signal: AbortSignal, work: (desk: AuditDesk) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, ({ audit }) => work(audit))
}
