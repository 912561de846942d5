import type { EntryView } from '@huiyin/schemas/api-register.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'
import { consequenceWords, TONES } from './entry-words.ts'
import { type AppraisalPlace, formatAppraisalPlace, goInAppraisal } from './place.ts'

type CardProps = { row: EntryView; place: AppraisalPlace; now: number }

/** One line of the register: what, of whom, and how it stands. */
export function EntryCard({ row, place, now }: CardProps) {
  const { id, kind, state, subject, title, at, overdue, appealable, appealUntil } = row
  const to: AppraisalPlace = { ...place, part: 'register', open: id }
  const consequence = consequenceWords(row)
  return (
    <li className={card.card} aria-current={place.open === id} data-entry={id} data-state={state}>
      <p className={card.line}>
        <ToneMark tone="plain">{t(`register.kind.${kind}`)}</ToneMark>
        <ToneMark tone={TONES[state]}>{t(`register.state.${state}`)}</ToneMark>
        <a className={card.name} href={formatAppraisalPlace(to)} onClick={plainly(() => goInAppraisal(to))}>
          {title}
        </a>
        <time className={card.last} title={exactTime(at)}>
          {clockTime(at, now)}
        </time>
      </p>
      <p className={style.facts}>
        <span>
          {t(`register.subject.${subject.kind}`)} {subject.name}
        </span>
        {consequence && <span>{consequence}</span>}
        {appealable && appealUntil !== undefined && (
          <span title={exactTime(appealUntil)}>{t('register.appeal-until', { at: clockTime(appealUntil, now) })}</span>
        )}
        {overdue && (
          <span className={style.late}>
            <AlarmIcon /> {t('register.overdue')}
          </span>
        )}
      </p>
    </li>
  )
}
