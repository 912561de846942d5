import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { type Archives, openArchives, type PackEntry } from '@huiyin/ports/archives.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ArchiveKind, Pack } from '@huiyin/schemas/archive.ts'
import { keptPiece } from '../files/piece.ts'
import type { ArchiveQuestion } from './questions.ts'

/** The archives, as who sits at the terminal of the machine makes them and takes them out. */
export interface ArchiveDesk {
  list: () => Promise<Pack[]>
  get: (of: { id: string }) => Promise<Pack>
  seal: (of: { kind: ArchiveKind; year: number; by: string }) => Promise<Pack>
  inspect: (of: { from: number; to: number; accounts?: string[]; by: string }) => Promise<Pack>
  /** Does a round of what is begun; a service that runs does too. */
  round: () => Promise<number>
  /** Says who takes it out; then what lies in its folder. */
  entries: (of: { id: string; by: string }) => Promise<PackEntry[]>
  /** A part of a file in base64. */
  piece: (of: { sha256: string; from: number; length: number }) => Promise<string>
  verify: (of: { id: string }) => Promise<string[]>
}

export type ArchiveDeskPorts = Pick<House, 'clock' | 'logs' | 'files' | 'accounts' | 'logger'> & {
  store: Pick<House['store'], 'records' | 'tickets' | 'comments'>
}

const atTerminal = (id: string): Actor => ({ id, name: id, role: 'system' })

export function archiveDesk({ store, files, accounts: book, clock, logs, logger }: ArchiveDeskPorts): ArchiveDesk {
  const archives: Archives = openArchives({
    ...store,
    ...{ files, clock, logger, tell: teller(logs.events, clock) },
    nameOf: of => book.rows().find(({ account }) => accountId(account) === accountId(of))?.account.name ?? of.id,
    accounts: () => book.rows().map(({ account: { platform, id, since } }) => ({ platform, id, since })),
    worker: randomUUID(),
    monotonic: () => performance.now()
  })
  return {
    list: archives.list,
    get: ({ id }) => archives.get(id),
    seal: ({ by, ...of }) => book.refresh().then(() => archives.seal(of, atTerminal(by))),
    inspect: ({ by, ...of }) => book.refresh().then(() => archives.inspect(of, atTerminal(by))),
    round: () => store.records.refresh().then(archives.round),
    async entries({ id, by }) {
      const pack = await archives.get(id)
      const entries = await archives.entries(pack)
      await archives.exporting(pack, atTerminal(by))
      return entries
    },
    piece: of => keptPiece(files, of),
    verify: async ({ id }) => archives.verify(await archives.get(id))
  }
}

/** The archives of the process that owns the folder, over a conversation with it. */
export function archivesOver(ask: (what: ArchiveQuestion, of?: unknown) => Promise<unknown>): ArchiveDesk {
  const over =
    (what: ArchiveQuestion) =>
    (of?: unknown): Promise<never> =>
      ask(what, of) as Promise<never>
  return {
    list: over('list'),
    get: over('get'),
    seal: over('seal'),
    inspect: over('inspect'),
    round: over('round'),
    entries: over('entries'),
    piece: over('piece'),
    verify: over('verify')
  }
}

/** Answers what was asked so. */
export const answerArchives = async (desk: ArchiveDesk, what: ArchiveQuestion, of: unknown): Promise<unknown> =>
  (await (desk[what] as (of: unknown) => Promise<unknown>)(of)) ?? null
