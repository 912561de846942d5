import type { SupervisionView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { segment } from '../../data/acts.ts'
import { t } from '../../language.ts'
import { clockTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import { Card, Mark } from './card.tsx'

/** Somebody watches that it is done, or a leader has given an instruction. */
export function SupervisionCard({ supervision }: { supervision: SupervisionView }) {
  const { now, busy, act } = useDesk()
  const { id, by, text, owner, dueAt, instruction, endedAt } = supervision
  const end = { kind: `supervisions/${segment(id)}/end` } as const
  const late = endedAt === undefined && dueAt <= now
  return (
    <Card
      title={t(instruction ? 'supervise.instruction' : 'supervise.title')}
      marks={
        <>
          {endedAt !== undefined && <Mark tone="plain">{t('supervise.over')}</Mark>}
          {late && <Mark tone="late">{t('need.breached')}</Mark>}
        </>
      }
      facts={[t('supervise.by', { who: by.name, owner, at: clockTime(dueAt, now) })]}
      acts={
        mayDo(supervision, 'supervise.end') && (
          <Button size="small" loading={busy === end.kind} disabled={busy !== undefined} onClick={() => act(end)}>
            {t('act.supervise-end')}
          </Button>
        )
      }
    >
      <p>{text}</p>
    </Card>
  )
}
