import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant, PlatformName } from './names.ts'

export const BackfillWait = Type.Union([Type.Literal('calls'), Type.Literal('classifier')])
export type BackfillWait = Static<typeof BackfillWait>

/** Reading again what citizens wrote in the days gone by, behind everything that is due now. One per account. */
export const Backfill = Type.Object({
  /** accountId() of the domain. */
  id: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  /** Comments published before are left out. */
  from: Instant,
  /** For the record only: opens no ticket. */
  history: Type.Boolean(),
  state: Type.Union([Type.Literal('running'), Type.Literal('paused'), Type.Literal('done')]),
  askedAt: Instant,
  by: Type.Optional(Actor),
  doneAt: Type.Optional(Instant),
  /** Where it stands: the inbox first, then post by post. */
  phase: Type.Union([Type.Literal('inbox'), Type.Literal('posts')]),
  cursor: Type.Optional(Type.Unknown()),
  /** Posts that are still to be read, the one at hand first; absent until the posts' turn. */
  left: Type.Optional(Type.Array(Type.String(), { maxItems: 5_000 })),
  progress: Type.Object({
    pages: Type.Integer(),
    comments: Type.Integer(),
    /** Comments that nobody had seen before. */
    found: Type.Integer(),
    posts: Type.Integer(),
    ofPosts: Type.Optional(Type.Integer())
  }),
  /** Why it does not move: the platform's calls are needed for what is due, or much waits to be classified. */
  waits: Type.Optional(BackfillWait)
})
export type Backfill = Static<typeof Backfill>
