import type { TicketLink } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { segment } from '../../data/acts.ts'
import { useQueryString, visit } from '../../data/query-string.ts'
import { plainly } from '../../frame/plainly.ts'
import { t } from '../../language.ts'
import { mayDo, useDesk } from '../desk.ts'
import style from './links.module.css'

/** The ticket in which this one goes on. */
export function MergedBanner() {
  const { mergedInto } = useDesk().view.links
  if (!mergedInto) return null
  return (
    <p className={style.banner} role="note">
      <span>{t('links.merged-into', { number: mergedInto.number })}</span>
      <TicketLinkTo to={mergedInto}>{t('links.open', { number: mergedInto.number })}</TicketLinkTo>
    </p>
  )
}

/** Those that joined it, and those that belong to it. */
export function Links() {
  const { absorbed, related } = useDesk().view.links
  if (absorbed.length + related.length === 0) return null
  return (
    <section className={style.links} aria-label={t('links.title')}>
      <Group name={t('links.absorbed')} of={absorbed} />
      <Group name={t('links.related')} of={related} undo />
    </section>
  )
}

type GroupProps = { name: string; of: readonly TicketLink[]; undo?: boolean }

function Group({ name, of, undo = false }: GroupProps) {
  const { view, busy, act } = useDesk()
  if (of.length === 0) return null
  return (
    <p>
      <span className={style.name}>{name}</span>
      {of.map(link => (
        <span key={link.id}>
          <TicketLinkTo to={link}>{link.number}</TicketLinkTo>
          {undo && mayDo(view, 'unrelate') && (
            <Button
              size="small"
              type="text"
              disabled={busy !== undefined}
              onClick={() => act({ kind: `relations/${segment(link.id)}`, method: 'delete' })}
            >
              {t('act.unrelate')}
            </Button>
          )}
        </span>
      ))}
    </p>
  )
}

/** Another ticket in the same view. */
export function TicketLinkTo({ to, children }: { to: TicketLink; children: string }) {
  const query = new URLSearchParams(useQueryString())
  query.set('ticket', to.id)
  const href = `?${query}`
  return (
    <a href={href} onClick={plainly(() => visit(href))}>
      {children}
    </a>
  )
}
