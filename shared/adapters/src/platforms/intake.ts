import type { Intake } from '@huiyin/ports/intake.ts'
import type { Account, PublicAccount } from '@huiyin/schemas/account.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { readDouyinCallback, readKuaishouCallback } from './intake-events.ts'
import { isSigned } from './intake-signature.ts'
import { readWechatCallback } from './intake-wechat.ts'

type AccountOf = (key: { platform: PlatformName; id: string }) => Account | undefined

/** What may come from outside to the accounts as they stand; their secrets stay in here. */
export function openIntake(accounts: { of: AccountOf }): Intake {
  const { of } = accounts
  const publicOf = (account: Account | undefined): PublicAccount | undefined => {
    if (!account) return undefined
    const { credentials, ...open } = account
    return open
  }
  /** Those that are asked through the same app. */
  const sameApp =
    ({ platform, credentials }: Account, app: 'clientKey' | 'appId') =>
    (id: string) =>
      of({ platform, id })?.credentials[app] === credentials[app]

  return {
    account: (platform, id) => publicOf(of({ platform, id })),
    readSigned: (id, request, now) => {
      const account = of({ platform: 'other', id })
      return isSigned(request, account?.credentials.secret ?? '', now) ? publicOf(account) : undefined
    },
    readCallback: (platform, id, request) => {
      const account = of({ platform, id })
      if (!account) return undefined
      if (platform === 'wechat') return readWechatCallback(account, request)
      return platform === 'douyin'
        ? readDouyinCallback(account, request, sameApp(account, 'clientKey'))
        : readKuaishouCallback(account, request, sameApp(account, 'appId'))
    }
  }
}
