import type { AccountRow, ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { nameOfKey } from '../data/accounts.ts'
import { useMay } from '../data/may.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { exactTime } from '../time.ts'
import style from './accounts.module.css'
import { Facts, mainFacts, readAt } from './facts.tsx'
import { Glance, Reading } from './glance.tsx'
import { helpFor } from './help.ts'
import { HelpButton } from './help-button.tsx'
import { openAccount, placeOfAccount } from './place.ts'
import { noteOf, stateOf, TONES, type Todo, todosOf, wrongWith } from './standing.ts'

type CardProps = { row: AccountRow; items: readonly ItemRow[]; open: boolean; now: number; demo: boolean }

/** One account: how it stands, what is wrong and the one thing to do; one that is well in a line. */
export function AccountCard({ row, items, open, now, demo }: CardProps) {
  const { account, origin, standing } = row
  const state = stateOf(row)
  const [todo] = todosOf(row, items)
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
        {state !== 'retired' && !open && <Reading row={row} />}
        <span className={card.last} title={standing?.readAt === undefined ? undefined : exactTime(standing.readAt)}>
          {t('account.read')} {readAt(standing?.readAt, now)}
        </span>
      </p>
      <Trouble row={row} todo={todo} demo={demo} now={now} />
      {state !== 'retired' && <Standing row={row} quiet={state === 'ok' && !todo} now={now} />}
    </li>
  )
}

type TroubleProps = { row: AccountRow; todo: Todo | undefined; demo: boolean; now: number }

/** What is wrong, what the platform said, and the one button that helps. */
function Trouble({ row, todo, demo, now }: TroubleProps) {
  const rules = useMay()('account.configure')
  const state = stateOf(row)
  const wrong = wrongWith(row, now)
  const note = noteOf(row)
  const help = helpFor(row, todo, { rules, demo })
  return (
    <>
      {todo && (
        <p className={state === 'stopped' ? style.todoLate : style.todo}>
          <AlarmIcon />
          {todo.words}
        </p>
      )}
      {wrong && <p className={style.said}>{wrong}</p>}
      {state === 'starting' && <p className={style.said}>{t('account.starting-hint')}</p>}
      {note && <p className={style.said}>{note}</p>}
      {help && <HelpButton row={row} help={help} />}
    </>
  )
}

/** All figures where something is wrong; else those that matter, and the rest for who wants it. */
function Standing({ row, quiet, now }: { row: AccountRow; quiet: boolean; now: number }) {
  const facts = mainFacts(row, now)
  if (!quiet || facts.some(({ tone }) => tone)) return <Facts facts={facts} />
  return (
    <>
      <Glance row={row} now={now} />
      <details className={style.all}>
        <summary>{t('health.more')}</summary>
        <Facts facts={facts} />
      </details>
    </>
  )
}
