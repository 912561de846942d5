import type { DispatchView } from '@huiyin/schemas/api.ts'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useIssueLink, useRevokeLink } from '../../data/dispatch-links.ts'
import { renewTicket } from '../../data/tickets.ts'
import { slowly } from '../../form/busy.ts'
import { t } from '../../language.ts'
import { Copy } from '../../me/copy.tsx'
import { problemWords } from '../../problem-words.ts'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Mark } from './card.tsx'
import style from './case.module.css'
import { type DispatchLink, standingOf } from './link-standing.ts'

const TONES = { ended: 'plain', expired: 'plain', used: 'good', stands: 'soon' } as const

/** Links by which somebody of the department acts on this dispatch without an account. */
export function DispatchLinks({ dispatch }: { dispatch: DispatchView }) {
  const { links = [] } = dispatch
  const may = mayDo(dispatch, 'dispatch.link')
  if (!may && links.length === 0) return null
  return (
    <details className={style.links}>
      <summary>{links.length > 0 ? t('link.title-count', { count: links.length }) : t('link.title')}</summary>
      {may && <Issue dispatch={dispatch} />}
      {links.length > 0 && (
        <ul>
          {[...links].reverse().map(link => (
            <Line key={link.id} dispatch={dispatch} link={link} may={may} />
          ))}
        </ul>
      )}
    </details>
  )
}

/** Asks for the ticket again: what was made stands on it. */
function useRenewal() {
  const { view } = useDesk()
  const client = useQueryClient()
  return { ticket: view.id, renew: () => void renewTicket(client, view.id) }
}

function Issue({ dispatch }: { dispatch: DispatchView }) {
  const { ticket, renew } = useRenewal()
  const [to, setTo] = useState('')
  const issue = useIssueLink({ ticket, dispatch: dispatch.id }, renew)
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (to.trim() !== '') issue.mutate({ to: to.trim() }, { onSuccess: () => setTo('') })
  }
  return (
    <>
      <form className={style.issue} onSubmit={give}>
        <Input
          size="small"
          value={to}
          maxLength={100}
          aria-label={t('link.to')}
          placeholder={t('link.to-hint', { department: dispatch.department })}
          onChange={event => setTo(event.target.value)}
        />
        <Button size="small" htmlType="submit" loading={slowly(issue.isPending)} disabled={to.trim() === ''}>
          {t('link.issue')}
        </Button>
      </form>
      {issue.error && <p className={style.wrong}>{problemWords(issue.error)}</p>}
      {issue.data ? (
        <div className={style.issued} role="status">
          <p className={style.faint}>{t('link.once', { to: issue.data.link.to })}</p>
          <code>{issue.data.address}</code>
          <Copy text={issue.data.address} />
        </div>
      ) : (
        <p className={style.faint}>{t('link.hint')}</p>
      )}
    </>
  )
}

function Line({ dispatch, link, may }: { dispatch: DispatchView; link: DispatchLink; may: boolean }) {
  const { now } = useDesk()
  const { ticket, renew } = useRenewal()
  const revoke = useRevokeLink({ ticket, dispatch: dispatch.id }, renew)
  const standing = standingOf(link, now)
  return (
    <li>
      <strong>{link.to}</strong>
      <Mark tone={TONES[standing]}>{t(`link.${standing}`)}</Mark>
      <span className={style.faint}>
        {t('link.made', { who: link.by.name, at: clockTime(link.at, now) })}
        {standing !== 'ended' && ` · ${t('link.until', { at: clockTime(link.expiresAt, now) })}`}
      </span>
      {may && (standing === 'stands' || standing === 'used') && (
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
      {revoke.error && <span className={style.wrong}>{problemWords(revoke.error)}</span>}
    </li>
  )
}
