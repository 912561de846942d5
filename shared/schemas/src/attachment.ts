import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { ATTACHMENT_LIMITS } from './attachment-limits.ts'
import { Instant } from './names.ts'

export * from './attachment-limits.ts'

const Id = Type.String({ minLength: 1, maxLength: 100 })
const Bytes = Type.Integer({ minimum: 1, maximum: ATTACHMENT_LIMITS.bytes })

/** A file of a ticket, or of one of its dispatches; the rest stands in the records, its bytes outside the store. */
export const AttachmentRef = Type.Object({ id: Id, bytes: Bytes, at: Instant, dispatch: Type.Optional(Type.String()) })
export type AttachmentRef = Static<typeof AttachmentRef>

/** As it is kept, by its id, which begins with its checksum. */
export const Attachment = Type.Object({
  id: Id,
  ticket: Type.String(),
  dispatch: Type.Optional(Type.String()),
  /** As its sender called it, without any path, control or bidi characters. */
  name: Type.String({ minLength: 1, maxLength: ATTACHMENT_LIMITS.name }),
  /** What its bytes say that it is. */
  type: Type.String(),
  bytes: Bytes,
  /** Of the content, in hex. */
  sha256: Type.String(),
  by: Actor,
  at: Instant
})
export type Attachment = Static<typeof Attachment>

/** As a browser sees it. */
export const AttachmentView = Type.Object({
  id: Id,
  fileName: Type.String(),
  type: Type.String(),
  bytes: Bytes,
  sha256: Type.String(),
  /** Name of who added it. */
  by: Type.String(),
  at: Instant,
  dispatch: Type.Optional(Type.String())
})
export type AttachmentView = Static<typeof AttachmentView>
