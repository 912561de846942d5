import type { TicketView } from '@huiyin/schemas/api.ts'
import type { ReactNode } from 'react'
import { t } from '../language.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './ticket.module.css'
import { departmentWords, reasonWords } from './why/risk-words.ts'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={style.fact}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

/** Only addresses of the web become links. */
export const isWeb = (link: string | undefined): link is string => link !== undefined && /^https?:\/\//.test(link)

/** A comment was added by hand under a post of which only the address is known. */
const isAddress = (post: string) => post.startsWith('link-')

export const Facts = ({ view, now }: { view: TicketView; now: number }) => (
  <dl className={style.facts}>
    <Fact name={t('ticket.citizen')}>{view.citizen ?? t('ticket.unnamed')}</Fact>
    <Fact name={t(`platform.${view.platform}`)}>{view.accountName}</Fact>
    {view.department && <Fact name={t('ticket.department')}>{departmentWords(view.department)}</Fact>}
    <Fact name={t('ticket.opened')}>
      <span title={exactTime(view.openedAt)}>{clockTime(view.openedAt, now)}</span>
    </Fact>
    {view.places && view.places.length > 0 && <Fact name={t('why.place')}>{view.places.join(t('facts.and'))}</Fact>}
    <Fact name={t('ticket.post')}>
      {view.postTitle ?? (isAddress(view.post) ? t('ticket.post-unknown') : t('post.no-title'))}
      {isWeb(view.link) && (
        <>
          {' '}
          <a href={view.link} target="_blank" rel="noreferrer">
            {t('ticket.original')}
          </a>
        </>
      )}
    </Fact>
    <Fact name={t('ticket.reasons')}>
      {view.reasons.length === 0
        ? t('ticket.no-reasons')
        : view.reasons.map(reason => (
            <span className={style.reason} key={reason}>
              {reasonWords(reason)}
            </span>
          ))}
    </Fact>
  </dl>
)
