import type { AccountField } from './account.ts'
import type { PlatformName } from './names.ts'

/** What each platform needs of an account, besides its id and name: for forms, the command line and the check of settings. */
export interface AccountFields {
  credentials: readonly AccountField[]
  options: readonly AccountField[]
}

const secret = (name: string, zh: string, en: string, required = true): AccountField => ({
  name,
  required,
  secret: true,
  words: { zh, en }
})
const open = (name: string, zh: string, en: string, required = false): AccountField => ({
  name,
  required,
  secret: false,
  words: { zh, en }
})
const choice = (name: string, oneOf: readonly string[], zh: string, en: string): AccountField => ({
  name,
  required: false,
  secret: false,
  words: { zh, en },
  oneOf
})

export const ACCOUNT_FIELDS: Record<PlatformName, AccountFields> = {
  wechat: {
    credentials: [
      secret('secret', '开发者密码 AppSecret', 'App secret'),
      secret('callbackToken', '消息推送令牌 Token', 'Token of the message callback', false),
      secret('callbackKey', '消息加解密密钥 EncodingAESKey', 'EncodingAESKey of the message callback', false)
    ],
    options: []
  },
  weibo: {
    credentials: [
      secret('accessToken', '访问令牌 access_token', 'Access token'),
      open('rip', '操作人员的公网 IP', 'Public IP of the operators')
    ],
    options: []
  },
  douyin: {
    credentials: [
      open('clientKey', '应用标识 client_key', 'Client key', true),
      secret('clientSecret', '应用密钥 client_secret', 'Client secret'),
      secret('accessToken', '访问令牌 access_token', 'Access token'),
      secret('refreshToken', '刷新令牌 refresh_token', 'Refresh token')
    ],
    options: [
      choice('variant', ['item', 'mini-app', 'off'], '评论接口：网站应用、小程序或未开通', 'Comment interface'),
      open('replyLimit', '回复字数上限（默认 100）', 'Longest reply in characters (100)')
    ]
  },
  kuaishou: {
    credentials: [
      open('appId', '应用标识 app_id', 'App id', true),
      secret('appSecret', '应用密钥 app_secret', 'App secret'),
      secret('accessToken', '访问令牌 access_token', 'Access token'),
      secret('refreshToken', '刷新令牌 refresh_token', 'Refresh token'),
      secret('partnerToken', '合作方评论接口的令牌', 'Token of the partner comment interface', false)
    ],
    options: [
      choice(
        'comments',
        ['manual-import', 'partner', 'off'],
        '评论来源：人工导入、合作方接口或不收集',
        'Where comments come from'
      ),
      open('partnerApi', '合作方评论接口地址', 'Address of the partner comment interface')
    ]
  },
  mastodon: {
    credentials: [secret('accessToken', '访问令牌', 'Access token')],
    options: [
      open('host', '实例域名（仅在绕过其代理直连实例时）', 'Domain of the instance, when it is called past its proxy')
    ]
  },
  other: {
    credentials: [
      secret('secret', '签名密钥（至少 16 位）', 'Secret that signs what is sent to us (16 or more characters)')
    ],
    options: []
  }
}
