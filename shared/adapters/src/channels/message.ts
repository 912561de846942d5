import { createHash } from 'node:crypto'
import type { Notice, Trouble } from '@huiyin/ports/channel.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'

const LONGEST_TITLE = 20
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const EAST_8 = 8 * HOUR

/**
 * A message in the office's form: title of 20 characters at most, body, link, signature.
 * It is made of the alert alone: it names no citizen and carries no text of theirs.
 */
export interface Message {
  title: string
  body: string
  link?: string
  /** Department and time. */
  signature: string
  /** Tells two messages apart where the wire has no id of its own; the same however often it is sent. */
  reference: string
  level: RiskLevel
}

/** Name of an account by its id on the platform. */
export type AccountName = (id: string) => string

const LEVELS: Record<RiskLevel, string> = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }
const GRAVEST_FIRST = ['red', 'orange', 'yellow', 'blue'] as const satisfies readonly RiskLevel[]

/** One alert. */
export function alertMessage({ alert, link, perhapsRepeated }: Notice, account: AccountName, now: number): Message {
  const { number, urgent, level, dueAt, department, madeAt } = alert
  const lines = [
    ...(perhapsRepeated ? ['【可能重复】此前可能已经发送过一次。'] : []),
    `政务账号：${account(alert.account)}`,
    `风险等级：${LEVELS[level]}${urgent ? '（紧急）' : ''}`,
    `回复时限：${dateTime(dueAt)}（${standing(alert, now)}）`,
    ...(link === undefined ? [`工单编号：${number}，请登录系统办理。`] : [])
  ]
  return formed({
    title: `${urgent ? '紧急' : ''}工单${number}${alert.kind === 'breach' ? '已超时未回复' : standing(alert, now)}`,
    body: lines.join('\n'),
    ...(link !== undefined && { link }),
    signature: `${department ?? account(alert.account)} ${dateTime(madeAt)}`,
    reference: referenceOf(alert.id),
    level
  })
}

/** Several alerts that had to wait, in one message; the link leads to the page, not to a ticket. */
export function digestMessage(notices: readonly Notice[], account: AccountName, now: number): Message {
  const alerts = notices.map(({ alert }) => alert)
  const lines = alerts.map(
    (alert, i) =>
      `${i + 1}. ${alert.number} ${LEVELS[alert.level]} ${standing(alert, now)} 时限${dateTime(alert.dueAt)} ` +
      (alert.department ?? account(alert.account))
  )
  const link = notices.find(({ link }) => link !== undefined)?.link?.split('?')[0]
  return formed({
    title: `${alerts.length}件工单待处理`,
    body: ['发送频率受限，以下提醒合并发送：', ...lines].join('\n'),
    ...(link !== undefined && { link }),
    signature: `${sole(alerts.map(({ department }) => department)) ?? '回音'} ${dateTime(now)}`,
    reference: referenceOf(...alerts.map(({ id }) => id)),
    level: GRAVEST_FIRST.find(level => alerts.some(alert => alert.level === level)) ?? 'blue'
  })
}

/** Another channel is out of order. */
export const troubleMessage = ({ channel, reason, at }: Trouble): Message =>
  formed({
    title: '一个告警通道已停用',
    body: [`通道：${channel}`, `原因：${reason}`, '修复之前，提醒只经其他通道发送。'].join('\n'),
    signature: `回音 ${dateTime(at)}`,
    reference: referenceOf(channel, String(at)),
    level: 'orange'
  })

/** The same for the same alerts; nobody is recognised by it. */
export const referenceOf = (...ids: readonly string[]): string =>
  createHash('sha256').update(ids.join('\n')).digest('hex').slice(0, 12).toUpperCase()

/** Wall time in Beijing as `2026年1月5日14:00`. */
export function dateTime(at: number): string {
  const [day = '', time = ''] = new Date(at + EAST_8).toISOString().split('T')
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日${time.slice(0, 5)}`
}

function standing({ dueAt }: Alert, now: number): string {
  const left = dueAt - now
  if (left <= 0) return '已超时'
  if (left < 1.5 * HOUR) return `剩${Math.max(1, Math.round(left / MINUTE))}分钟`
  return `剩${Math.round(left / HOUR)}小时`
}

const sole = (names: readonly (string | undefined)[]) => (new Set(names).size === 1 ? names[0] : undefined)

const formed = (message: Message): Message => ({
  ...message,
  title: Array.from(plain(message.title)).slice(0, LONGEST_TITLE).join(''),
  body: message.body.split('\n').map(plain).join('\n'),
  signature: plain(message.signature)
})

/** One line without marks that a group would read as markup or a mention, personal numbers masked. */
const plain = (text: string) =>
  maskPersonal(text.replace(/\p{Cc}+/gu, ' '))
    .replaceAll('<', '＜')
    .replaceAll('>', '＞')

const PERSONAL = [
  [/(?<!\d)(\d{3})\d{11}(\d{3}[\dXx])(?!\d)/g, '$1***********$2'], // identity card
  [/(?<!\d)(1[3-9]\d)[- ]?\d{4}[- ]?(\d{4})(?!\d)/g, '$1****$2'], // mobile
  [/([A-Za-z0-9])[\w.+-]*@([\w-]+(?:\.[\w-]+)+)/g, '$1***@$2'] // mail
] as const

/** Identity card and mobile numbers and mail addresses with their middle hidden. */
export const maskPersonal = (text: string): string =>
  PERSONAL.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text)
