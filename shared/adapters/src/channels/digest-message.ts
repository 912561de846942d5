import { graver, isGraver } from '@huiyin/domain/risk-levels.ts'
import type { Gathering, Notice } from '@huiyin/ports/channel.ts'
import type { Alert, AlertGap } from '@huiyin/schemas/alert.ts'
import { happened, instantShort, LEVELS } from './alert-words.ts'
import { type AccountName, foreign, formed, type Message, REPEATED, referenceOf } from './message.ts'
import { dateTime, stretch } from './times.ts'

/**
 * Several alerts in one message, the gravest first; what says the same twice stands there once. The link leads to the
 * page, not to a ticket.
 */
export function digestMessage(notices: readonly Notice[], of: Gathering, account: AccountName, now: number): Message {
  const alerts = notices.map(({ alert }) => alert).sort(gravestFirst)
  const ofWhom = (alert: Alert) => foreign(alert.department ?? account(alert.account))
  const told = new Set(
    alerts.map(alert =>
      [alert.number, LEVELS[alert.level], happened(alert, now), instantShort(alert), ofWhom(alert)].join(' ')
    )
  )
  const link = notices.find(({ link }) => link !== undefined)?.link?.split('?')[0]
  const repeated = notices.some(({ perhapsRepeated }) => perhapsRepeated)
  return formed({
    title: `${new Set(alerts.map(({ ticket }) => ticket)).size + of.more}件工单待处理`,
    body: [...(repeated ? [REPEATED] : []), reason(of, now)].join('\n'),
    list: { lines: Array.from(told, (line, i) => `${i + 1}. ${line}`), more: of.more },
    ...(link !== undefined && { link }),
    signature: `${sole(alerts.map(ofWhom)) ?? '回音'} ${dateTime(now)}`,
    reference: referenceOf(...notices.map(({ alert }) => alert.id)),
    level: alerts.map(({ level }) => level).reduce(graver, 'blue')
  })
}

const gravestFirst = (a: Alert, b: Alert) =>
  Number(b.urgent) - Number(a.urgent) ||
  Number(isGraver(b.level, a.level)) - Number(isGraver(a.level, b.level)) ||
  a.dueAt - b.dueAt

const sole = (names: readonly string[]) => (new Set(names).size === 1 ? names[0] : undefined)

function reason({ why, gaps }: Gathering, now: number): string {
  if (why === 'limits') return '发送频率受限，以下提醒合并发送：'
  if (why === 'quiet-hours') return '静默时段内积累的提醒，现合并发送：'
  if (gaps.length === 0) return '以下提醒未能按时发送，现合并发送：'
  const causes = Array.from(Map.groupBy(gaps, causeOf), ([cause, of]) => `${cause}（${stretches(of, now)}）`)
  return `因${causes.join('、')}，以下工单未能及时发现：`
}

const causeOf = ({ why }: AlertGap) => CAUSES[why] ?? '系统中断'
const CAUSES: Record<string, string> = { collector: '采集中断', 'taken-over': '系统由备份恢复' }

const NAMED = 3

/** Each ticket has a gap of its own: those that touch are one. */
function stretches(gaps: readonly AlertGap[], now: number): string {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of gaps.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  const named = joined.slice(0, NAMED).map(({ from, to }) => stretch(from, to, now))
  return `${named.join('、')}${joined.length > NAMED ? '等' : ''}`
}
