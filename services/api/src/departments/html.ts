/** Pages that are whole in one answer: Chinese first, English beside it. */

export type Said = { zh: string; en: string }

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => MARKS[mark]!)

/** The Chinese words, and smaller behind them the English ones. */
export const both = ({ zh, en }: Said): string => `<span>${escaped(zh)}</span> <small lang="en">${escaped(en)}</small>`

/** A sentence in Chinese, and one in English below it. */
export const sentences = ({ zh, en }: Said): string =>
  `<p>${escaped(zh)}</p>\n<p class="en" lang="en">${escaped(en)}</p>`

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

/** Wall time in Asia/Shanghai as `2026-11-24 12:00`. */
export const timeOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

/** How long until an instant, or since: two units at most. */
export function leftOf(at: number, now: number): Said {
  const late = now >= at
  const ms = Math.abs(at - now)
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR), Math.floor((ms % HOUR) / MINUTE)]
  const parts: [number, string, string][] = [
    [days, '天', 'd'],
    [hours, '小时', 'h'],
    [minutes, '分钟', 'min']
  ]
  const first = parts.findIndex(([n]) => n > 0)
  const shown = first < 0 ? [[0, '分钟', 'min'] as const] : parts.slice(first, first + 2).filter(([n]) => n > 0)
  const zh = shown.map(([n, unit]) => `${n} ${unit}`).join(' ')
  const en = shown.map(([n, , unit]) => `${n} ${unit}`).join(' ')
  return late ? { zh: `已超时 ${zh}`, en: `${en} late` } : { zh: `还剩 ${zh}`, en: `${en} left` }
}

/** How large a file is, as `1.2 MB`. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
