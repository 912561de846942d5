import { type Static, Type } from 'typebox'

/** What a platform's API can do for an account; the domain and the pages ask, nothing is guessed. */
export const Capabilities = Type.Object({
  /** One list holds what citizens wrote to the account, wherever they wrote it. */
  inbox: Type.Boolean(),
  /** That list holds only what names the account: the rest stands under the posts. */
  inboxPartial: Type.Optional(Type.Boolean()),
  /** The comments of one post can be listed. */
  comments: Type.Boolean(),
  /** The account's own posts can be listed. */
  posts: Type.Boolean(),
  /** Posts or comments come with likes, replies and the like. */
  counts: Type.Boolean(),
  /** So many comments can be looked up by their ids in one call; 0: none. */
  lookUp: Type.Integer({ minimum: 0 }),
  /** What a citizen answers to our reply is seen. */
  followUp: Type.Boolean(),
  reply: Type.Boolean(),
  /** A second public reply to the same comment. */
  replyAgain: Type.Boolean(),
  /** A reply can be put in the place of the one that stands. */
  replace: Type.Boolean(),
  deleteReply: Type.Boolean(),
  /** A citizen's comment can be taken away. */
  deleteComment: Type.Boolean(),
  /** Comments are shown to the public one by one (精选). */
  elect: Type.Boolean(),
  /** The longest reply, in the platform's own units. */
  replyLimit: Type.Integer({ minimum: 0 }),
  /** It can be asked whether a reply is there. */
  readBack: Type.Boolean()
})
export type Capabilities = Static<typeof Capabilities>

/** What has no interface at all. */
export const NO_CAPABILITIES: Capabilities = {
  inbox: false,
  comments: false,
  posts: false,
  counts: false,
  lookUp: 0,
  followUp: false,
  reply: false,
  replyAgain: false,
  replace: false,
  deleteReply: false,
  deleteComment: false,
  elect: false,
  replyLimit: 0,
  readBack: false
}
