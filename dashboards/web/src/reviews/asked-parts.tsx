import type { TicketView } from '@huiyin/schemas/api.ts'
import { language, t } from '../language.ts'
import { clockTime } from '../time.ts'
import style from './reviews.module.css'

type PartProps = { id: string; view: TicketView; now: number }

/** What a person asks another to grant. */
export function AskPart({ id, view, now }: PartProps) {
  const ask = view.asks.find(one => one.id === id)
  if (!ask) return null
  const { kind, by, at, reason, until } = ask
  const close = view.clocks.find(clock => clock.kind === 'close' && clock.stoppedAt === undefined)
  return (
    <section className={style.part} aria-label={t(`ask.${kind}`)}>
      <div className={style.partHead}>
        <h3>{t(`ask.${kind}`)}</h3>
        <span className={style.faint}>{t('ask.by', { who: by.name, at: clockTime(at, now) })}</span>
      </div>
      <p className={style.reply}>{reason}</p>
      {until !== undefined && (
        <p>
          {close && `${t('time.due-at', { at: clockTime(close.dueAt, now) })} → `}
          {t('ask.until')} {clockTime(until, now)}
        </p>
      )}
    </section>
  )
}

/** A citizen's comment that is to be removed, on which ground. */
export function RemovalPart({ id, view, now }: PartProps) {
  const asked = view.moderation?.find(one => one.id === id)
  if (!asked) return null
  const { by, at, words, text, comment } = asked
  const said = view.thread.find(one => one.id === comment)?.text
  return (
    <section className={style.part} aria-label={t('reviews.kind.removal')}>
      <div className={style.partHead}>
        <h3>{t('reviews.kind.removal')}</h3>
        <span className={style.faint}>{t('moderation.by', { who: by.name, at: clockTime(at, now) })}</span>
      </div>
      <p className={style.comment}>{said ?? t('moderation.gone')}</p>
      {words && (
        <p>
          <strong>{t('moderation.ground')}</strong> {words[language()]}
        </p>
      )}
      {text && <p className={style.reply}>{text}</p>}
    </section>
  )
}
