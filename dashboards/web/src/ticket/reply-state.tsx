import { Button } from 'antd'
import { known, t } from '../language.ts'
import { CheckIcon, CheckTwiceIcon, ClockIcon, CrossIcon, SendIcon } from '../marks/icons.tsx'
import { clockTime } from '../time.ts'
import type { SentReply } from './conversation.ts'
import style from './ticket.module.css'

/** How far a reply has come, in words that promise nothing that is not known. */

const STEPS = ['approved', 'sending', 'sent', 'confirmed'] as const
const ICONS = { approved: ClockIcon, sending: SendIcon, sent: CheckIcon, confirmed: CheckTwiceIcon, failed: CrossIcon }

type ReplyStateProps = { reply: SentReply; now: number; onTakeBack: (text: string) => void }

export function ReplyState({ reply, now, onTakeBack }: ReplyStateProps) {
  const { state } = reply
  const Icon = ICONS[state]
  return (
    <div className={style.reply} data-state={state}>
      <p className={style.state} role="status">
        <Icon />
        <strong>{t(`reply.state.${state}`)}</strong>
        {state !== 'failed' && <span>{explanation(reply, now)}</span>}
      </p>
      {state === 'failed' ? (
        <Failure reply={reply} onTakeBack={onTakeBack} />
      ) : (
        <Steps reached={STEPS.indexOf(state)} />
      )}
    </div>
  )
}

function explanation({ state, absent, confirmedAt, approvedAt }: SentReply, now: number): string {
  if (absent && state !== 'confirmed') return t('reply.explain.absent', { times: absent.times })
  return t(`reply.explain.${state as (typeof STEPS)[number]}`, { at: clockTime(confirmedAt ?? approvedAt, now) })
}

const Steps = ({ reached }: { reached: number }) => (
  <ol className={style.steps} aria-hidden="true">
    {STEPS.map((step, at) => (
      <li key={step} data-reached={at <= reached}>
        {t(`reply.state.${step}`)}
      </li>
    ))}
  </ol>
)

function Failure({ reply: { failure, text }, onTakeBack }: { reply: SentReply; onTakeBack: (text: string) => void }) {
  const todo = known(`reply.todo.${failure?.code}`)
  return (
    <div className={style.failure}>
      {failure && !todo && <p>{t('reply.failed-why', { why: failure.message })}</p>}
      <p>{todo ?? t('reply.todo.other')}</p>
      <Button size="small" onClick={() => onTakeBack(text)}>
        {t('reply.again')}
      </Button>
    </div>
  )
}
