import type { TicketView } from '@huiyin/schemas/api.ts'
import { known, t } from '../../language.ts'
import { CheckIcon } from '../../marks/icons.tsx'
import { clockTime, exactTime } from '../../time.ts'
import { onlyConfirmed } from '../event-detail.ts'
import { departmentWords } from '../why/risk-words.ts'
import style from './correct.module.css'

type Corrected = NonNullable<TicketView['corrected']>

/** What a person has set, in words. */
export function correctedWords({ label, sentiment, department, level, urgent }: Corrected): string[] {
  const said = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}: ${value}`])
  return [
    ...said(t('why.label'), known(`label.${label}`)),
    ...said(t('why.sentiment'), known(`sentiment.${sentiment}`)),
    ...said(t('why.department'), department === undefined ? undefined : departmentWords(department)),
    ...said(t('correct.level'), known(`level.${level}`)),
    ...said(t('correct.urgent'), urgent === undefined ? undefined : t(urgent ? 'correct.yes' : 'correct.no'))
  ]
}

type NoteProps = { of: Corrected; history: TicketView['history']; saving: boolean; now: number }

/** Who outranked the model, or found that it was right, and when last. */
export const CorrectedNote = ({ of, history, saving, now }: NoteProps) => (
  <span className={style.note} role="status" title={[exactTime(of.at), ...correctedWords(of)].join('\n')}>
    {saving ? (
      t('correct.saving')
    ) : (
      <>
        <CheckIcon />
        {t(onlyConfirmed(history) ? 'correct.confirmed-by' : 'correct.by', { who: of.by, at: clockTime(of.at, now) })}
      </>
    )}
  </span>
)
