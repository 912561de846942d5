import { createHash } from 'node:crypto'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Notice, Trouble } from '@huiyin/ports/channel.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { happened, instantLine, LEVELS, request } from './alert-words.ts'
import { fit, fitLines } from './cut.ts'
import { dateTime } from './times.ts'

const LONGEST_TITLE = 20

/**
 * A message in the office's form: title of 20 characters at most, body, link, signature.
 * It is made of the alert alone: it names no citizen and carries no text of theirs, nor the recipient's address.
 */
export interface Message {
  title: string
  body: string
  /** Lines below the body, the gravest first, and how many more there are than lines. */
  list?: { lines: readonly string[]; more: number }
  link?: string
  /** The page on which the recipient takes it. */
  acknowledge?: string
  /** The page on which the recipient's department handles its dispatch. */
  handle?: string
  /** Department and time. */
  signature: string
  /** Tells two messages apart where the wire has no id of its own; the same however often it is sent. */
  reference: string
  level: RiskLevel
  /** What the links say where they lead to no ticket. */
  words?: { open: string; take: string }
}

/** Name of an account by its id on the platform. */
export type AccountName = (id: string) => string

export const REPEATED = '【可能重复】此前可能已经发送过一次。'
export const TAKE = '我来处理'
export const OPEN = '查看工单'
export const HANDLE = '签收办理'

export const openWords = ({ words }: Message): string => words?.open ?? OPEN
export const takeWords = ({ words }: Message): string => words?.take ?? TAKE

/** One alert. */
export function alertMessage(notice: Notice, account: AccountName, now: number): Message {
  const { alert, link, acknowledge, handle, perhapsRepeated } = notice
  const { number, kind, urgent, level, department, madeAt, repeat } = alert
  const asked = request(alert)
  const lines = [
    ...(perhapsRepeated ? [REPEATED] : []),
    ...(repeat > 0 ? [`第${repeat + 1}次提醒。`] : []),
    `政务账号：${foreign(account(alert.account))}`,
    `风险等级：${LEVELS[level]}${urgent ? '（紧急）' : ''}`,
    instantLine(alert, now),
    ...(asked === undefined ? [] : [asked]),
    ...(link === undefined ? [`工单编号：${number}，请登录系统办理。`] : [])
  ]
  return formed({
    title: `${urgent && kind !== 'urgent' ? '紧急' : ''}工单${number}${happened(alert, now)}`,
    body: lines.join('\n'),
    ...(link !== undefined && { link }),
    ...(acknowledge !== undefined && { acknowledge }),
    ...(handle !== undefined && { handle }),
    signature: `${foreign(department ?? account(alert.account))} ${dateTime(madeAt)}`,
    reference: referenceOf(alert.id),
    level
  })
}

/** Another channel is out of order, or alerts are late. */
export function troubleMessage(trouble: Trouble): Message {
  const { title, body } = TROUBLES[trouble.kind ?? 'channel'](trouble)
  return formed({
    title,
    body: trouble.perhapsRepeated ? `${REPEATED}\n${body}` : body,
    signature: `回音 ${dateTime(trouble.at)}`,
    reference: referenceOf(trouble.channel, String(trouble.at), ...(trouble.numbers ?? [])),
    level: 'orange'
  })
}

const brokenChannel = ({ channel, reason }: Trouble) => ({
  title: '一个告警通道已停用',
  body: [`通道：${foreign(channel)}`, `原因：${foreign(reason)}`, '修复之前，提醒只经其他通道发送。'].join('\n')
})

const lateAlerts = ({ reason, at }: Trouble) => ({
  title: '工单提醒未能按时发送',
  body: [`发现时间：${dateTime(at)}`, foreign(reason)].join('\n')
})

const MOST_NAMED = 20

const exhausted = ({ numbers = [], reason }: Trouble) => {
  const [first = ''] = numbers
  const more = numbers.length > MOST_NAMED ? `等${numbers.length}件` : ''
  return {
    title: numbers.length === 1 ? `工单${first}无人接手` : `${numbers.length}件工单无人接手`,
    body: [`工单编号：${numbers.slice(0, MOST_NAMED).join('、')}${more}`, foreign(reason)].join('\n')
  }
}

const TROUBLES = { channel: brokenChannel, alerter: lateAlerts, exhausted }

/** The same for the same alerts; nobody is recognised by it. */
export const referenceOf = (...ids: readonly string[]): string =>
  createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 12).toUpperCase()

/** Within the bytes: a list loses whole lines and says how many, any other body is cut at its end. */
export function fitted({ body, list }: Message, render: (body: string) => string, atMost: number): string {
  if (list === undefined) return fit(body, render, atMost)
  const withLines = (lines: readonly string[]) => {
    const left = list.more + list.lines.length - lines.length
    return render([body, ...lines, ...(left > 0 ? [`另有${left}件未列出，请登录系统查看。`] : [])].join('\n'))
  }
  return fitLines(list.lines, withLines, atMost) ?? fit(body, render, atMost)
}

/** A name or reason that others wrote: one line, personal data masked. What we wrote ourselves stays as it is. */
export const foreign = (text: string): string => maskPersonal(plain(text))

/** No marks in it that a group would read as markup or a mention, no breaks in title, lines and signature. */
export const formed = (message: Message, longestTitle = LONGEST_TITLE): Message => ({
  ...message,
  title: Array.from(plain(message.title)).slice(0, longestTitle).join(''),
  body: message.body.split('\n').map(plain).join('\n'),
  ...(message.list && { list: { ...message.list, lines: message.list.lines.map(plain) } }),
  signature: plain(message.signature)
})

const plain = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')
