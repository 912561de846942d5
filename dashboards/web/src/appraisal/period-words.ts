import type { Period } from '@huiyin/schemas/appraisal.ts'
import { t } from '../language.ts'

type Named = Pick<Period, 'year' | 'quarter'>

/** 2026年第3季度, 2026年度. */
export const periodWords = ({ year, quarter }: Named) =>
  quarter === undefined ? t('appraisal.year', { year }) : t('appraisal.quarter', { year, quarter })

const EAST_8 = 8 * 3_600_000

/** Quarters that have begun, the newest first; days are those of Beijing. */
export function quartersBegun(now: number, count: number): { year: number; quarter: number }[] {
  const today = new Date(now + EAST_8)
  const newest = today.getUTCFullYear() * 4 + Math.floor(today.getUTCMonth() / 3)
  return Array.from({ length: count }, (_, back) => ({
    year: Math.floor((newest - back) / 4),
    quarter: ((newest - back) % 4) + 1
  }))
}

/** Quarters and years that are over, as they can be appraised. */
export function periodsOver(now: number): Named[] {
  const quarters = quartersBegun(now, 9).slice(1)
  const year = new Date(now + EAST_8).getUTCFullYear()
  return [...quarters, { year: year - 1 }, { year: year - 2 }]
}

export const nameOf = ({ year, quarter }: Named) => (quarter === undefined ? String(year) : `${year}-${quarter}`)

export function periodOf(name: string): { year: number; quarter?: number } {
  const [year, quarter] = name.split('-').map(Number)
  return { year: year!, ...(quarter !== undefined && { quarter }) }
}
