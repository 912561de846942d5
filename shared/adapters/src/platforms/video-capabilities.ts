import type { Capabilities } from '@huiyin/schemas/capabilities.ts'

/** An account that publishes videos; where it has an interface for comments, it can read and answer them, no more. */
export const videoCapabilities = (comments: boolean, replyLimit: number): Capabilities => ({
  inbox: false,
  comments,
  posts: true,
  counts: true,
  lookUp: 0,
  followUp: comments,
  reply: comments,
  replyAgain: comments,
  replace: false,
  deleteReply: false,
  deleteComment: false,
  elect: false,
  replyLimit,
  readBack: comments
})
