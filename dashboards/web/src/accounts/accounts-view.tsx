import { nameOfKey, useAccounts } from '../data/accounts.ts'
import { useMe } from '../data/session.ts'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import { AccountForm } from './account-form.tsx'
import { AccountSheet } from './account-sheet.tsx'
import { AccountsPane } from './accounts-pane.tsx'
import { NEW, openAccount, useOpenAccount } from './place.ts'

/** The office's accounts; beside them the one that is open, or the form for a new one. */
export function AccountsView({ now, demo }: { now: number; demo: boolean }) {
  const open = useOpenAccount()
  return (
    <>
      <AccountsPane open={open} now={now} demo={demo} />
      {open !== undefined && (
        <Sheet name={t('accounts')}>
          {open === NEW ? (
            <AccountForm key={NEW} now={now} onClose={() => openAccount(undefined)} />
          ) : (
            <OpenAccount key={open} name={open} now={now} demo={demo} />
          )}
        </Sheet>
      )}
    </>
  )
}

function OpenAccount({ name, now, demo }: { name: string; now: number; demo: boolean }) {
  const { data, isPending } = useAccounts()
  const rules = useMe()?.role === 'administrator'
  const row = data?.find(({ account }) => nameOfKey(account) === name)
  if (row) return <AccountSheet row={row} rules={rules} demo={demo} now={now} />
  if (isPending) return <Loading />
  return <Notice title={t('account.none')} hint={t('account.none-hint')} />
}
