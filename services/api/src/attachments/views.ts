import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Attachment, AttachmentView } from '@huiyin/schemas/attachment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { FastifyReply } from 'fastify'
import type { ApiPorts } from '../ports.ts'
import { ATTACHMENTS } from './keep.ts'

/** The files of a ticket, in the order in which they came; `fileName` is masked with the other texts. */
export async function attachmentViews(records: Records, { attachments = [] }: Ticket): Promise<AttachmentView[]> {
  const ids = attachments.map(({ id }) => id)
  const found = ids.length > 0 ? await records.getMany<Attachment>(ATTACHMENTS, ids) : []
  return found.flatMap(one => (one ? [viewOfFile(one.document.value)] : []))
}

const viewOfFile = ({ name, by, ticket: _, ...rest }: Attachment): AttachmentView => ({
  ...rest,
  fileName: name,
  by: by.name
})

/** A file of a ticket; undefined where the ticket has no such one. */
export async function attachmentOn(records: Records, ticket: Ticket, id: string): Promise<Attachment | undefined> {
  if (!ticket.attachments?.some(one => one.id === id)) return
  return (await records.get<Attachment>(ATTACHMENTS, id))?.document.value
}

const SAFE = "default-src 'none'; sandbox"

/**
 * Sends a file to be saved, never to be shown: its type is the one that was found, and its name is no part of a header's
 * grammar. Throws ATTACHMENT_DAMAGED.
 */
export async function sendFile(
  { files }: Pick<ApiPorts, 'files'>,
  reply: FastifyReply,
  { sha256, type, name }: Pick<Attachment, 'sha256' | 'type' | 'name'>,
  { masks }: { masks: boolean }
): Promise<FastifyReply> {
  const { bytes, content } = await files.open(sha256)
  reply.headers({
    'content-type': type,
    'content-length': bytes,
    'content-disposition': disposition(masks ? maskPersonal(name) : name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': SAFE,
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store'
  })
  return reply.send(content)
}

/** RFC 6266 with the name as RFC 5987 writes it, and in plain letters for who does not know that. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
