import type { TicketView } from '@huiyin/schemas/api.ts'
import { Alert, Button } from 'antd'
import type { Act } from '../data/acts.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { conflictWords, standingWords } from './conflict-words.ts'
import style from './ticket.module.css'
import type { Trouble } from './use-acts.ts'

type TroubleProps = {
  trouble: Trouble
  now: number
  busy: boolean
  onRetry: (act: Act) => void
  onReload: (latest: TicketView) => void
}

/** Why an act was not done, and the way on. */
export function TroubleNote({ trouble, now, busy, onRetry, onReload }: TroubleProps) {
  if (trouble.kind === 'faster')
    return (
      <Alert
        type="warning"
        showIcon
        title={conflictWords(trouble, now)}
        description={
          <>
            {trouble.error.code !== 'SOMEBODY_WAS_FASTER' && <span>{problemWords(trouble.error)}</span>}
            <span>{t('conflict.now', { state: standingWords(trouble.latest) })}</span>
            <span>{t('conflict.hint')}</span>
          </>
        }
        className={style.note}
        action={<Button onClick={() => onReload(trouble.latest)}>{t('conflict.seen')}</Button>}
      />
    )
  if (trouble.kind === 'undecided')
    return (
      <Alert
        type="error"
        showIcon
        title={problemWords(trouble.error)}
        description={t('act.retry-hint')}
        className={style.note}
        action={
          <Button loading={busy} onClick={() => onRetry(trouble.act)}>
            {t('act.retry')}
          </Button>
        }
      />
    )
  return (
    <Alert
      type="error"
      showIcon
      className={style.note}
      title={t('act.failed')}
      description={problemWords(trouble.error)}
    />
  )
}

/** Words came in while one was writing. */
export const Behind = ({ who, onSeen }: { who: string | undefined; onSeen: () => void }) => (
  <Alert
    type="info"
    showIcon
    title={who ? t('ticket.updated-by', { who }) : t('ticket.updated')}
    action={
      <Button size="small" onClick={onSeen}>
        {t('ticket.seen')}
      </Button>
    }
  />
)
