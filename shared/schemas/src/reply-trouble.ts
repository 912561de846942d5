import { type Static, Type } from 'typebox'

/** What stands between an approved reply and the citizen, whatever the platform calls it. */
export const Trouble = Type.Union([
  Type.Literal('comment-gone'),
  Type.Literal('post-gone'),
  Type.Literal('words'),
  Type.Literal('too-long'),
  Type.Literal('replies-closed'),
  Type.Literal('one-reply'),
  Type.Literal('no-reply'),
  Type.Literal('no-account'),
  Type.Literal('quota'),
  Type.Literal('account-stopped'),
  Type.Literal('account-paused'),
  Type.Literal('platform-away'),
  Type.Literal('removed'),
  Type.Literal('unknown'),
  Type.Literal('refused')
])
export type Trouble = Static<typeof Trouble>

/** What a person reads, and the one thing to do. */
export const TROUBLE_WORDS = {
  'comment-gone': {
    zh: '评论已不在平台上，无法回复。请核对后按无需回复处理，或通过其他渠道答复',
    en: 'The comment is not there any more. Close it with a reason, or answer by another channel'
  },
  'post-gone': {
    zh: '原帖已删除或被平台限制，无法回复。可通过其他渠道答复',
    en: 'The post is gone or restricted. Answer by another channel'
  },
  words: {
    zh: '平台不接受回复中的用语。请修改后重新提交审核',
    en: 'The platform refuses the words of the reply. Change them and have it reviewed again'
  },
  'too-long': {
    zh: '回复超出平台字数上限。请精简后重新提交审核',
    en: 'The reply is longer than the platform takes. Shorten it and have it reviewed again'
  },
  'replies-closed': {
    zh: '对方或该帖不允许回复。可通过其他渠道答复',
    en: "The author's or the post's settings forbid a reply. Answer by another channel"
  },
  'one-reply': {
    zh: '该评论下已有本账号的其他回复，平台只允许一条。请在平台上核对',
    en: 'Another reply of the account stands there, and the platform lets one stand only. Look at it on the platform'
  },
  'no-reply': {
    zh: '平台未开放回复接口。请在平台上人工回复，再登记核验',
    en: 'The platform takes no replies from outside. Post it by hand, then attest it'
  },
  'no-account': {
    zh: '此账号未接入。请在平台上人工回复，再登记核验',
    en: 'The account is not connected here. Post it by hand, then attest it'
  },
  quota: {
    zh: '平台调用次数已用完，到时自动发出。计时继续',
    en: 'The quota of the platform is used up; it leaves by itself then. The clock runs on'
  },
  'account-stopped': {
    zh: '账号授权失效或被平台限制，恢复后自动发出。计时继续，请联系管理员',
    en: 'The account lost its authorisation or is restricted; it leaves once that is mended. The clock runs on'
  },
  'account-paused': {
    zh: '账号已暂停使用，恢复后自动发出。计时继续',
    en: 'The account is paused; it leaves once it is taken up again. The clock runs on'
  },
  'platform-away': {
    zh: '平台暂时没有应答，稍后自动重试。计时继续',
    en: 'The platform does not answer; it is tried again. The clock runs on'
  },
  removed: {
    zh: '回复已不在平台上，计时重新开始计算。请核实原因并重新答复',
    en: 'The reply is not there any more, and the clock runs again. Find out why, and answer anew'
  },
  unknown: {
    zh: '无法确认回复是否已送达。请到平台核对：已送达则登记核验，未送达则重新提交审核',
    en: 'Nobody can tell whether it arrived. Look there: attest it if it did, have it reviewed again if it did not'
  },
  refused: {
    zh: '平台没有接受。请查看平台的说明',
    en: 'The platform did not take it. See what it says'
  }
} as const satisfies Record<Trouble, { zh: string; en: string }>
