import { type Static, Type } from 'typebox'
import { Classification } from './classification.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName } from './names.ts'

export const ThreadComment = Type.Object({
  id: Type.String(),
  ours: Type.Boolean(),
  author: Type.Optional(Type.String()),
  text: Type.String(),
  firstText: Type.Optional(Type.String()),
  publishedAt: Instant,
  state: Type.Union([Type.Literal('visible'), Type.Literal('deleted'), Type.Literal('erased')]),
  likes: Type.Optional(Type.Integer()),
  place: Type.Optional(Type.String()),
  label: Type.Optional(Label),
  /** A picture of it is kept: GET /api/comments/screenshots/:id. In a ticket's thread only. */
  screenshot: Type.Optional(Type.Boolean()),
  /** What a model said of it and why: in a ticket's thread only. */
  classification: Type.Optional(Type.Omit(Classification, ['words']))
})
export type ThreadComment = Static<typeof ThreadComment>

/** One comment in the search over all comments. */
export const CommentRow = Type.Object({
  ...ThreadComment.properties,
  key: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  accountName: Type.String(),
  post: Type.String(),
  postTitle: Type.Optional(Type.String()),
  link: Type.Optional(Type.String()),
  sentiment: Type.Optional(SentimentName),
  risk: Type.Optional(Type.Object({ score: Type.Number(), level: RiskLevel })),
  /** The ticket of its author in this thread, where there is one. */
  ticket: Type.Optional(Type.String())
})
export type CommentRow = Static<typeof CommentRow>

export const CommentList = Type.Object({
  rows: Type.Array(CommentRow),
  total: Type.Integer(),
  after: Type.Optional(Type.String()),
  now: Instant
})
export type CommentList = Static<typeof CommentList>
