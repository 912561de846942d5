import type { FaultOrder } from './faults.ts'
import type { WindowUse } from './platform.ts'
import type { Platforms } from './platforms.ts'
import type { Person, PlatformKind, SimComment, SimPost } from './things.ts'
import type { AccountUse } from './usage.ts'
import type { Crowd } from './viral.ts'
import type { Arrival } from './webhook-sink.ts'
import type { Delivered, PrivateMessage } from './wechat/messages.ts'

export type Where = { platform: PlatformKind; account: string }
export type WhichPost = Where & { post: string }
export type WhichComment = WhichPost & { comment: string }

/** A citizen's comment: `as` names one of the people by id; absent: somebody. `parent` is the comment that it answers. */
export type CitizenComment = WhichPost & { text: string; as?: string; parent?: string; publishedAt?: number }

/** What is counted under a post besides comments. */
export type Counts = Partial<Pick<SimPost, 'reads' | 'likes' | 'reposts'>>

/** What a test or a person does to the simulated platforms from outside. */
export interface Control {
  people: readonly Person[]
  publishPost: (post: Where & { title: string; publishedAt?: number; id?: string }) => SimPost
  posts: (of: Where) => SimPost[]
  editPost: (of: WhichPost, title: string) => void
  pinPost: (of: WhichPost, pinned: boolean) => void
  /** It is taken down; with `gone` false it is shown again. */
  takeDown: (of: WhichPost, gone?: boolean) => void
  setCounts: (of: WhichPost, counts: Counts) => void
  postComment: (comment: CitizenComment) => SimComment
  /** Mastodon: a citizen names the office in a status of their own; `direct`: only the two can see it. */
  nameOffice: (status: { account: string; text: string; as?: string; direct?: boolean }) => SimPost
  /** The office answers by hand, in the platform's own back office; without `comment` below the post itself. */
  answerByHand: (reply: WhichPost & { comment?: string; text: string }) => SimComment
  /** Its author writes other words; on the real platforms only Mastodon lets them. */
  editComment: (which: WhichComment, text: string) => void
  pinComment: (which: WhichComment, pinned: boolean) => void
  deleteComment: (which: WhichComment) => void
  /** It still counts, but the API does not show it: pages become short. */
  hideComment: (which: WhichComment) => void
  /** The API shows it again. */
  showComment: (which: WhichComment) => void
  likeComment: (which: WhichComment, likes: number) => void
  /** So many citizens comment over the coming minutes, and the post is read, liked and reposted with it. */
  goViral: (of: WhichPost, crowd: Crowd) => void
  /** What stands under a post, our replies too, the oldest first. */
  standing: (of: WhichPost) => SimComment[]
  /** Something goes wrong with the next requests. */
  fail: (platform: PlatformKind | 'webhook', fault: FaultOrder) => void
  heal: () => void
  /** Ages the account's tokens to their end. */
  expireToken: (of: Where) => void
  /** WeChat: another holder fetched one. Elsewhere: the person took the authorisation back. */
  revokeToken: (of: Where) => void
  /** Gives an account its authorisation back; an id alone means Weibo. */
  authorise: (of: string | Where) => void
  /** The caller's IP leaves WeChat's white list, or comes back. */
  shutOut: (account: string, out: boolean) => void
  /** What every account asked, and how its windows stand. */
  quotas: () => (AccountUse & { windows: WindowUse[] })[]
  /** A citizen writes to the office directly; WeChat delivers it to the callback address. */
  privateMessage: (message: PrivateMessage) => Promise<Delivered>
  platforms: Platforms
  quirks: { [Kind in PlatformKind]: Platforms[Kind]['quirks'] }
  webhooks: () => readonly Arrival[]
  forgetWebhooks: () => void
}

export const KINDS = ['wechat', 'weibo', 'douyin', 'kuaishou', 'mastodon'] as const satisfies PlatformKind[]
