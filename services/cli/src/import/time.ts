const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const SHANGHAI = 8 * 60 * MINUTE

const DATE = /^(\d{4})(?:-(\d{1,2})-|\/(\d{1,2})\/|\.(\d{1,2})\.|年(\d{1,2})月)(\d{1,2})日?/
const TIME =
  /^(上午|下午)?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|[时点](\d{1,2})分(?:(\d{1,2})秒)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i
const CUT_TIME = /^(?:[01]?\d|2[0-3])(?::[0-5]?)?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/
const WEIBO = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4}) (\d{4})$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const FIRST_YEAR = Date.UTC(2000, 0, 1)

/**
 * The instant (ms, UTC) that a written time means: ISO, `2020/1/4 12:30`, `2026年6月3日`, seconds or milliseconds
 * since 1970, or Weibo's own form. Without a zone it is Asia/Shanghai's; a date alone is its midnight, and so is one
 * whose time of day was cut off by an export: the day is known, and midnight gives nobody more time than they have.
 * Undefined for what is impossible, before 2000, or no whole date.
 */
export function instantOf(written: string): number | undefined {
  const text = written.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const instant = byNumber(text) ?? byWeibo(text) ?? byDate(text)
  return instant !== undefined && instant >= FIRST_YEAR ? instant : undefined
}

function byNumber(text: string): number | undefined {
  const [compact, year, month, day, hour = '0', minute = '0', second = '0'] = COMPACT.exec(text) ?? []
  if (compact) return instant([year, month, day, hour, minute, second].map(Number), SHANGHAI)
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return Math.floor(Number(text) * 1000)
  return /^\d{12,13}$/.test(text) ? Number(text) : undefined
}

function byWeibo(text: string): number | undefined {
  const [, name = '', day, hour, minute, second, zone = '', year] = WEIBO.exec(text) ?? []
  const month = MONTHS.indexOf(name) + 1
  return month > 0 ? instant([year, month, day, hour, minute, second].map(Number), offset(zone)) : undefined
}

function byDate(text: string): number | undefined {
  const [date, year, dash, slash, dot, han, day] = DATE.exec(text) ?? []
  if (date === undefined) return
  const numbers = [year, dash ?? slash ?? dot ?? han, day].map(Number)
  const rest = text.slice(date.length).replace(/^(T| )/i, '')
  if (rest === '' || CUT_TIME.test(rest)) return instant([...numbers, 0, 0, 0], SHANGHAI)
  const [time, half, hour, minute, second = '0', fraction = '', hanMinute, hanSecond, zone] = TIME.exec(rest) ?? []
  if (time === undefined) return
  const at = [onTwentyFour(Number(hour), half), minute ?? hanMinute, hanSecond ?? second].map(Number)
  const whole = instant([...numbers, ...at], zone ? offset(zone) : SHANGHAI)
  return whole === undefined ? undefined : whole + Math.floor(Number(`0.${fraction || 0}`) * 1000)
}

const onTwentyFour = (hour: number, half?: string) =>
  half === '下午' && hour < 12 ? hour + 12 : half === '上午' && hour === 12 ? 0 : hour

function offset(zone: string): number {
  if (/^z$/i.test(zone)) return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE
}

/** Undefined for what no calendar or clock shows, such as 30 February or 25 o'clock. */
function instant([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: number[], zone: number) {
  const midnight = Date.UTC(year, month - 1, day)
  const found = new Date(midnight)
  if (found.getUTCMonth() !== month - 1 || found.getUTCDate() !== day) return
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(zone) > DAY) return
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000 - zone
}
