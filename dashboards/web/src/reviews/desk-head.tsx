import type { TicketView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { go } from '../data/address.ts'
import { visit } from '../data/query-string.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { BackIcon } from '../marks/icons.tsx'
import { CaseMarks, Marks } from '../marks/marks.tsx'
import { RowTime } from '../marks/time-left.tsx'
import card from '../pane/card.module.css'
import style from './reviews.module.css'

type HeadProps = { view: TicketView; now: number; onBack: () => void }

/** Which ticket it is about, and the way to it. */
export const DeskHead = ({ view, now, onBack }: HeadProps) => (
  <header className={style.deskHead}>
    <p className={card.line}>
      <Button
        className={style.back ?? ''}
        type="text"
        icon={<BackIcon />}
        aria-label={t('reviews.back')}
        onClick={onBack}
      />
      <strong>{view.number}</strong>
      <Marks row={view} />
      <CaseMarks row={view} />
      <a href={wayTo(view.id)} onClick={plainly(() => openTicket(view.id))}>
        {t('reviews.open')}
      </a>
      <span className={card.last}>
        <RowTime row={view} now={now} />
      </span>
    </p>
  </header>
)

const wayTo = (ticket: string) => `?${new URLSearchParams({ tab: 'all', ticket })}`

function openTicket(ticket: string): void {
  visit('')
  go({ tab: 'all', ticket }, { replace: true })
}
