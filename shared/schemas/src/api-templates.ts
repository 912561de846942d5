import { type Static, Type } from 'typebox'
import { TemplateValues } from './api-acts.ts'
import { Instant } from './names.ts'
import { ReplyLists } from './reply-check.ts'
import { Template } from './template.ts'

/** What the api says of templates of replies, and of the lists by which replies are checked. */

const closed = { additionalProperties: false }
const { id: _, approved: __, ...written } = Template.properties

/** A new version, or another end for one that is there; `approve` by another person than its author. */
export const TemplateBody = Type.Object(
  { ...written, approve: Type.Optional(Type.Boolean({ description: 'Approves the version as it stands' })) },
  closed
)
export type TemplateBody = Static<typeof TemplateBody>

export const TemplateRow = Type.Object({
  ...Template.properties,
  author: Type.Optional(Type.String()),
  /** In use now: what is made of it unchanged needs no review where it only holds. */
  inForce: Type.Boolean(),
  shipped: Type.Boolean(),
  /** Who asks may approve it now. */
  mayApprove: Type.Boolean(),
  /** The names of its variables. */
  variables: Type.Array(Type.String()),
  /** Of a list for one ticket: the text with all that is known; absent where a person has to say more. */
  filled: Type.Optional(Type.String())
})
export type TemplateRow = Static<typeof TemplateRow>

/** By id, the newest version first; of a list for one ticket the newest only, with the values that are known of it. */
export const TemplateList = Type.Object({
  rows: Type.Array(TemplateRow),
  values: Type.Optional(TemplateValues),
  now: Instant
})
export type TemplateList = Static<typeof TemplateList>

/** `tag` goes into If-Match when they are changed; absent while they are the shipped ones. */
export const ReplyListsView = Type.Object({ lists: ReplyLists, tag: Type.Optional(Type.String()) })
export type ReplyListsView = Static<typeof ReplyListsView>
