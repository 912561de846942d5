import { type Static, Type } from 'typebox'
import { TicketView } from './api.ts'
import { ThreadComment } from './api-comments.ts'
import { Instant } from './names.ts'

const Reason = Type.String({ minLength: 2, maxLength: 500, pattern: '\\S', description: 'Why it has to be seen' })
const Id = Type.String({ minLength: 1, maxLength: 200 })

/** Of a ticket; or of a comment, which the store finds by when it was published. */
export const RevealBody = Type.Object(
  { ticket: Type.Optional(Id), comment: Type.Optional(Id), publishedAt: Type.Optional(Instant), reason: Reason },
  { additionalProperties: false }
)
export type RevealBody = Static<typeof RevealBody>

/** What was asked for, as it was written. */
export const Revealed = Type.Object({ ticket: Type.Optional(TicketView), comment: Type.Optional(ThreadComment) })
export type Revealed = Static<typeof Revealed>
