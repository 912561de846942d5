import { type Static, Type } from 'typebox'
import { Instant, PlatformName } from './names.ts'

/**
 * Something that waits for a person and is no ticket: what is wrong, and the one thing to do.
 * An item of one kind about one thing exists once; it is resolved by itself when the cause is gone, or by a person.
 */
export const ItemKind = Type.Union([
  /** The authorisation is gone: somebody has to authorise again. */
  Type.Literal('account.authorise'),
  /** It ends soon. */
  Type.Literal('account.authorise-soon'),
  /** The platform refuses the account or our address for a reason that only a person can mend. */
  Type.Literal('account.stopped'),
  /** The platform takes this capability from the app. */
  Type.Literal('account.capability'),
  /** Nothing was published for 10 days, or less than the target. */
  Type.Literal('account.silent'),
  Type.Literal('account.too-few-posts'),
  /** The password is older than 90 days. */
  Type.Literal('account.password'),
  /** Comments came that no interface gives us: somebody has to look in the app. */
  Type.Literal('post.look'),
  /** We hold clearly fewer comments of a post than the platform counts. */
  Type.Literal('post.gap'),
  /** A thread or list never ends; it is no longer followed. */
  Type.Literal('post.endless'),
  /** Somebody has not signed in for long; nobody can with their name any more. */
  Type.Literal('user.unused'),
  /** An address could not be told for a day and is told no more. */
  Type.Literal('webhook.disabled')
])
export type ItemKind = Static<typeof ItemKind>

export const OperatorItem = Type.Object({
  /** idOf(kind, platform, account, …what it is about). */
  id: Type.String(),
  kind: ItemKind,
  platform: Type.Optional(PlatformName),
  account: Type.Optional(Type.String()),
  /** The post, or the like, that it is about. */
  about: Type.Optional(Type.String()),
  link: Type.Optional(Type.String()),
  /** The platform's code, counts and instants that the sentence names. */
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  since: Instant,
  lastSeenAt: Instant,
  resolvedAt: Type.Optional(Instant),
  resolvedBy: Type.Optional(Type.String())
})
export type OperatorItem = Static<typeof OperatorItem>
