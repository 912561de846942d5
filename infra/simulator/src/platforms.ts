import { type DouyinPlatform, douyinPlatform } from './douyin/platform.ts'
import { type KuaishouPlatform, kuaishouPlatform } from './kuaishou/platform.ts'
import type { Limits } from './limits.ts'
import { type MastodonPlatform, mastodonPlatform } from './mastodon/platform.ts'
import type { Person } from './things.ts'
import type { Usage } from './usage.ts'
import { type WechatPlatform, wechatPlatform } from './wechat/platform.ts'
import { type WeiboPlatform, weiboPlatform } from './weibo/platform.ts'
import type { World } from './world.ts'

/** All simulated platforms. */
export interface Platforms {
  wechat: WechatPlatform
  weibo: WeiboPlatform
  douyin: DouyinPlatform
  kuaishou: KuaishouPlatform
  mastodon: MastodonPlatform
}

export const openPlatforms = (world: World, limits: Limits, usage: Usage, people: readonly Person[]): Platforms => ({
  wechat: wechatPlatform(world, limits, usage),
  weibo: weiboPlatform(world, limits, usage),
  douyin: douyinPlatform(world, limits, usage),
  kuaishou: kuaishouPlatform(world, limits, usage),
  mastodon: mastodonPlatform(world, limits, usage, people)
})
