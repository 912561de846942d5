const MINUTE = 60_000
const HOUR = 60 * MINUTE
const EAST_8 = 8 * HOUR

/** Wall time in Beijing as `2026年1月5日14:00`. */
export function dateTime(at: number): string {
  const { year, day, time } = inBeijing(at)
  return `${year}年${day}${time}`
}

/** From one instant to another as `9月1日09:00—13:00`; other days and years than those of `now` are named. */
export function stretch(from: number, to: number, now: number): string {
  const [start, end] = [inBeijing(from), inBeijing(to)]
  const sameDay = start.year === end.year && start.day === end.day
  const thisYear = inBeijing(now).year
  const yearOf = ({ year }: typeof start) => (year === thisYear ? '' : `${year}年`)
  return `${yearOf(start)}${start.day}${start.time}—${sameDay ? '' : `${yearOf(end)}${end.day}`}${end.time}`
}

/** How much is left until an instant: `剩60分钟`, or 已超时. */
export function leftUntil(dueAt: number, now: number): string {
  const left = dueAt - now
  if (left <= 0) return '已超时'
  if (left < 1.5 * HOUR) return `剩${Math.max(1, Math.round(left / MINUTE))}分钟`
  return `剩${Math.round(left / HOUR)}小时`
}

function inBeijing(at: number) {
  const [date = '', time = ''] = new Date(at + EAST_8).toISOString().split('T')
  const [year, month, day] = date.split('-').map(Number)
  return { year, day: `${month}月${day}日`, time: time.slice(0, 5) }
}
