import type { LetterSent, LetterView } from '@huiyin/schemas/api-letters.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useResend } from '../data/letters-about.ts'
import { useMay } from '../data/may.ts'
import { slowly } from '../form/busy.ts'
import { known, t } from '../language.ts'
import { CheckTwiceIcon } from '../marks/icons.tsx'
import marks from '../marks/marks.module.css'
import { type Tone, ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './letters.module.css'

type DeliveriesProps = { letter: LetterView; now: number }

/** Each recipient with what became of every sending; some, or all, can be sent it again. */
export function Deliveries({ letter, now }: DeliveriesProps) {
  const may = useMay()('letter.resend')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const resend = useResend(letter.id)
  const choose = (ref: string, on: boolean) => setChosen(on ? [...chosen, ref] : chosen.filter(one => one !== ref))
  const again = () =>
    resend.mutate({ n: letter.n, ...(chosen.length > 0 && { to: [...chosen] }) }, { onSuccess: () => setChosen([]) })
  return (
    <section className={style.block} aria-label={t('letter.recipients')}>
      <div className={style.blockHead}>
        <h3>{t('letter.recipients')}</h3>
        {may && letter.n > 0 && (
          <Button size="small" loading={slowly(resend.isPending)} onClick={again}>
            {chosen.length > 0 ? t('letter.resend-chosen', { count: chosen.length }) : t('letter.resend-all')}
          </Button>
        )}
        <span role="status">{resend.isSuccess && t('letter.resent')}</span>
      </div>
      {resend.error && <Alert type="error" showIcon title={problemWords(resend.error)} />}
      <div className={style.wide}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('letter.name')}</th>
              <th scope="col">{t('letter.channel')}</th>
              <th scope="col">{t('letter.delivery')}</th>
              <th scope="col">{t('letter.receipt')}</th>
            </tr>
          </thead>
          <tbody>
            {letter.to.map(({ ref, name, channel, sent }) => (
              <tr key={ref}>
                <th scope="row">
                  <span className={style.name}>
                    {may && (
                      <input
                        type="checkbox"
                        checked={chosen.includes(ref)}
                        aria-label={t('letter.choose', { name })}
                        onChange={event => choose(ref, event.target.checked)}
                      />
                    )}
                    {name}
                  </span>
                </th>
                <td>{known(`letter.channel.${channel}`) ?? channel}</td>
                <td>
                  {sent.map(one => (
                    <Sent key={one.n} sent={one} now={now} />
                  ))}
                </td>
                <td>
                  <Receipt asked={letter.receipt} sent={sent} now={now} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const TONES: Record<LetterSent['state'], Tone> = {
  pending: 'plain',
  sending: 'plain',
  sent: 'good',
  failed: 'late',
  unknown: 'late',
  cancelled: 'plain'
}

const Sent = ({ sent: { n, state, sentAt, reason, perhapsRepeated }, now }: { sent: LetterSent; now: number }) => (
  <p className={style.sent}>
    <ToneMark tone={TONES[state]}>{t(`letter.state.${state}`)}</ToneMark>
    {sentAt !== undefined && <time title={exactTime(sentAt)}>{clockTime(sentAt, now)}</time>}
    {n > 0 && <span>{t('letter.again', { n: n + 1 })}</span>}
    {perhapsRepeated && <span>{t('letter.perhaps-repeated')}</span>}
    {reason !== undefined && <span className={style.reason}>{reason}</span>}
  </p>
)

/** Whoever received one sending has received the letter. */
function Receipt({ asked, sent, now }: { asked: boolean; sent: readonly LetterSent[]; now: number }) {
  const received = sent.find(one => one.received)?.received
  if (received)
    return (
      <span className={`${marks.plain} ${marks.good}`} title={received.by.name}>
        <CheckTwiceIcon />
        {clockTime(received.at, now)}
      </span>
    )
  if (!asked) return <span className={style.reason}>{t('letter.not-asked')}</span>
  return sent.some(({ late }) => late) ? <ToneMark tone="late">{t('letter.late')}</ToneMark> : null
}
