import type { HandOver } from '@huiyin/schemas/user.ts'
import { Button } from 'antd'
import { t } from '../language.ts'
import { Copy } from '../me/copy.tsx'
import card from '../pane/card.module.css'
import style from './people.module.css'

type OnceProps = { who: string; password: string; onKept: () => void }

/** A password that is good once, for whoever hands it over; nobody can read it again. */
export const OncePassword = ({ who, password, onKept }: OnceProps) => (
  <section className={style.once} role="alertdialog" aria-label={t('password.once')}>
    <p className={card.line}>
      <strong>{t('password.once')}</strong>
      <code className={style.secret}>{password}</code>
      <Copy text={password} />
    </p>
    <p className={style.said}>{t('password.once-hint', { who })}</p>
    <div>
      <Button onClick={onKept}>{t('factor.kept')}</Button>
    </div>
  </section>
)

/** What somebody who has left was still in. */
export const HandOverList = ({ tickets }: { tickets: readonly HandOver[] }) => (
  <section className={style.once} role="status">
    <strong>{t('user.hand-over', { count: tickets.length })}</strong>
    <ul>
      {tickets.map(({ ticket, number, why }) => (
        <li key={ticket}>
          <a href={`?${new URLSearchParams({ tab: 'all', ticket })}`}>{number}</a>{' '}
          <span className={card.faint}>{why.map(one => t(`hand-over.${one}`)).join(t('facts.and'))}</span>
        </li>
      ))}
    </ul>
  </section>
)
