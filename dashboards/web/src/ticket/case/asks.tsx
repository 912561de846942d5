import type { AskView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { segment } from '../../data/acts.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Card, Mark } from './card.tsx'

/** What one person asks and another decides. */
export function AskCard({ ask: { id, kind, by, at, reason, until, decided, may } }: { ask: AskView }) {
  const { now, busy, act } = useDesk()
  const kindOf = `asks/${segment(id)}/decide` as const
  return (
    <Card
      title={t(`ask.${kind}`)}
      marks={
        decided ? (
          <Mark tone={decided.granted ? 'good' : 'late'}>
            {t(decided.granted ? 'ask.granted' : 'ask.refused', { who: decided.by.name })}
          </Mark>
        ) : (
          <Mark tone="soon">{t('ask.waits')}</Mark>
        )
      }
      facts={[
        t('ask.by', { who: by.name, at: clockTime(at, now) }),
        until !== undefined && `${t('ask.until')} ${clockTime(until, now)}`
      ]}
      acts={
        mayDo({ may }, 'ask.decide') &&
        [true, false].map(granted => (
          <Button
            key={String(granted)}
            size="small"
            type={granted ? 'primary' : 'default'}
            disabled={busy !== undefined}
            onClick={() => act({ kind: kindOf, body: { granted } })}
          >
            {t(granted ? 'act.grant' : 'act.refuse')}
          </Button>
        ))
      }
    >
      <p>{reason}</p>
    </Card>
  )
}
