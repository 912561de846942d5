import type { AccountRow, ItemRow } from '@huiyin/schemas/api-accounts.ts'
import { nameOfKey, useAccounts } from '../data/accounts.ts'
import { useItems } from '../data/items.ts'
import { useMay } from '../data/may.ts'
import { Failed } from '../frame/failed.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Bar, Pane, Waiting } from '../pane/pane.tsx'
import { AccountCard } from './account-card.tsx'
import style from './accounts.module.css'
import { Health } from './health.tsx'
import { NEW, openAccount } from './place.ts'
import { stateOf, todosOf } from './standing.ts'

const ORDER = { stopped: 0, retrying: 1, starting: 2, ok: 3, paused: 4, retired: 5 } as const

/** What needs somebody first; within that as they came. */
const sorted = (rows: readonly AccountRow[], items: readonly ItemRow[]) => {
  const wanting = (row: AccountRow) => (todosOf(row, items).length > 0 ? 0 : 1)
  return [...rows].sort((a, b) => ORDER[stateOf(a)] - ORDER[stateOf(b)] || wanting(a) - wanting(b))
}

type PaneProps = { open: string | undefined; now: number; demo: boolean }

/** All accounts of the office, and how each is collected. */
export function AccountsPane({ open, now, demo }: PaneProps) {
  const { data, error, isPending, refetch } = useAccounts()
  const items = useItems().data ?? []
  const rules = useMay()('account.configure')
  const rows = sorted(data ?? [], items)
  const used = rows.filter(row => row.state !== 'retired')
  const retired = rows.filter(row => row.state === 'retired')
  const adds = rules && !demo
  const list = (of: readonly AccountRow[]) => <Cards rows={of} items={items} open={open} now={now} demo={demo} />
  const adding = adds ? { words: t('accounts.add'), onAdd: () => openAccount(NEW) } : undefined
  return (
    <Pane name={t('accounts')} head={<Bar summary={data && summary(used)} adding={adding} />}>
      {demo && <p className={style.demo}>{t('accounts.demo')}</p>}
      {isPending && <Waiting className={style.waiting} cards={3} title="30%" lines={3} />}
      {error && !data && <Failed title={t('accounts.failed')} error={error} onRetry={refetch} />}
      {data && used.length === 0 && (
        <Notice title={t('accounts.empty')} hint={t(rules ? 'accounts.empty-hint' : 'accounts.empty-others')} />
      )}
      {data && <Health rows={used} now={now} />}
      {list(used)}
      {retired.length > 0 && (
        <details className={style.retired}>
          <summary>{t('accounts.retired', { count: retired.length })}</summary>
          {list(retired)}
        </details>
      )}
    </Pane>
  )
}

type CardsProps = {
  rows: readonly AccountRow[]
  items: readonly ItemRow[]
  open: string | undefined
  now: number
  demo: boolean
}

const Cards = ({ rows, items, open, now, demo }: CardsProps) => (
  <ol>
    {rows.map(row => (
      <AccountCard
        key={nameOfKey(row.account)}
        row={row}
        items={items}
        open={nameOfKey(row.account) === open}
        now={now}
        demo={demo}
      />
    ))}
  </ol>
)

function summary(rows: readonly AccountRow[]): string {
  const wrong = rows.filter(row => stateOf(row) === 'stopped').length
  return t(wrong > 0 ? 'accounts.summary' : 'accounts.summary-well', { total: rows.length, wrong })
}
