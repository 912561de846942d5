import type { Platform } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { type PlatformDeps, wechatPlatform } from './wechat.ts'
import { weiboPlatform } from './weibo.ts'

/** The platform of an account. Throws TypeError, in words for the person who configures, when it cannot be opened. */
export function openPlatform(account: Account, deps: PlatformDeps): Platform {
  if (account.platform === 'wechat') return wechatPlatform(account, deps)
  if (account.platform === 'weibo') return weiboPlatform(account, deps)
  throw new TypeError(
    `Account "${account.id}": there is no connection to ${account.platform} yet; expected wechat or weibo`
  )
}
