import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useBeginFactor, useConfirmFactor, useRemoveFactor } from '../data/me.ts'
import { t } from '../language.ts'
import { Copy } from './copy.tsx'
import style from './me.module.css'
import { ProofForm } from './proof-form.tsx'

/** Whether signing in takes a code too; how it is begun and ended. */
export function SecondFactor({ on }: { on: boolean }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <section className={style.part} aria-label={t('factor.title')}>
      <h3>{t('factor.title')}</h3>
      {!open && (
        <div className={style.line}>
          <p className={style.words}>{t(on ? 'factor.on' : 'factor.off')}</p>
          <Button onClick={() => setOpen(true)}>{t(on ? 'factor.remove' : 'factor.begin')}</Button>
        </div>
      )}
      {open && (on ? <Remove onClose={close} /> : <SetUp onClose={close} />)}
    </section>
  )
}

/** First the password, then the secret and its first code, then the recovery codes. */
function SetUp({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const begin = useBeginFactor()
  const confirm = useConfirmFactor()
  const end = async () => {
    await client.invalidateQueries({ queryKey: ['me'] })
    onClose()
  }
  if (confirm.data) return <Recovery codes={confirm.data.recovery} onKept={end} />
  if (!begin.data)
    return (
      <ProofForm
        asks={['current']}
        submit={t('factor.begin')}
        busy={begin.isPending}
        error={begin.error}
        onGive={({ current }) => begin.mutate(current)}
        onCancel={onClose}
      />
    )
  const { secret, uri } = begin.data
  return (
    <div className={style.step}>
      <p>{t('factor.secret-hint')}</p>
      <p className={style.line}>
        <span>{t('factor.secret')}</span>
        <code className={style.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        <Copy text={secret} />
      </p>
      <p>
        <a href={uri}>{t('factor.open')}</a>
      </p>
      <ProofForm
        asks={['code']}
        submit={t('factor.confirm')}
        busy={confirm.isPending}
        error={confirm.error}
        onGive={({ code }) => confirm.mutate(code)}
        onCancel={onClose}
      />
    </div>
  )
}

const Recovery = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => (
  <div className={style.step} role="alertdialog" aria-label={t('factor.recovery')}>
    <p>
      <strong>{t('factor.recovery')}</strong> {t('factor.recovery-hint')}
    </p>
    <ul className={style.codes}>
      {codes.map(code => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <div className={style.line}>
      <Copy text={codes.join('\n')} />
      <Button type="primary" onClick={onKept}>
        {t('factor.kept')}
      </Button>
    </div>
  </div>
)

function Remove({ onClose }: { onClose: () => void }) {
  const remove = useRemoveFactor()
  return (
    <ProofForm
      asks={['current', 'code']}
      submit={t('factor.remove')}
      busy={remove.isPending}
      error={remove.error}
      onGive={proof => remove.mutate(proof, { onSuccess: onClose })}
      onCancel={onClose}
    />
  )
}
