import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { DeliveryOutcome } from '@huiyin/ports/channel.ts'

export interface Rejection {
  recipient?: string | undefined
  responseCode?: number | undefined
}

/** An error as the mail client throws it; its text may hold addresses and is not told on. */
export interface MailError extends Error {
  code?: string
  originalCode?: string
  command?: string
  responseCode?: number
  rejectedErrors?: readonly Rejection[]
}

interface Asked {
  who: string
  /** From 1. */
  attempt: number
  /** The server had asked for the message. */
  left: boolean
  /** The mail was for one person, not for the addresses of the settings. */
  personal: boolean
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** A day in all. */
const PAUSES = [5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR]

/** Codes with which the whole server, not one mailbox, is busy. */
const SERVER_BUSY = new Set([421, 451, 454])
const TLS_TROUBLE = /^(ETLS|ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/

/** What a failed mail has come to. */
export function outcomeOfError(error: MailError, asked: Asked): DeliveryOutcome | 'too large' {
  const { responseCode, code = 'no code', originalCode = code, command } = error
  if (responseCode !== undefined && (code !== 'ETLS' || responseCode < 500))
    return outcomeOfReply(responseCode, command, asked)
  if (asked.left) return { outcome: 'unknown', reason: `${asked.who} did not say whether it took the mail (${code})` }
  if (code === 'EAUTH')
    return { outcome: 'disabled', reason: '邮件服务器不接受登录，请核对 user 与 passwordEnv（多数邮箱须用授权码）' }
  if (TLS_TROUBLE.test(code) || TLS_TROUBLE.test(originalCode))
    return {
      outcome: 'disabled',
      reason: `邮件服务器的加密连接不可用（${responseCode ?? originalCode}），请核对 tls、port 设置与证书`
    }
  return later(`${asked.who} could not be reached (${originalCode})`, asked, true)
}

function outcomeOfReply(reply: number, command: string | undefined, asked: Asked): DeliveryOutcome | 'too large' {
  const reason = `${asked.who} answered with ${reply}`
  if (command?.startsWith('AUTH') && reply >= 500)
    return {
      outcome: 'disabled',
      reason: `邮件服务器不接受登录（${reply}），请核对 user 与密码设置（多数邮箱须用授权码）`
    }
  if (reply >= 400 && reply < 500) return later(reason, asked, SERVER_BUSY.has(reply))
  switch (reply) {
    case 530:
    case 534:
    case 535:
    case 538:
      return { outcome: 'disabled', reason: `邮件服务器要求登录或加密（${reply}），请核对 user、密码与 tls 设置` }
    case 552:
      return 'too large'
    case 550:
    case 551:
    case 553:
      return command === 'RCPT TO' && !asked.personal
        ? { outcome: 'disabled', reason: `所有收件地址都被邮件服务器拒绝（${reply}），请更正 to 设置` }
        : { outcome: 'failed', reason }
    case 554:
      if (asked.personal && command === 'RCPT TO') return { outcome: 'failed', reason }
      return {
        outcome: 'disabled',
        reason: `邮件被判为垃圾邮件或发件方被拒绝（${reply}），请联系邮箱管理员放行后重启`
      }
    default:
      return { outcome: 'failed', reason }
  }
}

function later(reason: string, { attempt }: Asked, everything: boolean): DeliveryOutcome {
  const retryAfterMs = PAUSES[attempt - 1]
  return retryAfterMs === undefined
    ? { outcome: 'failed', reason: `${reason}; given up after a day` }
    : { outcome: 'later', reason, retryAfterMs, everything }
}

/** Which recipients were not told although others were; they are not told later either. */
export const warningOf = (rejections: readonly Rejection[]): string =>
  rejections
    .map(({ recipient = '', responseCode: code }) => {
      const refused = code !== undefined && code < 500 ? 'refused for now' : 'refused'
      return `${maskPersonal(recipient)} was ${refused} (${code ?? 'no code'})`
    })
    .join(', ')
