import type { TicketView } from '@huiyin/schemas/api.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import type { SentReply } from '../conversation.ts'
import { useDesk } from '../desk.ts'
import { Compare } from './compare.tsx'
import style from './reply.module.css'

/** The draft that came before this one and was sent back or set aside, if the newer one is made of it. */
export function draftBefore({ replies }: Pick<TicketView, 'replies'>, reply: SentReply): SentReply | undefined {
  const at = replies.findIndex(({ id }) => id === reply.id)
  const before = replies[at - 1]
  return before && (before.state === 'returned' || before.state === 'superseded') ? before : undefined
}

const isJudged = ({ state }: SentReply) => state === 'drafted' || state === 'reviewed'

/** What a reviewer sees beside a draft: how it differs from the one before, and what was said of that. */
export function Versions({ reply }: { reply: SentReply }) {
  const { view, now } = useDesk()
  const before = draftBefore(view, reply)
  if (!isJudged(reply)) return null
  if (before)
    return (
      <Compare
        before={{
          name: `${t('compare.before')} · ${before.author.name} ${clockTime(before.draftedAt, now)}`,
          text: before.text
        }}
        after={{ name: `${t('compare.after')} · ${reply.author.name}`, text: reply.text }}
        remark={
          before.returned && t('compare.remark', { who: before.returned.by.name, reason: before.returned.reason })
        }
      />
    )
  if (!reply.proposed) return null
  return <p className={style.note}>{t(reply.proposed.unchanged ? 'propose.unchanged' : 'propose.began')}</p>
}
