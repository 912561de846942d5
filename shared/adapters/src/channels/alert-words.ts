import type { Alert, AlertKind } from '@huiyin/schemas/alert.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { dateTime, leftUntil } from './times.ts'

export const LEVELS: Record<RiskLevel, string> = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' }

/** What an alert is about, by the name that its clock's id begins with. */
type About = 'first' | 'next' | 'close' | 'leg'

const aboutOf = ({ clock }: Alert): About => {
  const [kind] = clock.split('-')
  return kind === 'next' || kind === 'close' || kind === 'leg' ? kind : 'first'
}

const BREACHED: Record<About, string> = {
  first: '已超时未回复',
  next: '已超时未回复',
  close: '办理已超时',
  leg: '部门办理超时'
}
const DUE: Record<About, string> = { first: '回复时限', next: '回复时限', close: '办结时限', leg: '派单时限' }

/** What has happened, in seven characters at most. */
export function happened(alert: Alert, now: number): string {
  switch (alert.kind) {
    case 'warn':
      return leftUntil(alert.dueAt, now)
    case 'breach':
      return BREACHED[aboutOf(alert)]
    case 'dispatched':
      return '新派单待签收'
    case 'unsigned-dispatch':
      return '派单超时未签收'
    case 'urgent':
      return '紧急诉求待处理'
    case 'risk-rose':
      return `风险升级为${LEVELS[alert.level]}`
    case 'reported-upward':
      return `${LEVELS[alert.level]}舆情请阅示`
    case 'supervised':
      return '督办事项到期'
    case 'reopened-often':
      return '多次重开'
    case 'incident-rising':
      return '舆情事件升级'
  }
}

/** Which instant it names; of what has no clock it is when it happened. */
const NAMES: Record<Exclude<AlertKind, 'warn' | 'breach'>, string> = {
  dispatched: '签收时限',
  'unsigned-dispatch': '签收时限',
  supervised: '督办时限',
  urgent: '回复时限',
  'risk-rose': '升级时间',
  'reported-upward': '上报时间',
  'reopened-often': '重开时间',
  'incident-rising': '升级时间'
}
const IS_LIMIT: ReadonlySet<AlertKind> = new Set([
  'warn',
  'breach',
  'dispatched',
  'unsigned-dispatch',
  'supervised',
  'urgent'
])

const instantName = (alert: Alert) =>
  alert.kind === 'warn' || alert.kind === 'breach' ? DUE[aboutOf(alert)] : NAMES[alert.kind]

/** As `回复时限：2026年1月5日15:00（剩60分钟）`, or `升级时间：2026年1月5日15:00`. */
export const instantLine = (alert: Alert, now: number): string =>
  `${instantName(alert)}：${dateTime(alert.dueAt)}${IS_LIMIT.has(alert.kind) ? `（${leftUntil(alert.dueAt, now)}）` : ''}`

/** The same, short. */
export const instantShort = ({ kind, dueAt }: Alert): string =>
  `${IS_LIMIT.has(kind) ? '时限' : '时间'}${dateTime(dueAt)}`

/** What is asked of the reader; a reply that is due needs no words. */
export function request(alert: Alert): string | undefined {
  switch (alert.kind) {
    case 'breach':
      return OVERDUE[aboutOf(alert)]
    case 'dispatched':
      return '请承办部门签收办理并反馈结果；不属本部门职责的，请注明依据退回。'
    case 'unsigned-dispatch':
      return '承办部门超时未签收，请督促签收或改派。'
    case 'urgent':
      return '群众反映紧急情况，请立即核实处置并回复。'
    case 'risk-rose':
      return '风险等级上升，请及时研判处置。'
    case 'reported-upward':
      return `本件涉${LEVELS[alert.level]}风险舆情，已按规定上报，请负责人阅示；阅示前不作正式答复，可先发布审定的告知。`
    case 'supervised':
      return '督办期限已到，请抓紧办理并反馈结果。'
    case 'reopened-often':
      return '同一诉求多次重开，请复核此前的办理结果与答复。'
    case 'incident-rising':
      return '所属舆情事件级别上升，请按预案处置。'
    case 'warn':
      return undefined
  }
}

const OVERDUE: Record<About, string | undefined> = {
  first: undefined,
  next: undefined,
  close: '办结期限已过，请督促办结。',
  leg: '承办部门超时未反馈结果，请予督办。'
}
