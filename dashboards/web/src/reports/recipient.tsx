import type { LetterView } from '@huiyin/schemas/api-letters.ts'
import { known, t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { ago, exactTime } from '../time.ts'
import style from './reports.module.css'

type Of = { one: LetterView['to'][number]; receipt: boolean; now: number }

/** One to whom it went: by which channel, how that stands, and when they said that they have it. */
export function Recipient({ one, receipt, now }: Of) {
  const { name, channel, sent } = one
  const last = sent.at(-1)
  const received = sent.find(({ received }) => received)?.received
  return (
    <li>
      <span className={style.who}>{name}</span>
      <span className={style.hint}>{known(`report.channel.${channel}`) ?? channel}</span>
      {received ? (
        <ToneMark tone="good">
          <span title={exactTime(received.at)}>{t('report.has-it', { at: ago(received.at, now) })}</span>
        </ToneMark>
      ) : (
        <Standing last={last} receipt={receipt} now={now} />
      )}
      {sent.length > 1 && <span className={style.hint}>{t('report.times', { n: sent.length })}</span>}
      {last?.reason && last.state !== 'sent' && <span className={style.hint}>{last.reason}</span>}
    </li>
  )
}

function Standing({
  last,
  receipt,
  now
}: {
  last: Of['one']['sent'][number] | undefined
  receipt: boolean
  now: number
}) {
  if (!last) return <ToneMark tone="plain">{t('report.delivery.pending')}</ToneMark>
  const { state, late, sentAt } = last
  if (state === 'failed' || state === 'unknown') return <ToneMark tone="late">{t(`report.delivery.${state}`)}</ToneMark>
  if (state !== 'sent') return <ToneMark tone="plain">{t('report.delivery.pending')}</ToneMark>
  return (
    <>
      <ToneMark tone={late ? 'soon' : 'plain'}>
        {t(late ? 'report.delivery.late' : receipt ? 'report.delivery.waits' : 'report.delivery.sent')}
      </ToneMark>
      {sentAt !== undefined && (
        <time className={style.hint} title={exactTime(sentAt)}>
          {ago(sentAt, now)}
        </time>
      )}
    </>
  )
}
