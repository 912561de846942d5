import type { Actor } from '@huiyin/schemas/actor.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { KINDS } from '../house/kinds/kinds.ts'
import { nameOfLadder } from '../house/kinds/ladders.ts'
import { formatHouse, goHouse } from '../house/place.ts'
import { SettingForm } from '../house/setting-form.tsx'
import { KnownContext, useKnowing } from '../house/shape/known.ts'
import { t } from '../language.ts'
import { gapsOf, useContacts, useLadders } from './standing.ts'
import { StepFrame, StepHead } from './step-frame.tsx'
import style from './welcome.module.css'

/** Who is told: a contact at least, and shifts where there are some. */
export function DutyStep({ me, now }: { me: Actor | undefined; now: number }) {
  const people = useContacts().data ?? []
  const ladders = useLadders().data
  const known = useKnowing(['people', 'persons', 'departments', 'channels', 'rosters'])
  const [adding, setAdding] = useState<'people' | 'rosters'>()
  const reached = people.filter(({ contacts }) => contacts.length > 0)
  const gaps = gapsOf(ladders?.rows ?? [])
  const close = () => setAdding(undefined)
  if (adding)
    return (
      <KnownContext value={known}>
        <div className={style.formHead}>
          <StepHead step="duty" />
        </div>
        <SettingForm
          kind={KINDS[adding]}
          begin={adding === 'people' ? contactFor(people, me, ladders?.channels ?? []) : rosterOf(reached)}
          before={undefined}
          now={now}
          onClose={close}
          onSaved={close}
        />
      </KnownContext>
    )
  return (
    <StepFrame step="duty" done={reached.length > 0}>
      <ul className={style.list}>
        {people.map(({ id, name, contacts }) => (
          <li key={id}>
            <a
              href={formatHouse({ part: 'people', item: id })}
              onClick={plainly(() => goHouse({ part: 'people', item: id }))}
            >
              {name}
            </a>
            <span className={style.hint}>
              {contacts.map(({ channel }) => channel).join(t('facts.and')) || t('house.not-reached')}
            </span>
          </li>
        ))}
      </ul>
      <div className={style.acts}>
        <Button type={reached.length > 0 ? 'default' : 'primary'} onClick={() => setAdding('people')}>
          {t('welcome.add-contact')}
        </Button>
        {reached.length > 0 && <Button onClick={() => setAdding('rosters')}>{t('welcome.add-roster')}</Button>}
      </div>
      {reached.length === 0 ? (
        <p className={style.hint}>{t('welcome.nobody-told')}</p>
      ) : gaps.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={t('welcome.gaps')}
          description={
            <ul>
              {gaps.map(ladder => (
                <li key={`${ladder.id}@${ladder.version}`}>
                  <a href={ladderPlace(ladder)} onClick={plainly(() => visit(ladderPlace(ladder)))}>
                    {nameOfLadder(ladder)}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" showIcon title={t('welcome.reaches')} />
      )}
    </StepFrame>
  )
}

const ladderPlace = ({ id, version }: { id: string; version: string }) =>
  formatHouse({ part: 'ladders', item: `${id}@${version}` })

/** Oneself first; then anybody. */
function contactFor(people: readonly { id: string }[], me: Actor | undefined, channels: readonly string[]) {
  const mine = me && !people.some(({ id }) => id === me.id) ? { id: me.id, name: me.name } : { id: '', name: '' }
  return { ...mine, contacts: [{ channel: channels[0] ?? '', address: '' }], leave: [] }
}

/** Round the clock, by all who can be reached: somebody takes away whom they do not want at night. */
const rosterOf = (people: readonly { id: string }[]) => ({
  ...{ id: 'office', name: t('welcome.roster-name'), zone: 'Asia/Shanghai', dated: [], handOver: 0 },
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00', people: people.map(({ id }) => id) }]
})
