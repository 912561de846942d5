import type { Account, AccountField } from '@huiyin/schemas/account.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import {
  apiMissing,
  delaysDisordered,
  fieldMissing,
  fieldShape,
  fieldSpaced,
  fieldUnknown,
  idUnusual,
  inTheFuture,
  notEncrypted,
  valueUnknown
} from './account-problems.ts'

/** What is wrong with an account that somebody wants to save at `now` (ms, UTC); what `refuses` cannot be saved. */
export function checkAccount(account: Account, now: number): RuleProblem[] {
  const { credentials, options } = ACCOUNT_FIELDS[account.platform]
  return [
    ...filled('credentials', credentials, account.credentials),
    ...filled('options', options, account.options ?? {}),
    ...ofPlatform(account),
    ...address('api', account.api, account.demo),
    ...dates(account, now)
  ]
}

type Given = Readonly<Record<string, string>>

function filled(part: string, fields: readonly AccountField[], given: Given): RuleProblem[] {
  const names = fields.map(({ name }) => name)
  const unknown = Object.keys(given).filter(name => !names.includes(name))
  return [
    ...fields.flatMap(field => oneField(part, field, given[field.name])),
    ...unknown.map(name => fieldUnknown(part, name, names))
  ]
}

function oneField(part: string, field: AccountField, value = ''): RuleProblem[] {
  if (value.trim() === '') return field.required ? [fieldMissing(part, field)] : []
  if (field.oneOf && !field.oneOf.includes(value)) return [valueUnknown(part, field, value)]
  return /\s/.test(value) ? [fieldSpaced(part, field)] : []
}

function ofPlatform(account: Account): RuleProblem[] {
  const { platform, id, credentials, options = {} } = account
  switch (platform) {
    case 'wechat':
      return [...wechatCallback(credentials), ...(/^wx[0-9a-f]{16}$/.test(id) ? [] : [wechatId()])]
    case 'weibo':
      return /^\d{5,20}$/.test(id) ? [] : [weiboId()]
    case 'douyin':
      return replyLimit(options.replyLimit)
    case 'kuaishou':
      return partner(account)
    case 'mastodon':
      return account.api === undefined ? [apiMissing()] : []
    case 'other':
      return (credentials.secret?.length ?? 0) >= SECRET_LENGTH || !credentials.secret ? [] : [shortSecret()]
  }
}

const SECRET_LENGTH = 16

const shortSecret = () =>
  fieldShape(
    'credentials/secret',
    `签名密钥至少 ${SECRET_LENGTH} 位。`,
    `The secret that signs must have ${SECRET_LENGTH} or more characters.`
  )

const wechatId = () =>
  idUnusual('公众号的 AppID 通常是 wx 加 16 位字符，请核对。', 'An AppID is usually wx and 16 characters; check it.')
const weiboId = () =>
  idUnusual('微博的 uid 是一串数字，不是昵称，请核对。', 'A Weibo uid is a number, not the nickname; check it.')

function wechatCallback({ callbackToken, callbackKey }: Given): RuleProblem[] {
  if (!callbackKey) return []
  return [
    ...(/^[A-Za-z0-9+/]{43}$/.test(callbackKey)
      ? []
      : [
          fieldShape(
            'credentials/callbackKey',
            'EncodingAESKey 应为 43 位字母和数字。',
            'EncodingAESKey must have 43 letters and digits.'
          )
        ]),
    ...(callbackToken
      ? []
      : [
          fieldShape(
            'credentials/callbackToken',
            '填写了 EncodingAESKey，还须填写令牌 Token。',
            'With an EncodingAESKey the token of the callback is needed too.'
          )
        ])
  ]
}

const replyLimit = (limit: string | undefined): RuleProblem[] =>
  !limit || /^[1-9]\d{0,3}$/.test(limit)
    ? []
    : [
        fieldShape(
          'options/replyLimit',
          '回复字数上限应为 1 到 9999 的整数。',
          'The longest reply must be a whole number from 1 to 9999.'
        )
      ]

const PARTNER = 'partner'

function partner({ credentials, options = {}, demo }: Account): RuleProblem[] {
  const { partnerApi } = options
  const wrong =
    partnerApi && !URL.canParse(partnerApi) ? [notAnAddress()] : address('options/partnerApi', partnerApi, demo)
  if (options.comments !== PARTNER) return wrong
  return [
    ...wrong,
    ...(partnerApi
      ? []
      : [
          fieldShape(
            'options/partnerApi',
            '缺少合作方评论接口地址。',
            'The address of the partner interface is missing.'
          )
        ]),
    ...(credentials.partnerToken
      ? []
      : [
          fieldShape(
            'credentials/partnerToken',
            '缺少合作方评论接口的令牌。',
            'The token of the partner interface is missing.'
          )
        ])
  ]
}

const notAnAddress = () =>
  fieldShape(
    'options/partnerApi',
    '合作方评论接口地址须是完整网址。',
    'The address of the partner interface must be a whole URL.'
  )

const HERE = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Secrets travel to it: readable on this machine only, and in the demonstration. */
function address(where: string, url: string | undefined, demo = false): RuleProblem[] {
  if (!url || demo || !URL.canParse(url)) return []
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || HERE.test(hostname) ? [] : [notEncrypted(where)]
}

const MINUTE = 60_000

function dates({ since, passwordChangedAt, delay }: Account, now: number): RuleProblem[] {
  return [
    ...(since > now + MINUTE ? [inTheFuture('since', '开始使用的时间', 'When it was taken into use')] : []),
    ...((passwordChangedAt ?? 0) > now + MINUTE
      ? [inTheFuture('passwordChangedAt', '修改密码的时间', 'When its password was changed')]
      : []),
    ...(delay && delay.fresh > delay.old ? [delaysDisordered()] : [])
  ]
}
