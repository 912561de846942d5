import type { BoardLink, DispatchRow } from '@huiyin/schemas/api-desks.ts'
import { Button } from 'antd'
import { useRenewDispatches } from '../data/desks.ts'
import { useRevokeLink } from '../data/dispatch-links.ts'
import { useMay } from '../data/may.ts'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { ToneMark } from '../marks/tone.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime } from '../time.ts'
import { linkStanding } from './board.ts'
import style from './dispatches.module.css'

const TONES = { ended: 'plain', expired: 'plain', used: 'good', stands: 'soon' } as const

/** The links that were given out for a dispatch, and how each stands. */
export function CardLinks({ row: { id, ticket, links, stage }, now }: { row: DispatchRow; now: number }) {
  const used = links.filter(({ openedAt }) => openedAt !== undefined).length
  const revokes = useMay()('dispatch.send') && (stage === 'to-sign' || stage === 'handling')
  return (
    <details className={style.links}>
      <summary>{t(used > 0 ? 'dispatches.links-used' : 'dispatches.links', { count: links.length, used })}</summary>
      <ul>
        {[...links].reverse().map(link => (
          <LinkLine key={link.id} of={{ ticket: ticket.id, dispatch: id }} link={link} revokes={revokes} now={now} />
        ))}
      </ul>
    </details>
  )
}

type LineProps = { of: { ticket: string; dispatch: string }; link: BoardLink; revokes: boolean; now: number }

function LinkLine({ of, link, revokes, now }: LineProps) {
  const revoke = useRevokeLink(of, useRenewDispatches())
  const standing = linkStanding(link, now)
  const open = standing === 'stands' || standing === 'used'
  return (
    <li>
      <span>{link.to}</span>
      <ToneMark tone={TONES[standing]}>{t(`link.${standing}`)}</ToneMark>
      {open && (
        <span className={style.faint}>{t('dispatches.link-until', { at: clockTime(link.expiresAt, now) })}</span>
      )}
      {open && revokes && (
        <Button
          size="small"
          type="text"
          loading={slowly(revoke.isPending)}
          aria-label={t('link.revoke-of', { to: link.to })}
          onClick={() => revoke.mutate(link.id)}
        >
          {t('link.revoke')}
        </Button>
      )}
      {revoke.error && <span className={style.late}>{problemWords(revoke.error)}</span>}
    </li>
  )
}
