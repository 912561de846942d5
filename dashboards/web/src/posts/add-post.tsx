import type { HandPost } from '@huiyin/schemas/api-intake.ts'
import { Alert } from 'antd'
import { useState } from 'react'
import { type AccountKey, nameOfKey, useAccounts } from '../data/accounts.ts'
import { useAddPost } from '../data/posts.ts'
import { Fields, SheetForm } from '../form/sheet-form.tsx'
import type { Field } from '../form/spec.ts'
import { t } from '../language.ts'
import { keyOfName } from './place.ts'
import style from './posts.module.css'

type AddProps = { account: AccountKey | undefined; now: number; onClose: () => void }

/** Adds a post that no list gives, so that its comments are collected at once. */
export function AddPost({ account, now, onClose }: AddProps) {
  const rows = (useAccounts().data ?? []).filter(({ state }) => state === 'active')
  const add = useAddPost()
  const [given, setGiven] = useState<Record<string, string>>({})
  const first = account ?? rows[0]?.account
  const values = { account: first ? nameOfKey(first) : '', ...given }
  const of = keyOfName(values.account)
  const has = (name: string) => Boolean(given[name]?.trim())
  const give = () => of && add.mutate(bodyOf(of, given), { onSuccess: () => setGiven({ account: values.account }) })
  return (
    <SheetForm
      title={t('post-form.title')}
      submit={t('post-form.add')}
      busy={add.isPending}
      ready={of !== undefined && (has('post') || has('link'))}
      error={add.error}
      onSubmit={give}
      onClose={onClose}
    >
      {add.isSuccess && <Alert type="success" showIcon title={t('post-form.added')} />}
      <Fields
        fields={fieldsOf(
          of,
          rows.map(({ account }) => account),
          now
        )}
        values={values}
        onChange={(name, value) => setGiven({ ...given, [name]: value })}
      />
      {of && (
        <details className={style.help} open={of.platform === 'wechat'}>
          <summary>{t('post-form.help')}</summary>
          <p>{t(`post-form.help.${of.platform}`)}</p>
        </details>
      )}
    </SheetForm>
  )
}

const bodyOf = ({ platform, id }: AccountKey, given: Record<string, string>): HandPost => {
  const said = (name: string) => given[name]?.trim() || undefined
  const [post, title, link, publishedAt] = [said('post'), said('title'), said('link'), said('publishedAt')]
  return {
    platform,
    account: id,
    ...(post && { post }),
    ...(title && { title }),
    ...(link && { link }),
    ...(publishedAt && { publishedAt: Number(publishedAt) })
  }
}

type Known = AccountKey & { name: string }

const fieldsOf = (of: AccountKey | undefined, accounts: readonly Known[], now: number): Field[] => [
  {
    as: 'choice',
    name: 'account',
    label: t('post-form.account'),
    of: accounts.map(one => ({ value: nameOfKey(one), label: `${one.name} · ${t(`platform.${one.platform}`)}` }))
  },
  {
    as: 'line',
    name: 'post',
    label: t(of?.platform === 'wechat' ? 'post-form.post.wechat' : 'post-form.post'),
    max: 500
  },
  { as: 'line', name: 'title', label: t('post-form.name'), max: 500 },
  { as: 'line', name: 'link', label: t('post-form.link'), max: 2000 },
  { as: 'when', name: 'publishedAt', label: t('post-form.published'), to: now }
]
