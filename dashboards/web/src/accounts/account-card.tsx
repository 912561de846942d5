import type { AccountRow, ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { nameOfKey } from '../data/accounts.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { exactTime } from '../time.ts'
import style from './accounts.module.css'
import { Facts, mainFacts, readAt } from './facts.tsx'
import { openAccount, placeOfAccount } from './place.ts'
import { noteOf, stateOf, TONES, todosOf, wrongWith } from './standing.ts'

type CardProps = { row: AccountRow; items: readonly ItemRow[]; open: boolean; now: number; demo: boolean }

/** One account: how it stands, what is wrong and the one thing to do, and how soon comments are found. */
export function AccountCard({ row, items, open, now, demo }: CardProps) {
  const { account, origin, standing } = row
  const state = stateOf(row)
  const [todo] = todosOf(row, items)
  const wrong = wrongWith(row, now)
  const note = noteOf(row)
  return (
    <li className={card.card} aria-current={open} data-account={nameOfKey(account)} data-state={state}>
      <p className={card.line}>
        <ToneMark tone={TONES[state]}>{t(`account.state.${state}`)}</ToneMark>
        <a
          className={card.name}
          href={placeOfAccount(account)}
          onClick={plainly(() => openAccount(nameOfKey(account)))}
        >
          {account.name}
        </a>
        <span className={card.faint}>{t(`platform.${account.platform}`)}</span>
        {origin === 'settings' && !demo && <span className={card.faint}>{t('account.settings')}</span>}
        <span className={card.last} title={standing?.readAt === undefined ? undefined : exactTime(standing.readAt)}>
          {t('account.read')} {readAt(standing?.readAt, now)}
        </span>
      </p>
      {todo && (
        <p className={state === 'stopped' ? style.todoLate : style.todo}>
          <AlarmIcon />
          {todo.words}
        </p>
      )}
      {wrong && <p className={style.said}>{wrong}</p>}
      {state === 'starting' && <p className={style.said}>{t('account.starting-hint')}</p>}
      {note && <p className={style.said}>{note}</p>}
      {state !== 'retired' && <Facts facts={mainFacts(row, now)} />}
    </li>
  )
}
