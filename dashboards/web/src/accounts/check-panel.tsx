import type { AccountCheck } from '@huiyin/schemas/api-accounts.ts'
import { Alert } from 'antd'
import type { useCheckAccount } from '../data/accounts.ts'
import { known, t } from '../language.ts'
import { CheckIcon, CrossIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import style from './accounts.module.css'

/** What was found when the account signed in and read one page, each in words. */
export function CheckPanel({ check: { data, error, isPending } }: { check: ReturnType<typeof useCheckAccount> }) {
  if (isPending)
    return (
      <p className={style.hint} role="status">
        {t('check.running')}
      </p>
    )
  if (error) return <Alert type="error" showIcon title={t('act.failed')} description={problemWords(error)} />
  return data ? <Findings check={data} /> : null
}

const Findings = ({ check: { ok, findings } }: { check: AccountCheck }) => (
  <section className={style.check} aria-label={t('check.results')} role="status">
    <p className={ok ? style.good : style.late}>
      <strong>
        {ok ? t('check.all-well') : t('check.some-wrong', { count: findings.filter(found => !found.ok).length })}
      </strong>
    </p>
    <ul className={style.findings}>
      {findings.map(found => (
        <li key={found.what} data-ok={found.ok}>
          <span className={found.ok ? style.good : style.late}>
            {found.ok ? <CheckIcon /> : <CrossIcon />}
            {known(`check.what.${found.what}`) ?? found.what} {t(found.ok ? 'check.ok' : 'check.not-ok')}
          </span>
          <Meaning of={found} />
        </li>
      ))}
    </ul>
  </section>
)

type Found = AccountCheck['findings'][number]

/** What it means and, where it is not well, what the platform itself says. */
function Meaning({ of: { what, ok, code, message } }: { of: Found }) {
  const words = known(`check.code.${code}`) ?? known(`check.${ok ? 'well' : 'ill'}.${what}`)
  const said = code === undefined ? message : t('check.said', { message, code })
  return (
    <span title={said}>
      {words ?? said}
      {words !== undefined && !ok && <span className={style.more}>{said}</span>}
    </span>
  )
}
