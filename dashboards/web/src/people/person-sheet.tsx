import type { UserRow } from '@huiyin/schemas/user.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { usePersonAct } from '../data/people.ts'
import { useMe } from '../data/session.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { mayManage } from './may.ts'
import style from './people.module.css'
import { PersonActs } from './person-acts.tsx'
import { TONES } from './person-card.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonForm } from './person-form.tsx'
import { openPerson } from './place.ts'
import { HandOverList, OncePassword } from './told-once.tsx'

/** One person wholly, and what an administrator does with them. */
export function PersonSheet({ row, now }: { row: UserRow; now: number }) {
  const [editing, setEditing] = useState(false)
  const acting = usePersonAct(row.id)
  const manages = mayManage(useMe())
  if (editing) return <PersonForm row={row} onClose={() => setEditing(false)} />
  const { password, handOver } = acting.data ?? {}
  return (
    <>
      <header className={style.head}>
        <div className={card.line}>
          <Button
            type="text"
            icon={<BackIcon />}
            aria-label={t('people.back')}
            className={style.back}
            onClick={() => openPerson(undefined)}
          />
          <h2>{row.nickname}</h2>
          <ToneMark tone={TONES[row.state]}>{t(`user.state.${row.state}`)}</ToneMark>
        </div>
      </header>
      <div className={style.body}>
        {password !== undefined && <OncePassword who={row.name} password={password} onKept={acting.reset} />}
        {handOver && handOver.length > 0 && <HandOverList tickets={handOver} />}
        {manages && row.state !== 'left' && <PersonActs row={row} acting={acting} onEdit={() => setEditing(true)} />}
        <PersonFacts row={row} now={now} />
      </div>
    </>
  )
}
