import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type StateAct, type useCheckAccount, useSetState } from '../data/accounts.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { ToneMark } from '../marks/tone.tsx'
import card from '../pane/card.module.css'
import { problemWords } from '../problem-words.ts'
import style from './accounts.module.css'
import { openAccount } from './place.ts'
import { stateOf, TONES } from './standing.ts'

type HeadProps = {
  row: AccountRow
  rules: boolean
  demo: boolean
  check: ReturnType<typeof useCheckAccount>
  onEdit: () => void
}

/** Which account it is, how it stands, and what an administrator may do with it. */
export function AccountHead({ row, rules, demo, check, onEdit }: HeadProps) {
  const { account, origin } = row
  const state = stateOf(row)
  return (
    <header className={style.head}>
      <div className={card.line}>
        <Button
          type="text"
          icon={<BackIcon />}
          aria-label={t('account.back')}
          className={style.back}
          onClick={() => openAccount(undefined)}
        />
        <h2>{account.name}</h2>
        <ToneMark tone={TONES[state]}>{t(`account.state.${state}`)}</ToneMark>
      </div>
      <p className={card.faint}>
        {t(`platform.${account.platform}`)} · {account.id}
        {origin === 'settings' && !demo && ` · ${t('account.settings')}`}
      </p>
      {rules && <Acts row={row} check={check} changes={origin === 'kept' && !demo} onEdit={onEdit} />}
    </header>
  )
}

type ActsProps = Pick<HeadProps, 'row' | 'check' | 'onEdit'> & { changes: boolean }

function Acts({ row, check, changes, onEdit }: ActsProps) {
  const set = useSetState(row.account)
  const [sure, setSure] = useState(false)
  const active = row.state === 'active'
  const retired = row.state === 'retired'
  const to = (act: StateAct, words: string) => (
    <Button
      loading={slowly(set.isPending && set.variables === act)}
      disabled={set.isPending}
      onClick={() => set.mutate(act)}
    >
      {words}
    </Button>
  )
  return (
    <>
      <div className={style.acts}>
        {!retired && (
          <Button type="primary" loading={slowly(check.isPending)} onClick={() => check.mutate()}>
            {t('act.check-account')}
          </Button>
        )}
        {changes && active && to('pause', t('act.pause-account'))}
        {changes && !active && to('resume', t('act.resume-account'))}
        {changes && !retired && <Button onClick={onEdit}>{t('act.edit-account')}</Button>}
        {changes && !retired && !sure && (
          <Button type="text" onClick={() => setSure(true)}>
            {t('act.retire-account')}
          </Button>
        )}
      </div>
      {sure && !retired && (
        <div className={style.sure} role="alertdialog" aria-label={t('act.retire-account')}>
          <span>{t('act.retire-sure')}</span>
          <Button onClick={() => setSure(false)}>{t('act.cancel')}</Button>
          {to('retire', t('act.retire-account'))}
        </div>
      )}
      {set.error && <Alert type="error" showIcon title={t('act.failed')} description={problemWords(set.error)} />}
    </>
  )
}
