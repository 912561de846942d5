import { douyinCommentId, douyinItemId } from './douyin/ids.ts'
import { kuaishouCommentId, kuaishouPhotoId } from './kuaishou/ids.ts'
import type { PlatformKind, SimComment, SimPost } from './things.ts'

/** Hands out ids as the platforms do. */
export interface Ids {
  post: (platform: PlatformKind, at: number) => string
  comment: (
    of: Pick<SimComment, 'platform' | 'account' | 'post'> & { parent?: string; office: boolean },
    at: number
  ) => string
  /** One that stands already; what comes is given after it. */
  met: (thing: SimPost | SimComment) => void
}

/** `mastodonFrom`: the first id at Mastodon; absent: by the time, so that another run has others. */
export function createIds(now: number, mastodonFrom?: string): Ids {
  const wechat = new Map<string, number>()
  let articles = (Math.floor(now / 1000) * 8) % 2 ** 32 // another run has other articles
  let mastodon = BigInt(mastodonFrom ?? Math.floor(now / 1000) * 1_000_000)
  let made = 0

  // Weibo's 16-digit ids grow with the seconds and keep 22 bits for what happens within one.
  const weiboId = (at: number) =>
    String((BigInt(Math.floor(at / 1000) - 515_483_463) << 22n) + BigInt(made++ & 0x3f_ffff))

  const wechatComment = (key: string) => {
    const next = (wechat.get(key) ?? 0) + 1
    wechat.set(key, next)
    return String(next)
  }
  const seed = (at: number) => `${Math.floor(at / 1000)}-${Math.floor(now / 1000)}-${made++}`
  const mastodonId = () => String(mastodon++)

  const POST: Record<PlatformKind, (at: number) => string> = {
    wechat: () => `${articles++}_0`,
    weibo: weiboId,
    douyin: at => douyinItemId(seed(at)),
    kuaishou: at => kuaishouPhotoId(seed(at)),
    mastodon: mastodonId
  }
  const COMMENT: Record<Exclude<PlatformKind, 'wechat'>, (at: number) => string> = {
    weibo: weiboId,
    douyin: at => douyinCommentId(seed(at)),
    kuaishou: at => kuaishouCommentId(seed(at)),
    mastodon: mastodonId
  }

  return {
    post: (platform, at) => POST[platform](at),
    comment: ({ platform, account, post, parent, office }, at) => {
      if (platform !== 'wechat') return COMMENT[platform](at)
      if (office) return `${parent}r${Math.floor(at / 1000)}` // WeChat gives replies no id; this one is for us
      return wechatComment(`${account}/${post}`)
    },
    met: thing => {
      if (thing.platform === 'mastodon' && BigInt(thing.id) >= mastodon) mastodon = BigInt(thing.id) + 1n
      if (thing.platform !== 'wechat' || !('root' in thing) || !thing.author) return
      const key = `${thing.account}/${thing.post}`
      wechat.set(key, Math.max(wechat.get(key) ?? 0, Number(thing.id)))
    }
  }
}
