import type { TicketView } from '@huiyin/schemas/api.ts'
import { useMemo } from 'react'
import { useMay } from '../data/may.ts'
import { useTemplates } from '../data/offices.ts'
import { known, t } from '../language.ts'
import type { SentReply } from '../ticket/conversation.ts'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime } from '../time.ts'
import { againstOf } from './against.ts'
import { Checks } from './checks.tsx'
import { Comparison } from './comparison.tsx'
import style from './reviews.module.css'

type PartProps = { id: string; view: TicketView; now: number }

/** A reply as it would stand, what was found in it, and what it was made of. */
export function ReplyPart({ id, view, now }: PartProps) {
  const reply = view.replies.find(one => one.id === id)
  const may = useMay()
  const templates = useTemplates(view.id, may('template.read')).data
  const against = useMemo(() => (reply ? againstOf(reply, view, templates) : []), [reply, view, templates])
  if (!reply) return null
  const { text, kind, attested } = reply
  return (
    <>
      <section className={style.part} aria-label={t(attested ? 'reviews.posted' : 'reviews.reply')}>
        <div className={style.partHead}>
          <h3>{t(attested ? 'reviews.posted' : 'reviews.reply')}</h3>
          <span className={style.faint}>
            {t(`reply.kind.${kind}`)} · {t('reply.by', { who: reply.author.name })}
          </span>
        </div>
        <p className={style.reply}>{text}</p>
        <Facts reply={reply} now={now} />
      </section>
      {!attested && may('reply.check') && <Checks ticket={view.id} text={text} kind={kind} />}
      {!attested && <Comparison text={text} of={against} />}
    </>
  )
}

/** What one has to know of it besides its words. */
function Facts({ reply, now }: { reply: SentReply; now: number }) {
  const { promisedAt, proposed, important = [], state, attested } = reply
  const why = important.map(code => known(`reply.why.${code}`) ?? code).join(t('facts.and'))
  return (
    <>
      {proposed && <p className={style.note}>{t(proposed.unchanged ? 'reviews.machine' : 'reviews.machine-edited')}</p>}
      {promisedAt !== undefined && (
        <p className={style.faint}>{t('reply.promised', { at: clockTime(promisedAt, now) })}</p>
      )}
      {state === 'drafted' && important.length > 0 && (
        <p className={style.note}>{t('reviews.then-approve', { why })}</p>
      )}
      {attested && (
        <p className={style.faint}>
          {t('reply.explain.attesting', { who: attested.by.name, at: clockTime(attested.postedAt, now) })} ·{' '}
          {isWeb(attested.evidence) ? (
            <a href={attested.evidence} target="_blank" rel="noreferrer">
              {attested.evidence}
            </a>
          ) : (
            `${t('reply.evidence')} ${attested.evidence}`
          )}
        </p>
      )}
    </>
  )
}
