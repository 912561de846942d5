const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const FORM = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/

/** `Mon Jan 05 14:03:22 +0800 2026` in ms since 1970; undefined when it is no such text. */
export function parseWeiboTime(text: unknown): number | undefined {
  const [, name = '', day, hour, minute, second, sign, offHours, offMinutes, year] = FORM.exec(String(text)) ?? []
  const month = MONTHS.indexOf(name)
  if (month < 0) return undefined
  const wall = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second))
  if (new Date(wall).getUTCDate() !== Number(day)) return undefined // the 31st of a shorter month
  const offset = (Number(offHours) * 60 + Number(offMinutes)) * 60_000
  return sign === '+' ? wall - offset : wall + offset
}
