import { createFaults, type FaultOrder, type Faults } from './faults.ts'
import { pick, type Random } from './random.ts'
import type { Person, PlatformKind, SimComment, SimPost } from './things.ts'
import type { Arrival, WebhookSink } from './webhook-sink.ts'
import type { WechatPlatform, WechatQuirks } from './wechat/platform.ts'
import type { WeiboPlatform } from './weibo/platform.ts'
import type { WeiboQuirks } from './weibo/rows.ts'
import { replyUnder, type World } from './world.ts'

type Where = { platform: PlatformKind; account: string }
type WhichComment = Where & { post: string; comment: string }

/** A citizen's comment: `as` names one of the people by id; absent: somebody. `parent` is the comment that it answers. */
export type CitizenComment = Where & { post: string; text: string; as?: string; parent?: string; publishedAt?: number }

/** What a test or a person does to the simulated platforms from outside. */
export interface Control {
  people: readonly Person[]
  publishPost: (post: Where & { title: string; publishedAt?: number; id?: string }) => SimPost
  posts: (of: Where) => SimPost[]
  postComment: (comment: CitizenComment) => SimComment
  /** The office answers by hand, in the platform's own back office. */
  answerByHand: (reply: WhichComment & { text: string }) => SimComment
  deleteComment: (which: WhichComment) => void
  /** It still counts, but the API does not show it: pages become short. */
  hideComment: (which: WhichComment) => void
  likeComment: (which: WhichComment, likes: number) => void
  /** What stands under a post, our replies too, the oldest first. */
  standing: (of: Where & { post: string }) => SimComment[]
  /** Something goes wrong with the next requests. */
  fail: (platform: PlatformKind | 'webhook', fault: FaultOrder) => void
  heal: () => void
  /** Ages the account's tokens to their end. */
  expireToken: (of: Where) => void
  /** WeChat: another holder fetched one. Weibo: the person took the authorisation back. */
  revokeToken: (of: Where) => void
  /** Gives a Weibo account its authorisation back. */
  authorise: (account: string) => void
  /** The caller's IP leaves WeChat's white list, or comes back. */
  shutOut: (account: string, out: boolean) => void
  quirks: { wechat: WechatQuirks; weibo: WeiboQuirks }
  webhooks: () => readonly Arrival[]
  forgetWebhooks: () => void
}

export type FaultsOf = Record<PlatformKind | 'webhook', Faults>

export const createFaultsOf = (): FaultsOf => ({
  wechat: createFaults(),
  weibo: createFaults(),
  webhook: createFaults()
})

export function createControl(
  world: World,
  parts: { wechat: WechatPlatform; weibo: WeiboPlatform; sink: WebhookSink; faults: FaultsOf },
  people: readonly Person[],
  random: Random
): Control {
  const { wechat, weibo, sink, faults } = parts

  const which = ({ platform, account, post, comment }: WhichComment) => {
    const found = world.comment(platform, account, post, comment)
    if (!found) throw new RangeError(`There is no comment "${comment}" under ${platform} post "${post}"`)
    return found
  }
  const person = (id: string | undefined) => {
    const found = id === undefined ? pick(random, people) : people.find(one => one.id === id)
    if (!found) throw new RangeError(`There is no citizen "${id}"; \`people\` lists them`)
    return found
  }

  return {
    people,
    publishPost: world.publish,
    posts: ({ platform, account }) =>
      world.posts.filter(post => post.platform === platform && post.account === account),
    postComment: ({ as, ...comment }) => world.add({ ...comment, author: person(as) }),
    answerByHand: ({ comment, ...reply }) => {
      if (reply.platform === 'wechat' && replyUnder(world, which({ comment, ...reply }))) {
        throw new RangeError(`WeChat allows one reply per comment; "${comment}" has one`)
      }
      return world.add({ ...reply, parent: comment })
    },
    deleteComment: of => {
      world.change(which(of), { deleted: true })
    },
    hideComment: of => {
      world.change(which(of), { hidden: true })
    },
    likeComment: (of, likes) => {
      world.change(which(of), { likes })
    },
    standing: ({ platform, account, post }) => world.under(platform, account, post).filter(({ deleted }) => !deleted),
    fail: (platform, fault) => faults[platform].order(fault),
    heal: () => {
      for (const one of Object.values(faults)) one.clear()
    },
    expireToken: ({ platform, account }) => {
      if (platform === 'wechat') wechat.tokens(account).stable.expire()
      else weibo.expiresAt.set(account, world.clock.now())
    },
    revokeToken: ({ platform, account }) => {
      if (platform === 'wechat') wechat.tokens(account).stable.replace()
      else weibo.revoked.add(account)
    },
    authorise: account => {
      weibo.revoked.delete(account)
      weibo.expiresAt.delete(account)
    },
    shutOut: (account, out) => {
      if (out) wechat.shutOut.add(account)
      else wechat.shutOut.delete(account)
    },
    quirks: { wechat: wechat.quirks, weibo: weibo.quirks },
    webhooks: () => sink.arrivals,
    forgetWebhooks: () => {
      sink.arrivals.length = 0
    }
  }
}
