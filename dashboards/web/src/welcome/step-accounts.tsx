import { Alert, Button } from 'antd'
import { NEW, openAccount, placeOfAccount } from '../accounts/place.ts'
import { useAccounts } from '../data/accounts.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { StepFrame } from './step-frame.tsx'
import style from './welcome.module.css'

/** Which accounts are listened to; or made-up ones, to look around. */
export function AccountsStep({ demo }: { demo: boolean }) {
  const rows = (useAccounts().data ?? []).filter(({ state }) => state !== 'retired')
  return (
    <StepFrame step="accounts" done={demo || rows.length > 0}>
      {demo && (
        <Alert
          type="info"
          showIcon
          title={t('welcome.demo')}
          description={
            <>
              <p>{t('welcome.demo-hint')}</p>
              <pre className={style.code}>HUIYIN_DEMO=off npm start</pre>
            </>
          }
        />
      )}
      {rows.length > 0 && (
        <ul className={style.list}>
          {rows.map(({ account }) => (
            <li key={`${account.platform}/${account.id}`}>
              <a href={placeOfAccount(account)} onClick={plainly(() => visit(placeOfAccount(account)))}>
                {account.name}
              </a>
              <span className={style.hint}>{t(`platform.${account.platform}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {!demo && (
        <div>
          <Button type={rows.length > 0 ? 'default' : 'primary'} onClick={() => openAccount(NEW)}>
            {t('welcome.add-account')}
          </Button>
          <p className={style.hint}>{t('welcome.add-account-hint')}</p>
        </div>
      )}
    </StepFrame>
  )
}
