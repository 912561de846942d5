import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import type { Kept } from '../kind.ts'

type Standing = { inForce: boolean; shipped: boolean; now: number }

/** How a version stands that was made once and never changes. */
export function ofVersion(
  { effectiveFrom }: { effectiveFrom: number },
  { inForce, shipped, now }: Standing
): Required<Pick<Kept, 'marks' | 'note' | 'isPast' | 'isInForce'>> {
  const isNext = effectiveFrom > now
  const marks: NonNullable<Kept['marks']> = [
    ...(inForce ? [{ tone: 'good' as const, words: t('house.in-force') }] : []),
    ...(isNext ? [{ tone: 'soon' as const, words: t('house.next') }] : []),
    ...(shipped ? [{ tone: 'plain' as const, words: t('house.shipped') }] : [])
  ]
  return {
    marks,
    note: effectiveFrom === 0 ? t('house.from-the-start') : t('house.from', { at: clockTime(effectiveFrom, now) }),
    isInForce: inForce,
    isPast: !inForce && !isNext
  }
}
