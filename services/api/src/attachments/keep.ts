import { digest } from '@huiyin/domain/ids.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { FILE_USES } from '@huiyin/ports/file-uses.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Attachment } from '@huiyin/schemas/attachment.ts'
import type { Upload } from './multipart.ts'

/** Kind of the records; an id begins with the checksum, so that all that share one content are found by it. */
export const ATTACHMENTS = 'attachment'

/** What no ticket has taken by then is tidied. */
const ORPHANED = 86_400_000
const AT_ONCE = 100

type Keeping = { files: Files; records: Records; clock: Clock }

/** `key` is that of the request: sent again with the same file, it is the same attachment. */
type Of = { ticket: string; dispatch?: string | undefined; key: string; by: Actor }

/**
 * Notes and keeps the files of a request; a ticket takes them by an act, and `taken` says so. `refuse` looks at them
 * first and throws what the act would: what is refused is not on the disk for a day.
 */
export async function keepUploads(
  { records, clock }: Pick<Keeping, 'records' | 'clock'>,
  uploads: readonly Upload[],
  { ticket, dispatch, key, by }: Of,
  refuse: (attachments: readonly Attachment[]) => void = () => {}
): Promise<Attachment[]> {
  const at = clock.now()
  const kept = uploads.map(
    ({ file: { sha256, bytes }, name, type }): Attachment => ({
      id: `${sha256}-${digest(JSON.stringify([ticket, key]))}`,
      ticket,
      ...(dispatch !== undefined && { dispatch }),
      ...{ name, type, bytes, sha256, by, at }
    })
  )
  const once = [...new Map(kept.map(one => [one.id, one])).values()]
  refuse(once)
  for (const { file } of uploads) await file.keep()
  await records.createEach(
    ATTACHMENTS,
    once.map(value => ({ id: value.id, value, dueAt: at + ORPHANED }))
  )
  for (const { file } of uploads) await file.keep() // whoever tidied the same content in between did not see the note
  return once
}

/** A ticket has them now. */
export async function taken({ records }: Pick<Keeping, 'records'>, attachments: readonly Attachment[]): Promise<void> {
  for (const value of attachments) {
    const found = await records.get<Attachment>(ATTACHMENTS, value.id)
    await records.put<Attachment>(ATTACHMENTS, { id: value.id, value: found?.document.value ?? value })
  }
}

/** Takes away what was kept a day ago and no ticket has: its act was refused, or never came. Answers how many. */
export async function tidyAttachments(ports: Keeping & { tickets: Tickets }): Promise<number> {
  const { files, records, tickets, clock } = ports
  const now = clock.now()
  let gone = 0
  for (const { id, value } of await records.due<Attachment>(ATTACHMENTS, now, AT_ONCE)) {
    const ticket = (await tickets.get(value.ticket))?.document
    if (ticket?.attachments?.some(one => one.id === id)) await taken(ports, [value])
    else {
      await records.remove(ATTACHMENTS, id)
      await files.remove(value.sha256, () => isUsed(records, value.sha256))
      gone += 1
    }
  }
  await files.tidy(now - ORPHANED)
  return gone
}

async function isUsed(records: Records, sha256: string): Promise<boolean> {
  await records.refresh()
  const found = await Promise.all(
    [ATTACHMENTS, FILE_USES].map(kind => records.list(kind, { prefix: sha256, atMost: 1 }))
  )
  return found.flat().length > 0
}
