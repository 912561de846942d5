import type { LetterView } from '@huiyin/schemas/api-letters.ts'
import type { ReportView } from '@huiyin/schemas/api-reports.ts'
import { Button } from 'antd'
import { useLetter, useResend } from '../data/letters-about.ts'
import { useMay } from '../data/may.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { ago, exactTime } from '../time.ts'
import { Recipient } from './recipient.tsx'
import style from './reports.module.css'

/** The letters by which it was sent, the newest first. */
export function Sendings({ view, now }: { view: ReportView; now: number }) {
  const reads = useMay()('letter.read')
  const letters = [...view.letters].reverse()
  return (
    <section className={style.sendings} aria-label={t('report.sendings')}>
      <h3>{t('report.sendings')}</h3>
      {letters.length === 0 && <p className={style.hint}>{t('report.not-sent-hint')}</p>}
      {reads && letters.map(id => <Sending key={id} id={id} now={now} />)}
    </section>
  )
}

function Sending({ id, now }: { id: string; now: number }) {
  const { data, error, refetch } = useLetter(id)
  if (!data)
    return (
      <p className={style.hint}>
        {error ? problemWords(error) : t('app.loading')}{' '}
        {error && (
          <Button size="small" onClick={() => refetch()}>
            {t('list.retry')}
          </Button>
        )}
      </p>
    )
  const { counts, receipt, madeAt, by } = data
  return (
    <article className={style.sending}>
      <p className={style.facts}>
        <strong title={exactTime(madeAt)}>{t('report.sent-by', { who: by.name, at: ago(madeAt, now) })}</strong>
        {receipt ? (
          <span>{t('report.received', { received: counts.received, of: counts.recipients })}</span>
        ) : (
          <span>{t('report.no-receipt')}</span>
        )}
      </p>
      <ul className={style.recipients}>
        {data.to.map(one => (
          <Recipient key={one.ref} one={one} receipt={receipt} now={now} />
        ))}
      </ul>
      <Resend letter={data} />
    </article>
  )
}

/** Those whom it did not reach, or who have not said that they have it. */
const missing = ({ to, receipt }: LetterView) =>
  to.filter(({ sent }) => {
    const last = sent.at(-1)
    const isFailed = last?.state === 'failed' || last?.state === 'unknown'
    return isFailed || (receipt && last?.state === 'sent' && !sent.some(({ received }) => received))
  })

function Resend({ letter }: { letter: LetterView }) {
  const resend = useResend(letter.id)
  const may = useMay()('letter.resend')
  if (!may || letter.n === 0) return null
  const { n } = letter
  const some = missing(letter)
  return (
    <div className={style.acts}>
      {some.length > 0 && some.length < letter.to.length && (
        <Button
          size="small"
          loading={slowly(resend.isPending)}
          onClick={() => resend.mutate({ n, to: some.map(({ ref }) => ref) })}
        >
          {t('report.resend-some', { count: some.length })}
        </Button>
      )}
      <Button size="small" loading={slowly(resend.isPending)} onClick={() => resend.mutate({ n })}>
        {t('report.resend-all')}
      </Button>
      {resend.error && <span className={style.late}>{problemWords(resend.error)}</span>}
    </div>
  )
}
