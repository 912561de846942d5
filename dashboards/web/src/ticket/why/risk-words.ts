import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { known, t } from '../../language.ts'
import { percent as inPercent } from '../../numbers.ts'

/** The words for a reason's code; a code of a newer server is shown as it is. */
export const reasonWords = (code: string): string => known(`risk.${code}`) ?? t('risk.unknown', { code })

export const departmentWords = (name: string): string => known(`department.${name}`) ?? name

export const percent = (share: number) => inPercent(share, { digits: 0 })

export const points = (of: number) => (of < 0 ? `−${-of}` : `+${of}`)

/** Sum of the reasons' points, before the cap. */
export const sumOf = (reasons: readonly RiskReason[]) => reasons.reduce((sum, { points }) => sum + points, 0)
