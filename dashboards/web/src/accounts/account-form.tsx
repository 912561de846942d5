import type { AccountRow } from '@huiyin/schemas/api-accounts.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { useState } from 'react'
import { nameOfKey, useAccountFields, useAddAccount, useChangeAccount } from '../data/accounts.ts'
import { ApiProblem } from '../data/http.ts'
import style from '../form/form.module.css'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { t } from '../language.ts'
import { basics, credentialFields, moreFields, optionFields, peopleFields } from './account-fields.ts'
import {
  changedAccount,
  isComplete,
  newAccount,
  option,
  type PlatformFields,
  valuesOf,
  wrongFields
} from './form-values.ts'
import { openAccount } from './place.ts'

type FormProps = { row?: AccountRow; now: number; onClose: () => void }

/** Adds an account, or changes one; what each platform needs the server says. */
export function AccountForm(props: FormProps) {
  const { data, error, refetch } = useAccountFields()
  if (data) return <Form {...props} platforms={data} />
  return error ? <Failed error={error} onRetry={refetch} /> : <Loading />
}

const defaults = ({ options }: PlatformFields) =>
  Object.fromEntries(options.flatMap(({ name, oneOf }) => (oneOf?.[0] ? [[option(name), oneOf[0]]] : [])))

function Form({ row, now, onClose, platforms }: FormProps & { platforms: readonly PlatformFields[] }) {
  const [given, setGiven] = useState(() => valuesOf(row, 'wechat'))
  const platform = given.platform as PlatformName
  const fields = platforms.find(one => one.platform === platform)!
  const values = { ...defaults(fields), ...given }
  const save = useSaving(row, onClose)
  const problems = save.error instanceof ApiProblem ? save.error.problems : []
  const wrong = wrongFields(problems)
  const onChange = (name: string, value: string) => setGiven({ ...given, [name]: value })
  const part = { values, wrong, onChange }
  const options = optionFields(fields)
  const more = moreFields(platform)
  return (
    <SheetForm
      title={row ? t('form.account-edit') : t('form.account-new')}
      submit={t(row ? 'form.save' : 'form.add')}
      busy={save.isPending}
      ready={isComplete(values, fields, row)}
      error={save.error}
      onSubmit={() => save.give(row ? changedAccount(values, fields, row) : newAccount(values, fields))}
      onClose={onClose}
    >
      <Fields fields={basics(platform, row === undefined)} {...part} />
      <div>
        <Fields title={t('form.credentials')} fields={credentialFields(fields, row)} {...part} />
        <p className={style.hint}>{t('form.secret-hint')}</p>
      </div>
      {options.length > 0 && <Fields title={t('form.options')} fields={options} {...part} />}
      <Fields title={t('form.people')} fields={peopleFields(now)} {...part} />
      <details className={style.more} open={more.some(({ name }) => wrong[name]) || undefined}>
        <summary>{t('form.more')}</summary>
        <Fields fields={more} {...part} />
      </details>
    </SheetForm>
  )
}

type Body = ReturnType<typeof newAccount> | ReturnType<typeof changedAccount>

function useSaving(row: AccountRow | undefined, onClose: () => void) {
  const add = useAddAccount()
  const change = useChangeAccount(row)
  const saving = row ? change : add
  return {
    isPending: saving.isPending,
    error: saving.error,
    give: (body: Body) => {
      if ('platform' in body) return add.mutate(body, { onSuccess: ({ account }) => openAccount(nameOfKey(account)) })
      return change.mutate(body, { onSuccess: onClose })
    }
  }
}
