import { nameOfKey, useAccounts } from '../data/accounts.ts'
import { useMay } from '../data/may.ts'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import { HEALTH_WORDS } from '../words-health.ts'
import { AccountForm } from './account-form.tsx'
import { AccountSheet } from './account-sheet.tsx'
import { AccountsPane } from './accounts-pane.tsx'
import { NEW, openAccount, type Start, useOpenAccount, useStart } from './place.ts'

learnWords(HEALTH_WORDS)

/** The office's accounts; beside them the one that is open, or the form for a new one. */
export function AccountsView({ now, demo }: { now: number; demo: boolean }) {
  const open = useOpenAccount()
  const start = useStart()
  return (
    <>
      <AccountsPane open={open} now={now} demo={demo} />
      {open !== undefined && (
        <Sheet name={t('accounts')}>
          {open === NEW ? (
            <AccountForm key={NEW} now={now} onClose={() => openAccount(undefined)} />
          ) : (
            <OpenAccount key={`${open} ${start}`} name={open} start={start} now={now} demo={demo} />
          )}
        </Sheet>
      )}
    </>
  )
}

type OpenProps = { name: string; start: Start | undefined; now: number; demo: boolean }

function OpenAccount({ name, start, now, demo }: OpenProps) {
  const { data, isPending } = useAccounts()
  const rules = useMay()('account.configure')
  const row = data?.find(({ account }) => nameOfKey(account) === name)
  if (row) return <AccountSheet row={row} rules={rules} demo={demo} now={now} start={start} />
  if (isPending) return <Loading />
  return <Notice title={t('account.none')} hint={t('account.none-hint')} />
}
