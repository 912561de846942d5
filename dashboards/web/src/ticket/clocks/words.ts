import type { ClockView } from '@huiyin/schemas/api.ts'
import type { Target } from '@huiyin/schemas/calendar.ts'
import { t } from '../../language.ts'
import { lengthOf } from '../../time.ts'

/** What a clock is about: 首次回复, or 签收（水务局）. */
export function clockName({ kind, stage = 'handle', department }: ClockView): string {
  const name = t(kind === 'leg' ? `clock.${stage}` : `clock.${kind}`)
  return department === undefined ? name : t('clock.of', { name, department })
}

export const targetWords = (target: Target): string =>
  target.kind === 'WORKDAYS'
    ? t('target.WORKDAYS', { days: target.days })
    : t(`target.${target.kind}`, { time: lengthOf(target.ms) })
