import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Limit } from '@huiyin/domain/token-bucket.ts'
import type { Channel, DeliveryOutcome, LetterNotice, Notice } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { digestMessage } from './digest-message.ts'
import { letterMessage } from './letter-message.ts'
import { type AccountName, alertMessage, type Message, referenceOf, troubleMessage } from './message.ts'
import { type Mail, mailOf } from './smtp-mail.ts'
import { type MailError, outcomeOfError, type Rejection, warningOf } from './smtp-outcomes.ts'

export interface SmtpOptions {
  name: string
  host: string
  port: number
  /** `implicit`: TLS from the first byte (465). `starttls`: upgraded or refused (587). `none`: inside the house only. */
  tls: 'implicit' | 'starttls' | 'none'
  user?: string
  password?: string
  /** Many providers take only the login's own address. */
  from: string
  to: readonly string[]
  limits?: readonly Limit[]
  clock: Clock
  account?: AccountName
  /** Certificate of an authority of the office's own, in PEM. */
  ca?: string
  /** Silence in ms after which the connection is given up. */
  timeout?: number
}

const LIMITS: readonly Limit[] = [{ atMost: 30, per: 60_000 }]
const TIMEOUT = 20_000
/** All files of a letter together; in base64 they are a third more. */
const ATTACHED_BYTES = 15 * 1024 * 1024
/** What is left of a body that a server found too large. */
const SHORT_BYTES = 2000

/** `light`: what goes in place of the message when it was too large, without files. */
type Trying = Mail & { attempt: number; light?: Message }

/**
 * Sends alerts by mail, to the addresses of the settings or to one person. The Message-ID is the same for every try, so
 * that servers and people can drop repeats. An address of the settings that the server does not know is left out from
 * then on, until the process starts anew; one of a person fails for that mail only.
 */
export function smtpChannel(options: SmtpOptions): Channel {
  const { name, to, clock, account = id => id, limits = LIMITS } = options
  const gone = new Set<string>()

  const send = async (mail: Trying): Promise<DeliveryOutcome> => {
    if (mail.to !== undefined && !ADDRESS.test(mail.to))
      return { outcome: 'failed', reason: `The recipient's address at "${name}" is no mail address` }
    const standing = mail.to === undefined ? to.filter(address => !gone.has(address)) : [mail.to]
    if (standing.length === 0) return { outcome: 'disabled', reason: '所有收件地址都被邮件服务器拒绝，请更正 to 设置' }
    const first = await attempt(options, mail, Infinity, standing, gone)
    if (first !== 'too large') return first
    const { files: _, ...light } = mail
    const short = { ...light, message: mail.light ?? mail.message }
    const second = await attempt(options, short, SHORT_BYTES, standing, gone)
    return second === 'too large' ? { outcome: 'failed', reason: `The mail of "${name}" is too large (552)` } : second
  }
  return {
    name,
    limits,
    dropsRepeats: true,
    deliver: notice =>
      send({
        message: alertMessage(notice, account, clock.now()),
        thread: referenceOf(notice.alert.ticket),
        attempt: notice.attempt ?? 1,
        ...recipientOf(notice)
      }),
    digest: (notices, of) =>
      send({
        message: digestMessage(notices, of, account, clock.now()),
        attempt: Math.max(...notices.map(({ attempt = 1 }) => attempt)),
        ...recipientOf(notices[0])
      }),
    letter: notice => sendLetter(notice, send),
    report: trouble => send({ message: troubleMessage(trouble), attempt: 1 })
  }
}

/** Files go with it as far as mail servers usually take them; the others are named. */
async function sendLetter(
  notice: LetterNotice,
  send: (mail: Trying) => Promise<DeliveryOutcome>
): Promise<DeliveryOutcome> {
  const { letter, attempt, to, open } = notice
  const all = letter.files ?? []
  const fits = all.reduce((sum, { bytes }) => sum + bytes, 0) <= ATTACHED_BYTES
  const files: NonNullable<Mail['files']>[number][] = []
  try {
    for (const { name, type, sha256 } of fits ? all : [])
      files.push({ filename: name, contentType: type, content: await open(sha256) })
  } catch (error) {
    if (!(error instanceof HuiyinError) || error.code !== 'ATTACHMENT_DAMAGED') throw error
    return { outcome: 'failed', reason: `附件校验不符，未发送：${error.message}` }
  }
  return send({
    message: letterMessage(notice, fits ? [] : all),
    light: letterMessage(notice, all),
    thread: referenceOf(letter.about, letter.of),
    ...{ files, attempt },
    ...(to !== undefined && { to })
  })
}

const ADDRESS = /^[^\s\p{Cc}@<>,;:"()]+@[^\s\p{Cc}@<>,;:"()]+$/u

const recipientOf = (notice?: Notice) => (notice?.to === undefined ? {} : { to: notice.to })

async function attempt(
  options: SmtpOptions,
  mail: Trying,
  bytes: number,
  to: readonly string[],
  gone: Set<string>
): Promise<DeliveryOutcome | 'too large'> {
  const who = `The mail server of "${options.name}"`
  const personal = mail.to !== undefined
  const left = { message: false }
  const { createTransport } = await import('nodemailer') // few houses send mail; all would wait for it when they start
  const transport = createTransport({ ...transportOf(options), ...watching(left) })
  const drop = (rejections: readonly Rejection[] = []) => {
    if (personal) return
    for (const { recipient, responseCode } of rejections) if (recipient && isUnknown(responseCode)) gone.add(recipient)
  }
  try {
    const sending = { from: options.from, to, now: options.clock.now(), bytes }
    const { rejectedErrors } = await transport.sendMail(mailOf(mail, sending))
    drop(rejectedErrors)
    return { outcome: 'sent', ...(rejectedErrors?.length && { warning: warningOf(rejectedErrors) }) }
  } catch (error) {
    const failed = error as MailError
    drop(failed.rejectedErrors)
    return outcomeOfError(failed, { who, attempt: mail.attempt, left: left.message, personal })
  } finally {
    transport.close()
  }
}

const isUnknown = (code: number | undefined) => code === 550 || code === 551 || code === 553

const transportOf = ({ host, port, tls, user, password, ca, timeout = TIMEOUT }: SmtpOptions) => ({
  host,
  port,
  secure: tls === 'implicit',
  requireTLS: tls === 'starttls',
  ignoreTLS: tls === 'none',
  ...(ca !== undefined && { tls: { ca } }),
  ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
  connectionTimeout: timeout,
  greetingTimeout: timeout,
  socketTimeout: timeout,
  disableFileAccess: true,
  disableUrlAccess: true
})

/** The server's 354 is the moment from which a lost connection leaves open whether it took the message. */
const watching = (left: { message: boolean }) => ({
  transactionLog: true,
  logger: {
    debug: ({ tnx }: { tnx?: string }, line: unknown) => {
      if (tnx === 'server' && /^354\b/.test(String(line))) left.message = true
    }
  }
})
