import type { DispatchView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { segment } from '../../data/acts.ts'
import { useBounceLimit } from '../../data/offices.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Card, Mark } from './card.tsx'
import style from './case.module.css'
import { bounceForm, resultForm, takeBackForm } from './case-forms.ts'
import { DispatchLinks } from './dispatch-links.tsx'

const TONES = { dispatched: 'soon', signed: 'plain', returned: 'good', bounced: 'late', withdrawn: 'plain' } as const

type CardProps = {
  dispatch: DispatchView
  /** Of the department of who looks. */
  mine?: boolean
}

/** What a department was asked, how far it has come, and what one can do. */
export function DispatchCard({ dispatch, mine = false }: CardProps) {
  const { now } = useDesk()
  const { department, assisting = [], state, request, by, dispatchedAt, signedBy, signedAt } = dispatch
  const { result, bounce, ruled } = dispatch
  const at = (time: number) => clockTime(time, now)
  return (
    <Card
      title={department}
      marks={<Mark tone={TONES[state]}>{t(`dispatch.state.${state}`)}</Mark>}
      facts={[
        assisting.length > 0 && t('dispatch.assisting', { names: assisting.join(t('facts.and')) }),
        t('dispatch.sent', { who: by.name, at: at(dispatchedAt) }),
        signedBy && signedAt !== undefined && t('dispatch.signed-by', { who: signedBy.name, at: at(signedAt) })
      ]}
      acts={<DispatchActs dispatch={dispatch} mine={mine} />}
    >
      <p>{request}</p>
      {ruled && <Said name="">{t('dispatch.ruled', { who: ruled.by.name, grounds: ruled.grounds })}</Said>}
      {bounce && (
        <Said name={t('dispatch.grounds')}>
          {bounce.grounds} · {t('dispatch.proposes', { department: bounce.proposes })}
        </Said>
      )}
      {result && (
        <Said name={t('dispatch.result')}>
          {result.text} <span className={style.faint}>{`${result.by.name} ${at(result.at)}`}</span>
        </Said>
      )}
      <DispatchLinks dispatch={dispatch} />
    </Card>
  )
}

const Said = ({ name, children }: { name: string; children: ReactNode }) => (
  <p className={style.said}>
    {name && <span className={style.faint}>{name}</span>} {children}
  </p>
)

function DispatchActs({ dispatch, mine }: { dispatch: DispatchView; mine: boolean }) {
  const { view, now, busy, act, ask } = useDesk()
  const bounces = mayDo(dispatch, 'dispatch.bounce')
  const most = useBounceLimit(bounces)
  const times = view.dispatches.filter(({ cycle, bounce }) => bounce && cycle === dispatch.cycle).length
  const sign = { kind: `dispatches/${segment(dispatch.id)}/sign` } as const
  const disabled = busy !== undefined
  return (
    <>
      {mayDo(dispatch, 'dispatch.sign') && (
        <Button
          size="small"
          type={mine ? 'primary' : 'default'}
          loading={busy === sign.kind}
          disabled={disabled}
          onClick={() => act(sign)}
        >
          {t('act.sign')}
        </Button>
      )}
      {mayDo(dispatch, 'dispatch.return') && (
        <Button size="small" disabled={disabled} onClick={() => ask(resultForm(dispatch))}>
          {t('act.result')}
        </Button>
      )}
      {bounces && (
        <Button size="small" disabled={disabled} onClick={() => ask(bounceForm(dispatch, { times, most, now }))}>
          {t('act.bounce')}
        </Button>
      )}
      {bounces && most !== undefined && (
        <span className={style.faint}>{t('bounce.left', { left: Math.max(0, most - times) })}</span>
      )}
      {mayDo(dispatch, 'dispatch.withdraw') && (
        <Button size="small" type="text" disabled={disabled} onClick={() => ask(takeBackForm(dispatch))}>
          {t('act.take-back')}
        </Button>
      )}
    </>
  )
}
