import type { SendMailOptions } from 'nodemailer'
import { fitted, HANDLE, type Message, openWords, referenceOf, takeWords } from './message.ts'

export interface Mail {
  message: Message
  /** Mails of one thread bear the same. */
  thread?: string
  /** A person's address; absent: those of the settings. */
  to?: string
  files?: readonly { filename: string; contentType: string; content: Uint8Array }[]
}

type Sending = {
  from: string
  to: readonly string[]
  now: number
  /** What the body may have at most. */
  bytes: number
}

/** The mail as it is handed to the client: text and HTML. */
export function mailOf(mail: Mail, { from, to, now, bytes }: Sending): SendMailOptions {
  const { message, thread } = mail
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '')
  const { title, reference } = message
  const body = fitted(message, body => body, bytes)
  // two people are told by two mails
  const id = mail.to === undefined ? reference : referenceOf(reference, mail.to)
  return {
    from,
    to: to.map(address => ({ name: '', address })),
    subject: title,
    date: new Date(now),
    messageId: `<${id}@${domain}>`,
    ...(thread !== undefined && { inReplyTo: `<${thread}@${domain}>`, references: `<${thread}@${domain}>` }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: textOf(message, body),
    html: htmlOf(message, body),
    textEncoding: 'base64',
    ...(mail.files?.length && {
      attachments: mail.files.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) }))
    })
  }
}

function textOf(message: Message, body: string): string {
  const { link, acknowledge, handle, signature, reference } = message
  const links = [
    ...(link === undefined ? [] : [link]),
    ...(handle === undefined ? [] : [`${HANDLE}：${handle}`]),
    ...(acknowledge === undefined ? [] : [`${takeWords(message)}：${acknowledge}`])
  ]
  return [body, ...links, '', signature, `编号：${reference}`].join('\n')
}

function htmlOf(message: Message, body: string): string {
  const { link, acknowledge, handle, signature, reference } = message
  const lines = [
    ...body.split('\n').map(escaped),
    ...(link === undefined ? [] : [anchor(openWords(message), link)]),
    ...(handle === undefined ? [] : [anchor(HANDLE, handle)]),
    ...(acknowledge === undefined ? [] : [anchor(takeWords(message), acknowledge)]),
    escaped(signature),
    `编号：${reference}`
  ]
  return lines.map(line => `<p>${line}</p>`).join('\n')
}

const anchor = (words: string, link: string) => `<a href="${escaped(link)}">${words}</a>`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
