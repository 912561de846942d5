import type { FigureUnit } from './figures.ts'

const MINUTE = 60_000

const whole = (value: number) => Math.round(value).toLocaleString('en-US')

/** How a figure reads in a document: 12,345, 86.5%, 2小时15分, 4.32. */
export function readsAs(unit: FigureUnit, value: number): string {
  if (unit === 'share') return percent(value)
  if (unit === 'ms') return durationInWords(value)
  if (unit === 'score' && !Number.isInteger(value)) return value.toFixed(2)
  return whole(value)
}

export const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** By whole minutes, from a day on by hours. */
export function durationInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE)
  if (minutes < 60) return `${minutes}分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 > 0 ? `${hours}小时${minutes % 60}分` : `${hours}小时`
  const all = Math.round(minutes / 60)
  return all % 24 > 0 ? `${Math.floor(all / 24)}天${all % 24}小时` : `${all / 24}天`
}
