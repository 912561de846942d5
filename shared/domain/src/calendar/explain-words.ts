import type { PauseReason, Target } from '@huiyin/schemas/calendar.ts'
import { HOUR, MINUTE } from './dates.ts'

export type Language = 'zh' | 'en'

/** The sentences of an explanation; `time` and `date` come as text. */
export interface Words {
  weekdays: readonly string[]
  months: readonly string[]
  date: (of: { year: number; month: string; day: number }) => string
  length: (ms: number) => string
  target: (target: Target) => string
  begins: (target: string, start: string) => string
  used: (length: string) => string
  counted: (spans: string[], left: number) => string
  skipped: (runs: string[]) => string
  run: (from: string, to: string | undefined, reason: string | undefined) => string
  replaced: (date: string, kind: 'workday' | 'hours', reason: string) => string
  paused: (from: string, to: string, reason: PauseReason) => string
  rolled: (from: string) => string
  due: (at: string) => string
  provisional: (years: string) => string
  versions: (calendar: string, policy: string | undefined) => string
  join: (parts: string[]) => string
}

const PAUSED: Record<PauseReason, readonly [zh: string, en: string]> = {
  awaiting_citizen: ['等待群众补充情况', 'waiting for details from the citizen'],
  platform_outage: ['平台故障', 'the platform was out of order'],
  legal_hold: ['依法中止', 'legal or police hold'],
  superior_instruction: ['上级指示', 'instruction from above']
}

const UNITS = [HOUR, MINUTE, 1000] as const

/** Hours, minutes and seconds; `names` are those of one and of several of each. */
function lengthIn(ms: number, names: readonly (readonly [one: string, many: string])[], glue: string): string {
  let rest = ms
  const parts: string[] = []
  UNITS.forEach((unit, i) => {
    const n = unit === 1000 ? rest / unit : Math.floor(rest / unit)
    rest -= n * unit
    if (n > 0) parts.push(`${n} ${names[i]![n === 1 ? 0 : 1]}`)
  })
  return parts.join(glue)
}

const ZH_UNITS = ['小时', '分钟', '秒'].map(name => [name, name] as const)
const EN_UNITS = ['hour', 'minute', 'second'].map(name => [name, `${name}s`] as const)
const zhLength = (ms: number) => lengthIn(ms, ZH_UNITS, ' ')
const enLength = (ms: number) => lengthIn(ms, EN_UNITS, ' ')

const zhTarget = (target: Target): string => {
  if (target.kind === 'WORKDAYS') return `${target.days} 个工作日`
  const length = zhLength(target.ms)
  if (target.kind === 'WORKING_HOURS') return `工作时间 ${length}`
  return target.kind === 'CALENDAR_ROLL' ? `自然时间 ${length}（办公时间外顺延）` : `自然时间 ${length}`
}

const enTarget = (target: Target): string => {
  if (target.kind === 'WORKDAYS') return `${target.days} working ${target.days === 1 ? 'day' : 'days'}`
  const length = enLength(target.ms)
  if (target.kind === 'WORKING_HOURS') return `${length} of working time`
  return target.kind === 'CALENDAR_ROLL'
    ? `${length} of natural time, or the next opening`
    : `${length} of natural time`
}

export const WORDS: Record<Language, Words> = {
  zh: {
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    months: Array.from({ length: 12 }, (_, i) => `${i + 1}`),
    date: ({ year, month, day }) => `${year}年${month}月${day}日`,
    length: zhLength,
    target: zhTarget,
    begins: (target, start) => `${target}，自 ${start} 起`,
    used: length => `此前已用 ${length}`,
    counted: (spans, left) => `计入 ${spans.join('、')}${left > 0 ? ` 等，另有 ${left} 段` : ''}`,
    skipped: runs => `跳过 ${runs.join('、')}`,
    run: (from, to, reason) => `${to ? `${from}至${to}` : from}（${reason ?? '每周休息日'}）`,
    replaced: (date, kind, reason) => `${date}（${reason}）${kind === 'workday' ? '上班' : '另定时间'}`,
    paused: (from, to, reason) => `${from} 至 ${to} 暂停计时（${PAUSED[reason][0]}）`,
    rolled: from => `${from} 不在办公时间，顺延至下次办公开始`,
    due: at => `应于 ${at} 前完成`,
    provisional: years => `${years} 年节假日安排未发布（暂估）`,
    versions: (calendar, policy) => `日历 ${calendar}${policy === undefined ? '' : `，规则 ${policy}`}`,
    join: parts => `${parts.join('；')}。`
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    date: ({ year, month, day }) => `${day} ${month} ${year}`,
    length: enLength,
    target: enTarget,
    begins: (target, start) => `${target} from ${start}`,
    used: length => `${length} used before`,
    counted: (spans, left) => `counted ${spans.join(', ')}${left > 0 ? ` and ${left} more` : ''}`,
    skipped: runs => `left out ${runs.join(', ')}`,
    run: (from, to, reason) => `${to ? `${from} to ${to}` : from} (${reason ?? 'weekly day off'})`,
    replaced: (date, kind, reason) => `${date} ${kind === 'workday' ? 'is worked' : 'has its own hours'} (${reason})`,
    paused: (from, to, reason) => `paused from ${from} to ${to} (${PAUSED[reason][1]})`,
    rolled: from => `${from} is outside the open hours and rolls to the next opening`,
    due: at => `due ${at}`,
    provisional: years => `provisional: the holidays of ${years} are not announced`,
    versions: (calendar, policy) => `calendar ${calendar}${policy === undefined ? '' : `, policy ${policy}`}`,
    join: parts => {
      const text = parts.join('; ')
      return `${text[0]?.toUpperCase()}${text.slice(1)}.`
    }
  }
}
