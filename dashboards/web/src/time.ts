import { language, t } from './language.ts'

/** Instants and durations in words. All times are Beijing time, wherever the computer stands. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ZONE = 'Asia/Shanghai'

const parts = (ms: number) => ({
  days: Math.floor(ms / DAY),
  hours: Math.floor((ms % DAY) / HOUR),
  minutes: Math.floor((ms % HOUR) / MINUTE)
})

const size = ({ days, hours, minutes }: ReturnType<typeof parts>) =>
  days > 0 ? 'days' : hours > 0 ? 'hours' : minutes > 0 ? 'minutes' : 'none'

/** 剩 3 小时 20 分, 已超时 12 分. */
export function timeLeft(dueAt: number, now: number): string {
  const late = now >= dueAt
  const left = parts(Math.abs(dueAt - now))
  return t(`time.${late ? 'late' : 'left'}-${size(left)}`, left)
}

/** A round duration, such as a warn point. */
export function duration(ms: number): string {
  if (ms >= DAY && ms % DAY === 0) return t('duration.days', { n: ms / DAY })
  if (ms >= HOUR && ms % HOUR === 0) return t('duration.hours', { n: ms / HOUR })
  return t('duration.minutes', { n: Math.round(ms / MINUTE) })
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** An instant in Beijing time and the reader's language. */
export function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const tag = language() === 'zh' ? 'zh-CN' : 'en-GB'
  const key = `${tag} ${JSON.stringify(options)}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, { timeZone: ZONE, hourCycle: 'h23', ...options })
  formats.set(key, known)
  return known.format(at)
}

/** 14:00, on whatever day. */
export const hourTime = (at: number) => format(at, { hour: '2-digit', minute: '2-digit' })

const dayOf = (at: number) => Math.floor((at + 8 * HOUR) / DAY)

/** 2026-11-21: the day in Beijing. */
export const isoDay = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 10)

const yearOf = (at: number) => new Date(at + 8 * HOUR).getUTCFullYear()

/** 14:32 today, 11月20日 14:32 on another day, 2023年11月20日 14:32 in another year. */
export function clockTime(at: number, now: number): string {
  const time = hourTime(at)
  if (dayOf(at) === dayOf(now)) return time
  const day = { month: language() === 'zh' ? 'long' : 'short', day: 'numeric' } as const
  if (yearOf(at) === yearOf(now)) return `${format(at, day)} ${time}`
  return `${format(at, { year: 'numeric', ...day })} ${time}`
}

/** From one instant to another, each with its day: 11月21日 09:00 – 12:00. */
export function stretch(from: number, to: number): string {
  const day = (at: number) => format(at, { month: language() === 'zh' ? 'long' : 'short', day: 'numeric' })
  const end = dayOf(from) === dayOf(to) ? hourTime(to) : `${day(to)} ${hourTime(to)}`
  return `${day(from)} ${hourTime(from)} – ${end}`
}

/** 14:32:05, on whatever day. */
export const secondTime = (at: number) => format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The exact instant, for who has to be sure. */
export const exactTime = (at: number) => format(at, { dateStyle: 'medium', timeStyle: 'medium' })

/** 5 分钟前 within a day, else the time. */
export function ago(at: number, now: number): string {
  const { hours, minutes } = parts(Math.max(0, now - at))
  if (now - at >= 12 * HOUR) return clockTime(at, now)
  if (hours > 0) return t('time.ago-hours', { hours })
  return minutes > 0 ? t('time.ago-minutes', { minutes }) : t('time.ago-now')
}

const two = (n: number) => String(n).padStart(2, '0')

/** An instant as `<input type=datetime-local>` writes it, in Beijing time. */
export function wallTime(at: number): string {
  const of = new Date(at + 8 * HOUR)
  const day = `${of.getUTCFullYear()}-${two(of.getUTCMonth() + 1)}-${two(of.getUTCDate())}`
  return `${day}T${two(of.getUTCHours())}:${two(of.getUTCMinutes())}`
}

/** The instant of a wall time in Beijing; undefined while it is not wholly written. */
export function instantOf(wall: string): number | undefined {
  const at = Date.parse(`${wall}Z`) - 8 * HOUR
  return Number.isNaN(at) ? undefined : at
}

/** A length of time to the minute: 3 小时 20 分钟. */
export function lengthOf(ms: number): string {
  const { days, hours, minutes } = parts(ms)
  const said = [
    days > 0 ? t('duration.days', { n: days }) : '',
    hours > 0 ? t('duration.hours', { n: hours }) : '',
    minutes > 0 ? t('duration.minutes', { n: minutes }) : ''
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ') : t('duration.minutes', { n: 0 })
}

/** How long something takes, short: 40 秒, 6 分钟, 2 小时 5 分钟. */
export function takes(ms: number): string {
  return ms < 2 * MINUTE ? t('duration.seconds', { n: Math.max(1, Math.round(ms / 1000)) }) : lengthOf(ms)
}
