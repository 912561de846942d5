import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { douyinPlatform } from './douyin.ts'
import { kuaishouPlatform } from './kuaishou.ts'
import { mastodonPlatform } from './mastodon.ts'
import { otherPlatform } from './other.ts'
import type { PlatformDeps } from './platform-deps.ts'
import { wechatPlatform } from './wechat.ts'
import { weiboPlatform } from './weibo.ts'

type OpenPlatform = (account: Account, deps: PlatformDeps) => Platform

const OPEN: Partial<Record<PlatformName, OpenPlatform>> = {
  douyin: douyinPlatform,
  kuaishou: kuaishouPlatform,
  mastodon: mastodonPlatform,
  other: otherPlatform,
  wechat: wechatPlatform,
  weibo: weiboPlatform
}

/** The platform of an account. Throws TypeError, in words for the person who configures, when it cannot be opened. */
export function openPlatform(account: Account, deps: PlatformDeps): Platform {
  const open = OPEN[account.platform]
  if (open) return open(account, deps)
  throw new TypeError(
    `Account "${account.id}": there is no connection to ${account.platform} yet; expected ${Object.keys(OPEN).join(', ')}`
  )
}
