import type { Control, Where, WhichComment, WhichPost } from './control.ts'
import { createFaults, type Faults } from './faults.ts'
import type { SimPlatform } from './platform.ts'
import type { Platforms } from './platforms.ts'
import { pick, type Random } from './random.ts'
import type { Person, PlatformKind } from './things.ts'
import type { Usage } from './usage.ts'
import { crowdOf } from './viral.ts'
import type { WebhookSink } from './webhook-sink.ts'
import { replyUnder, type World } from './world.ts'

export type FaultsOf = Record<PlatformKind | 'webhook', Faults>

export const createFaultsOf = (): FaultsOf => ({
  wechat: createFaults(),
  weibo: createFaults(),
  douyin: createFaults(),
  kuaishou: createFaults(),
  mastodon: createFaults(),
  webhook: createFaults()
})

export function createControl(
  world: World,
  parts: { platforms: Platforms; usage: Usage; sink: WebhookSink; faults: FaultsOf },
  people: readonly Person[],
  random: Random
): Control {
  const { platforms, usage, sink, faults } = parts
  const { wechat, weibo, douyin, kuaishou, mastodon } = platforms

  const which = ({ platform, account, post, comment }: WhichComment) => {
    const found = world.comment(platform, account, post, comment)
    if (!found) throw new RangeError(`There is no comment "${comment}" under ${platform} post "${post}"`)
    return found
  }
  const postOf = ({ platform, account, post }: WhichPost) => {
    const found = world.post(platform, account, post)
    if (!found) throw new RangeError(`There is no ${platform} post "${post}" here`)
    return found
  }
  const person = (id: string | undefined) => {
    const found = id === undefined ? pick(random, people) : people.find(one => one.id === id)
    if (!found) throw new RangeError(`There is no citizen "${id}"; \`people\` lists them`)
    return found
  }
  const tokensOf = ({ platform, account }: Where): SimPlatform => {
    if (!world.office(platform, account)) throw new RangeError(`There is no ${platform} account "${account}" here`)
    return platforms[platform]
  }

  return {
    people,
    publishPost: world.publish,
    posts: ({ platform, account }) =>
      world.posts.filter(post => post.platform === platform && post.account === account && !post.author),
    editPost: (of, title) => world.changePost(postOf(of), { title, editedAt: world.clock.now() }),
    pinPost: (of, pinned) => world.changePost(postOf(of), { pinned }),
    takeDown: (of, gone = true) => world.changePost(postOf(of), { gone }),
    setCounts: (of, { reads, likes, reposts }) =>
      world.changePost(postOf(of), {
        ...(reads !== undefined && { reads }),
        ...(likes !== undefined && { likes }),
        ...(reposts !== undefined && { reposts })
      }),
    postComment: ({ as, ...comment }) => world.add({ ...comment, author: person(as) }),
    nameOffice: ({ account, text, as, direct = false }) =>
      world.publish({ platform: 'mastodon', account, title: text, author: person(as), direct }),
    answerByHand: ({ comment, ...reply }) => {
      if (comment === undefined) return world.add(reply)
      if (reply.platform === 'wechat' && replyUnder(world, which({ comment, ...reply }))) {
        throw new RangeError(`WeChat allows one reply per comment; "${comment}" has one`)
      }
      return world.add({ ...reply, parent: comment })
    },
    editComment: (of, text) => world.change(which(of), { text, editedAt: world.clock.now() }),
    pinComment: (of, pinned) => world.change(which(of), { pinned }),
    deleteComment: of => world.change(which(of), { deleted: true }),
    hideComment: of => world.change(which(of), { hidden: true }),
    showComment: of => world.change(which(of), { hidden: false }),
    likeComment: (of, likes) => world.change(which(of), { likes }),
    goViral: (of, crowd) => world.plan(crowdOf(postOf(of), crowd, { people, random, now: world.clock.now() })),
    standing: ({ platform, account, post }) => {
      world.settle()
      return world.under(platform, account, post).filter(({ deleted }) => !deleted)
    },
    fail: (platform, fault) => faults[platform].order(fault),
    heal: () => {
      for (const one of Object.values(faults)) one.clear()
    },
    expireToken: of => tokensOf(of).expireToken(of.account),
    revokeToken: of => tokensOf(of).revokeToken(of.account),
    authorise: of => {
      const where = typeof of === 'string' ? { platform: 'weibo' as const, account: of } : of
      tokensOf(where).authorise(where.account)
    },
    shutOut: (account, out) => {
      if (out) wechat.shutOut.add(account)
      else wechat.shutOut.delete(account)
    },
    quotas: () =>
      world.offices.map(({ platform, id }) => ({
        ...usage.of(platform, id),
        windows: platforms[platform].windows(id)
      })),
    privateMessage: message => wechat.messages.send(message),
    platforms,
    quirks: {
      wechat: wechat.quirks,
      weibo: weibo.quirks,
      douyin: douyin.quirks,
      kuaishou: kuaishou.quirks,
      mastodon: mastodon.quirks
    },
    webhooks: () => sink.arrivals,
    forgetWebhooks: () => {
      sink.arrivals.length = 0
    }
  }
}
