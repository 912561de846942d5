import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import { useEffect, useState } from 'react'
import { nameOfKey, useCheckAccount } from '../data/accounts.ts'
import { go } from '../data/address.ts'
import { useItems } from '../data/items.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { AlarmIcon } from '../marks/icons.tsx'
import card from '../pane/card.module.css'
import { placeOfAdding } from '../posts/place.ts'
import { clockTime } from '../time.ts'
import { AccountForm } from './account-form.tsx'
import { AccountHead } from './account-head.tsx'
import style from './accounts.module.css'
import { BackfillPanel } from './backfill-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import { allFacts, Facts } from './facts.tsx'
import { changes } from './help.ts'
import { openAccount, type Start } from './place.ts'
import { Quotas } from './quotas.tsx'
import { noteOf, stateOf, todosOf, wrongWith } from './standing.ts'

type SheetProps = { row: AccountRow; rules: boolean; demo: boolean; now: number; start: Start | undefined }

/** One account wholly: what is to be done, how it is collected, and what one can do about it. */
export function AccountSheet({ row, rules, demo, now, start }: SheetProps) {
  const [editing, setEditing] = useState(start === 'edit' && changes(row, { rules, demo }))
  const check = useCheckAccount(row.account)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, where one came for it
  useEffect(() => {
    if (start === 'check' && rules) check.mutate()
  }, [])
  const close = () => {
    setEditing(false)
    if (start) openAccount(nameOfKey(row.account))
  }
  if (editing) return <AccountForm row={row} now={now} onClose={close} />
  const { origin, state } = row
  const kept = origin === 'kept'
  return (
    <>
      <AccountHead row={row} rules={rules} demo={demo} check={check} onEdit={() => setEditing(true)} />
      <div className={style.body}>
        {!kept && !demo && <p className={style.hint}>{t('account.settings-hint')}</p>}
        {demo && <p className={style.hint}>{t('accounts.demo')}</p>}
        {!rules && <p className={style.hint}>{t('account.read-only')}</p>}
        {state === 'paused' && <p className={style.hint}>{t('account.paused-hint')}</p>}
        <Todos row={row} now={now} />
        <CheckPanel check={check} />
        <section aria-label={t('account.collecting')}>
          <h3 className={style.title}>{t('account.collecting')}</h3>
          <Facts facts={allFacts(row, now)} />
        </section>
        {row.standing && <Quotas standing={row.standing} now={now} />}
        {state !== 'retired' && row.capabilities?.comments !== false && (
          <BackfillPanel account={row.account} rules={rules} now={now} />
        )}
        {row.capabilities && <Can can={row.capabilities} />}
        {row.changedAt !== undefined && (
          <p className={style.hint}>
            {t('account.changed', { who: row.changedBy ?? '', at: clockTime(row.changedAt, now) })}
          </p>
        )}
      </div>
    </>
  )
}

function Todos({ row, now }: { row: AccountRow; now: number }) {
  const items = useItems().data ?? []
  const todos = todosOf(row, items)
  const wrong = wrongWith(row, now)
  const note = noteOf(row)
  const starting = stateOf(row) === 'starting'
  return (
    <section aria-label={t('account.todo')} className={style.todos}>
      {todos.map(({ key, words }) => (
        <p key={key} className={stateOf(row) === 'stopped' ? style.todoLate : style.todo}>
          <AlarmIcon />
          {words}
        </p>
      ))}
      {wrong && <p className={style.said}>{wrong}</p>}
      {starting && <p className={style.said}>{t('account.starting-hint')}</p>}
      {note && (
        <p className={style.said}>
          {note} <NoteWay row={row} />
        </p>
      )}
    </section>
  )
}

/** What one can do about what no interface gives. */
function NoteWay({ row: { account } }: { row: AccountRow }) {
  if (account.platform === 'wechat')
    return (
      <a href={placeOfAdding(account)} onClick={plainly(() => visit(placeOfAdding(account)))}>
        {t('note.wechat-do')}
      </a>
    )
  if (account.platform !== 'kuaishou' && account.platform !== 'douyin') return null
  return (
    <a
      href="?hand=new"
      onClick={plainly(() => {
        visit('')
        go({ hand: 'new' })
      })}
    >
      {t('hand')}
    </a>
  )
}

const CAN = [
  'comments',
  'inbox',
  'posts',
  'counts',
  'followUp',
  'reply',
  'replyAgain',
  'replace',
  'readBack',
  'deleteComment',
  'elect'
] as const satisfies readonly (keyof Capabilities)[]

function Can({ can }: { can: Capabilities }) {
  const said = (has: boolean) => CAN.filter(name => can[name] === has).map(name => t(`can.${name}`))
  const cannot = said(false)
  return (
    <section aria-label={t('account.can')}>
      <h3 className={style.title}>{t('account.can')}</h3>
      <p>{said(true).join(t('facts.and'))}</p>
      {cannot.length > 0 && <p className={card.faint}>{t('account.cannot', { what: cannot.join(t('facts.and')) })}</p>}
    </section>
  )
}
