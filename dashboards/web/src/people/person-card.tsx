import type { UserRow } from '@huiyin/schemas/user.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { ago, exactTime } from '../time.ts'
import style from './people.module.css'
import { openPerson, personPlace } from './place.ts'
import { rolesOf } from './role-words.ts'

export const TONES = { proposed: 'soon', active: 'good', suspended: 'late', left: 'plain' } as const

type CardProps = { row: UserRow; open: boolean; now: number }

/** One person: how they stand, what they do here, and when they were here last. */
export const PersonCard = ({ row, open, now }: CardProps) => (
  <li className={card.card} aria-current={open} data-person={row.id} data-state={row.state}>
    <p className={card.line}>
      <ToneMark tone={TONES[row.state]}>{t(`user.state.${row.state}`)}</ToneMark>
      <a className={card.name} href={personPlace(row.id)} onClick={plainly(() => openPerson(row.id))}>
        {row.name}
      </a>
      <span className={card.faint}>{row.id}</span>
      <span className={card.last} title={row.lastSignInAt === undefined ? undefined : exactTime(row.lastSignInAt)}>
        {t('user.last')} {row.lastSignInAt === undefined ? t('user.never') : ago(row.lastSignInAt, now)}
      </span>
    </p>
    <p className={style.said}>{[rolesOf(row), row.department].filter(Boolean).join(' · ')}</p>
  </li>
)
